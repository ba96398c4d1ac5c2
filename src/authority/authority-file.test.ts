import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openChannels } from "../channels/registry.ts";
import { systemClock } from "../platform/clock.ts";
import type { HttpClient } from "../platform/http-client.ts";
import type { FormatChoice } from "../publishing/format-choice.ts";
import { type AuthorityFile, type FileFault, readAuthorityFile } from "./authority-file.ts";

const noHttp: HttpClient = {
  request: async () => {
    throw new Error("a file is read without any call");
  },
  close: async () => {},
};
const folder = mkdtempSync(path.join(tmpdir(), "bacheca-test-file-"));
const tools = {
  channels: openChannels(noHttp, systemClock),
  sourceKinds: ["feed"],
  folder,
  environment: { PAGE_TOKEN: "EAAenv" },
};

function read(text: string): AuthorityFile {
  const reading = readAuthorityFile(text, tools);
  if (reading.kind === "faults") throw new Error(JSON.stringify(reading.faults));
  return reading.file;
}

function faultsOf(text: string): FileFault[] {
  const reading = readAuthorityFile(text, tools);
  return reading.kind === "faults" ? reading.faults : [];
}

/** Where each fault is and what it says in Italian. */
function told(text: string): [number, number, string, string][] {
  return faultsOf(text).map((fault) => [fault.line, fault.column, fault.path, fault.words.it]);
}

const authority = `authority: { id: valdilago, name: Provincia di Valdilago }\n`;
const account = (settings: string, more = "") =>
  `accounts:\n  - { id: pagina, channel: facebook-page, name: P${more}, settings: { ${settings} } }\n`;

describe("an authority's file", () => {
  test("describes offices, of which the first is the default unless it says otherwise", () => {
    const offices =
      "offices:\n  - { id: como, name: Como }\n  - { id: cantu, name: Cantù, isDefault: DEFAULT }\n";
    const isDefault = (text: string) => read(text).offices?.map((office) => office.isDefault);
    expect(isDefault(authority + offices.replace("DEFAULT", "false"))).toEqual([true, false]);
    expect(isDefault(authority + offices.replace("DEFAULT", "true"))).toEqual([false, true]);
  });

  test.each<[string, string, [number, string]]>([
    [
      "two offices that are both the default",
      "{ id: a, name: A, isDefault: true }, { id: b, name: B, isDefault: true }",
      [2, "offices"],
    ],
    ["two offices of one name", "{ id: a, name: A }, { id: a, name: B }", [2, "offices[1].id"]],
    [
      "a patron on no day",
      "{ id: a, name: A, calendar: { patrons: [{ name: P, day: 30 febbraio }] } }",
      [2, "offices[0].calendar.patrons[0].day"],
    ],
    ["a key nobody knows", "{ id: a, name: A, calender: {} }", [2, "offices[0].calender"]],
  ])("refuses %s, and says where", (_what, offices, [line, path]) => {
    expect(told(`${authority}offices: [${offices}]\n`)).toMatchObject([
      [line, expect.any(Number), path, expect.any(String)],
    ]);
  });

  test("may be as short as its name", () => {
    expect(read(authority)).toEqual({
      authority: {
        id: "valdilago",
        name: "Provincia di Valdilago",
        settings: {
          language: "it",
          timeZone: "Europe/Rome",
          references: [],
          holdAbove: 100,
          look: { primary: "#0066CC" },
          templates: {},
          promise: { workingDays: 2, ends: "day", warnings: ["last-day"] },
          notice: { messages: true, comments: false, everyDays: 7 },
          preparedAnswers: { include: "starter", own: [] },
          moderation: {
            reviewWithinDays: 30,
            reviewWorkingDays: 10,
            blockDays: 30,
            warningDays: 365,
            raid: { breaches: 10, minutes: 10 },
          },
          retention: {
            ...{ privateMessages: 24, comments: 24, attachments: 12, events: 3, drafts: 1 },
            ...{ notices: 2, extracts: 12, evidence: 24, feedback: 24 },
          },
        },
      },
      offices: [],
      sources: [],
      accounts: [],
    });
  });

  test("of the demonstration is a good one", () => {
    const text = readFileSync(path.join(import.meta.dirname, "../../demo/authority.yaml"), "utf8");
    const file = read(text);
    expect(file.authority.settings.references).toEqual(["VDL-\\d{4}-\\d{4}"]);
    expect(file.sources[0]).toMatchObject({
      id: "portale",
      everySeconds: 1,
      settings: { backfill: 3, kind: "offer" },
    });
    expect(file.accounts[0]).toMatchObject({ externalId: "100000000000001", kinds: null });
  });

  test.each([
    ["60", 60],
    ["60s", 60],
    ["5m", 300],
    ['"1h"', 3600],
  ])("an interval of %s is %i seconds", (every, seconds) => {
    const text = `${authority}sources:\n  - { id: p, kind: feed, name: P, url: "https://x.example/feed", every: ${every} }\n`;
    expect(read(text).sources[0]?.everySeconds).toBe(seconds);
  });

  test("takes secrets as text, from a file beside it, or from the environment", () => {
    writeFileSync(path.join(folder, "page.token"), "EAAfile\n");
    const token = (value: string) =>
      read(authority + account(`pageId: "1", token: ${value}`)).accounts[0]?.secrets;
    expect(token("EAAtext")).toEqual({ token: "EAAtext" });
    expect(token("{ file: page.token }")).toEqual({ token: "EAAfile" });
    expect(token("{ env: PAGE_TOKEN }")).toEqual({ token: "EAAenv" });
  });

  test("brings in the logo that stands beside it, and its colours", () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h90v30z"/></svg>';
    writeFileSync(path.join(folder, "logo.svg"), svg);
    const look = '{ primary: "#06C", accent: "#FFC533", logo: { file: logo.svg } }';
    const { settings, logo } = read(`authority: { id: valdilago, name: V, look: ${look} }`).authority;
    expect(settings.look).toEqual({ primary: "#06C", accent: "#FFC533" });
    expect(logo).toEqual({
      type: "image/svg+xml",
      width: 90,
      height: 30,
      data: Buffer.from(svg).toString("base64"),
    });
  });

  test("keeps secrets apart from what may be shown", () => {
    const [page] = read(authority + account('pageId: "1", token: EAAtext')).accounts;
    expect(JSON.stringify(page?.settings)).not.toContain("EAA");
  });
});

