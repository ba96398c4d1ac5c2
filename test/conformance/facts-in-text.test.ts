// How much the filters of the noticeboard gain by what is read in the words of items.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { localDate } from "../../src/authority/calendar/local-date.ts";
import { factsInText } from "../../src/noticeboard/facts-in-text.ts";
import { readFeed } from "../../src/sources/feed/read.ts";
import type { ItemKind } from "../../src/watching/found-item.ts";
import { kindOf } from "../../src/watching/item-kind.ts";
import { shared, sharedIsHere, sharedMissing } from "../shared.ts";

interface Offer {
  kind: string;
  title: string;
  text: string | null;
  publishedAt: string | null;
  deadline: { date: string | null; source: string } | null;
  location: { comune: string } | null;
}

const kinds: Record<string, ItemKind> = {
  art16: "art16",
  collocamento_mirato: "targeted-placement",
  tirocinio: "traineeship",
  concorso: "competition",
  corso: "course",
  evento: "event",
  notizia: "notice",
};

const there = describe.skipIf(!sharedIsHere);
const title = (what: string) => (sharedIsHere ? what : `${what} (skipped: ${sharedMissing})`);
const share = (part: number, whole: number) => `${part} of ${whole} (${Math.round((100 * part) / whole)} %)`;

there(title("the announcements of the shared samples"), () => {
  const { offers } = (
    sharedIsHere ? JSON.parse(readFileSync(shared("samples/offers.json"), "utf8")) : { offers: [] }
  ) as { offers: Offer[] };
  const readings = offers.map((offer) => ({
    offer,
    read: factsInText(
      {
        title: offer.title,
        text: offer.text ?? "",
        kind: kinds[offer.kind] ?? "offer",
        facts: {},
        labels: [],
      },
      localDate((offer.publishedAt ?? "2026-11-15").slice(0, 10)),
    ),
  }));

  test("never say another deadline or another town than is meant, and mostly say them", () => {
    let [deadlines, found] = [0, 0];
    for (const { offer, read } of readings) {
      const meant = offer.deadline?.date ?? undefined;
      if (meant) deadlines++;
      if (!read.facts.deadline) continue;
      found++;
      expect(read.facts.deadline, offer.title).toBe(meant);
    }
    const towns = readings.filter(({ offer }) => offer.location?.comune);
    const located = towns.filter(({ read }) => read.facts.place);
    for (const { offer, read } of located) expect(offer.location?.comune).toContain(read.facts.place);
    console.info(
      `deadlines read: ${share(found, deadlines)}; towns read: ${share(located.length, towns.length)}`,
    );
    expect(found / deadlines).toBeGreaterThan(0.75);
    expect(located.length / towns.length).toBeGreaterThan(0.5);
  });

  test("gain facts that their feeds have in no field", () => {
    const folder = shared("samples/feeds");
    const items = readdirSync(folder)
      .filter((file) => file.endsWith(".xml"))
      .flatMap((file) => {
        const now = new Date("2026-11-20T12:00:00Z");
        const result = readFeed(readFileSync(`${folder}/${file}`), undefined, "https://x.example/f", now);
        return result.kind === "found" ? result.items : [];
      });
    const gains = { deadline: 0, place: 0, contract: 0, office: 0, profession: 0, any: 0 };
    for (const item of items) {
      const kind = kindOf(item, "offer");
      const facts = item.facts ?? {};
      const read = factsInText({ ...item, kind, facts, labels: item.labels ?? [] }, localDate("2026-11-20"));
      const found = {
        deadline: read.facts.deadline !== undefined,
        place: read.facts.place !== undefined,
        contract: read.facts.contract !== undefined,
        office: read.office !== undefined,
        profession: read.professions.length > 0,
      };
      for (const [name, isThere] of Object.entries(found)) {
        if (isThere) gains[name as keyof typeof found]++;
      }
      if (Object.values(found).some(Boolean)) gains.any++;
    }
    for (const [name, count] of Object.entries(gains)) {
      console.info(`items of the sample feeds that gain ${name}: ${share(count, items.length)}`);
    }
    expect(gains.any / items.length).toBeGreaterThan(0.75);
  });
});
