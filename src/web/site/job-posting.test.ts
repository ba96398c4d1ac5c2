import { describe, expect, test } from "vitest";
import { authoritySettings } from "../../authority/settings.ts";
import type { ShownItem } from "../../noticeboard/shown-item.ts";
import { standingOf } from "../../noticeboard/standing.ts";
import { jobPosting, jobPostingScript, jobTitle, withOffset } from "./job-posting.ts";
import type { Site } from "./site.ts";
import { siteWordsOf } from "./words/index.ts";

const now = new Date("2026-11-20T09:32:20.000Z");

const site: Site = {
  authority: { id: "valdilago", name: "Provincia di Valdilago", settings: authoritySettings.parse({}) },
  said: {},
  words: siteWordsOf("it"),
  place: {
    authorityId: "valdilago",
    language: "it",
    usual: "it",
    publicUrl: "https://bacheca.example",
    root: "/valdilago",
    home: "https://bacheca.example/valdilago",
  },
  reading: { authorityId: "valdilago", timeZone: "Europe/Rome", now },
  accounts: [],
  offices: [],
  lookVersion: "",
  hub: undefined,
  isDemo: false,
  hasNeighbours: false,
};

const offer: ShownItem = {
  seq: "412",
  kind: "offer",
  title: "Magazziniere a Cascina Nuova (rif. VDL-2026-0412)",
  text: "Si cerca <personale> & altro.\n\nTurni dalle 6.",
  link: "https://portale.example/412",
  reference: "VDL-2026-0412",
  facts: {
    employer: "Logistica Lariana S.r.l.",
    place: "Cascina Nuova",
    contract: "Tempo determinato, full time",
    deadline: "2026-12-05",
  },
  attachments: [],
  labels: [],
  shownAt: new Date("2026-11-20T07:30:00Z"),
  changedAt: now,
  version: "1",
  lifeChange: null,
};

const postingOf = (item: Partial<ShownItem>, facts: ShownItem["facts"] = {}) => {
  const whole = { ...offer, ...item, facts: { ...offer.facts, ...item.facts, ...facts } };
  return jobPosting(site, whole, standingOf(whole, "Europe/Rome", now));
};

/** developers.google.com/search/docs/appearance/structured-data/job-posting */
const required = ["title", "description", "datePosted", "hiringOrganization", "jobLocation"];
const recommended = ["validThrough", "employmentType", "identifier", "directApply"];

describe("an offer as data for search engines", () => {
  test("has every field that Google requires, and those it recommends where they are known", () => {
    const posting = postingOf({});
    for (const field of [...required, ...recommended]) expect(posting).toHaveProperty(field);
    expect(posting).toMatchObject({
      "@type": "JobPosting",
      title: "Magazziniere",
      description: "<p>Si cerca &lt;personale&gt; &amp; altro.</p><p>Turni dalle 6.</p>",
      datePosted: "2026-11-20",
      validThrough: "2026-12-05T23:59:59+01:00",
      employmentType: ["FULL_TIME", "TEMPORARY"],
      hiringOrganization: { "@type": "Organization", name: "Logistica Lariana S.r.l." },
      jobLocation: { address: { addressLocality: "Cascina Nuova", addressCountry: "IT" } },
      identifier: { "@type": "PropertyValue", name: "Provincia di Valdilago", value: "VDL-2026-0412" },
      directApply: false,
    });
  });

  test.each([undefined, "Azienda riservata", "RISERVATA"])(
    "an employer %s is confidential, in Google's word",
    (employer) => {
      expect(postingOf({}, { employer: employer ?? "" })?.hiringOrganization).toBe("confidential");
    },
  );

  test.each<[string, Partial<ShownItem>, ShownItem["facts"]]>([
    ["its deadline has passed", {}, { deadline: "2026-11-19" }],
    ["it was closed early", { lifeChange: { kind: "closed", at: now } }, {}],
    ["no end is known and it is old", { shownAt: new Date("2026-09-01") }, { deadline: "entro breve" }],
    ["its place is not known", {}, { place: "" }],
    ["it has no text", { text: " " }, {}],
    ["it is no job", { kind: "course" }, {}],
    ["a public call does not name its body", { kind: "art16" }, { employer: "" }],
  ])("there is none when %s", (_why, item, facts) => {
    expect(postingOf(item, facts)).toBeUndefined();
  });

  test("the moment of an hour is told with the offset of that day", () => {
    expect(postingOf({}, { deadline: "2026-12-05T12:00:00+01:00" })?.validThrough).toBe(
      "2026-12-05T12:00:00+01:00",
    );
    expect(withOffset(new Date("2026-07-01T10:00:00Z"), "Europe/Rome")).toBe("2026-07-01T12:00:00+02:00");
    expect(withOffset(new Date("2026-07-01T10:00:30.700Z"), "America/St_Johns")).toBe(
      "2026-07-01T07:30:30-02:30",
    );
  });

  test("nothing in it can end its element", () => {
    const item = { ...offer, text: "</script><script>alert(1)</script><!--" };
    const script = String(jobPostingScript(site, item, standingOf(item, "Europe/Rome", now)));
    expect(script.match(/<\/?script/g)).toHaveLength(2);
    expect(script).not.toContain("<!--");
    const json = /<script[^>]*>(.*)<\/script>/s.exec(script)?.[1] ?? "";
    expect(JSON.parse(json).title).toBe("Magazziniere");
  });

  test.each([
    ["PROROGA – Magazziniere (rif. VDL-2026-0412)", "Magazziniere"],
    ["!!! Cuoco/a di bordo !!!", "Cuoco/a di bordo"],
    ["Saldatore - cod. 4471/26", "Saldatore"],
    ["Elettricista a Cascina Nuova", "Elettricista"],
    ["Direttore di sala", "Direttore di sala"],
    ["VDL-2026-0412", "VDL-2026-0412"],
  ])("the job in %s is %s", (title, job) => {
    expect(jobTitle({ ...offer, title })).toBe(job);
  });
});