describe("the formats of an account", () => {
  const formatsOf = (formats: string) =>
    read(authority + account('pageId: "1", token: EAA', formats && `, formats: ${formats}`)).accounts[0]
      ?.formats;

  test.each<[string, FormatChoice]>([
    ["", ["link-post"]],
    ["[photo-story, link-post]", ["photo-story", "link-post"]],
    [
      "{ offer: [link-post, photo-story], course: [album], others: [link-post] }",
      { offer: ["link-post", "photo-story"], course: ["album"], others: ["link-post"] },
    ],
    ["{ notice: [], others: [reel] }", { notice: [], others: ["reel"] }],
  ])("%s", (written, choice) => {
    expect(formatsOf(written)).toEqual(choice);
  });

  test.each<[string, string]>([
    ["[]", "non può essere vuoto"],
    ["{}", "non può essere vuoto"],
    ["{ offer: [], others: [] }", "non può essere vuoto"],
    ["link-post", "serve un elenco di formati"],
    ["{ offer: link-post }", "serve un elenco di formati"],
    ["[album, reel, album]", "«album» è scritto due volte"],
    [
      "[link-pots]",
      "«link-pots» non c'è: può essere link-post, photo-post, album, photo-story, video-story, reel; forse «link-post»?",
    ],
    ["{ ofer: [album] }", "chiave sconosciuta «ofer»: forse «offer»?"],
    ["[toString, 7]", "«toString» non c'è"],
  ])("%s is a fault", (written, sentence) => {
    const [fault] = faultsOf(authority + account('pageId: "1", token: EAA', `, formats: ${written}`));
    expect(fault?.words.it).toContain(sentence);
    expect(fault?.words.en).not.toBe("");
  });

  test("are told where they stand, whatever else is wrong", () => {
    const text = `${authority}accounts:
  - id: pagina
    channel: facebook-page
    name: P
    formats:
      offer: [link-post, albun]
      curse: [album]
      course: [album, album]
    settings: { pageId: 1, token: EAA }
`;
    expect(told(text).map(([line, column, path]) => [line, column, path])).toEqual([
      [7, 26, "accounts[0].formats.offer[1]"],
      [8, 7, "accounts[0].formats.curse"],
      [9, 23, "accounts[0].formats.course[1]"],
      [10, 25, "accounts[0].settings.pageId"],
    ]);
  });

  test("are those that its channel has", () => {
    const [facebook] = Object.values(tools.channels);
    if (!facebook) throw new Error("there is no channel");
    const { "link-post": linkPost } = facebook.formats;
    const small = { ...facebook, formats: { "link-post": linkPost } };
    const text = authority + account('pageId: "1", token: EAA', ", formats: [link-post, reel]");
    const reading = readAuthorityFile(text, { ...tools, channels: { "facebook-page": small } });
    expect(reading).toMatchObject({
      faults: [
        {
          path: "accounts[0].formats[1]",
          words: {
            it: "«reel» non c'è: può essere link-post",
            en: '"reel" does not exist: it can be link-post',
          },
        },
      ],
    });
  });
});

describe("faults of an authority's file", () => {
  test("name what is wrong with its look, where it stands", () => {
    writeFileSync(path.join(folder, "active.svg"), '<svg viewBox="0 0 9 9"><script>x()</script></svg>');
    const look = (lines: string) => `authority:\n  id: valdilago\n  name: V\n  look:\n${lines}`;
    expect(told(look("    primary: blue\n    logo: { file: active.svg }\n    colour: red\n"))).toEqual([
      [5, 14, "authority.look.primary", 'un colore come "#0066CC"'],
      [6, 19, "authority.look.logo.file", expect.stringContaining("SVG semplice")],
      [7, 5, "authority.look.colour", expect.stringContaining("chiave sconosciuta «colour»")],
    ]);
    expect(told(look("    logo: { file: none.png }\n"))).toEqual([
      [
        5,
        19,
        "authority.look.logo.file",
        expect.stringMatching(/^non riesco a leggere il logo da .*none.png \(ENOENT\)$/),
      ],
    ]);
  });

  test("are told all together, in the order of the file, with line and column", () => {
    const text = `authority:
  id: Val
  name: ""
  timezone: Europe/Rome
sources:
  - { id: a, kind: fed, name: A, url: "https://x.example/" }
  - { id: a, kind: push, name: B, every: 0s }
`;
    expect(told(text)).toEqual([
      [2, 7, "authority.id", "da 2 a 63 lettere minuscole, cifre e trattini"],
      [3, 9, "authority.name", "non può essere vuoto"],
      [4, 3, "authority.timezone", "chiave sconosciuta «timezone»: forse «timeZone»?"],
      [6, 20, "sources[0].kind", "«fed» non c'è: può essere feed, push; forse «feed»?"],
      [7, 11, "sources[1].id", "«a» c'è già sopra"],
      [7, 42, "sources[1].every", "tra 1 secondo e 24 ore"],
    ]);
  });

  test.each<[string, string, string]>([
    ["no YAML", "authority: [", "non è YAML leggibile"],
    ["the same key twice", "authority: {id: ab, name: a}\nauthority: {}\n", "non è YAML leggibile"],
    ["nothing", "# solo un commento\n", "il file è vuoto"],
    ["a list", "- a\n", "serve un gruppo di voci"],
    ["no authority", "sources: []\n", "manca"],
    [
      "a source without address",
      `${authority}sources: [{ id: p, kind: feed, name: P }]`,
      "manca: è l'indirizzo",
    ],
    [
      "a regular expression that is none",
      `authority: { id: ab, name: A, references: ["("] }`,
      "non è un'espressione",
    ],
    [
      "a Page number without quotes",
      authority + account("pageId: 1234, token: EAA"),
      "solo cifre, tra virgolette",
    ],
    ["a token with a line end", authority + account('pageId: "1", token: "EAA\\nb"'), "copiarlo intero"],
    ["a setting nobody knows", authority + account('pageId: "1", token: EAA, appid: "2"'), "forse «appId»?"],
    [
      "a secret that is nowhere",
      authority + account('pageId: "1", token: { file: no }'),
      "non riesco a leggere",
    ],
    ["a variable that is not set", authority + account('pageId: "1", token: { env: NO }'), "la variabile NO"],
    [
      "a place for what is no secret",
      authority + account("pageId: { env: X }, token: a"),
      "solo per i segreti",
    ],
    [
      "an unknown channel",
      `${authority}accounts: [{ id: p, channel: facebok-page, name: P, settings: {} }]`,
      "facebook-page",
    ],
    [
      "one Page for two accounts",
      `${authority}accounts:\n  - { id: a, channel: facebook-page, name: A, settings: { pageId: "1", token: a } }\n  - { id: b, channel: facebook-page, name: B, settings: { pageId: "1", token: b } }\n`,
      "è la stessa Pagina",
    ],
  ])("%s", (_, text, sentence) => {
    const faults = faultsOf(text);
    expect(faults.map((fault) => fault.words.it).join("\n")).toContain(sentence);
    for (const fault of faults) {
      expect(fault.line).toBeGreaterThan(0);
      expect(fault.words.en).not.toBe("");
    }
  });

  test("a secret that cannot be read is told once, not also as missing", () => {
    expect(told(authority + account('pageId: "1", token: { file: no }'))).toHaveLength(1);
  });

  test("never repeat a secret", () => {
    const faults = faultsOf(authority + account('pageId: "1", token: "EAA segreto"'));
    expect(JSON.stringify(faults)).not.toContain("segreto");
  });

  test("a channel with the name of something every object has is an unknown one", () => {
    const faults = told(`${authority}accounts: [{ id: p, channel: constructor, name: P, settings: {} }]`);
    expect(faults.map(([, , path]) => path)).toEqual(["accounts[0].channel"]);
  });
});
