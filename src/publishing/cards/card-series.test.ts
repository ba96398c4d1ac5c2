import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flawsOf } from "../../../test/card-flaws.ts";
import { shared, sharedMissing } from "../../../test/shared.ts";
import { itemKinds } from "../../watching/found-item.ts";
import { composePost } from "../post.ts";
import type { Card } from "./card.ts";
import { cardSizes } from "./card-layout.ts";
import { composeCards, type SeriesStyle } from "./card-series.ts";
import type { CardItem } from "./card-words.ts";
import { clipCardsMax } from "./clip.ts";
import { contrast, leastContrast } from "./contrast.ts";
import { readTypefaces } from "./read-typefaces.ts";

const typefaces = await readTypefaces();
const link = "https://bacheca.provincia-valdilago.example/v/k3x9m2p7qa";
const style: SeriesStyle = {
  authorityName: "Provincia di Valdilago – Settore Lavoro",
  language: "it",
  timeZone: "Europe/Rome",
  look: { primary: "#0066CC" },
  followedAt: { network: "Facebook", account: "Lavoro Valdilago" },
};
const offer: CardItem = {
  kind: "offer",
  title: "Magazziniere/a carrellista",
  body: "Azienda di logistica ricerca 2 addetti/e al magazzino. Turni 6-14 e 14-22.",
  reference: "VDL-2026-0412",
  facts: {
    place: "Lomazzo (CO)",
    contract: "Tempo determinato, 6 mesi",
    deadline: "2026-12-04",
    howToApply: "Curriculum a offerte@provincia-valdilago.example",
  },
};
/** More text than a summary ever holds, a sentence to a line. */
const long = "Si cercano persone che sappiano guidare il muletto e preparare gli ordini.\n".repeat(12).trim();

const looks: Record<string, SeriesStyle["look"]> = {
  plain: { primary: "#0066CC" },
  "with an accent": { primary: "#00664F", accent: "#FFC533" },
  "dark and warm": { primary: "#7A1F3D", accent: "#F3DDB3" },
  "light with dark text": { primary: "#FFD23F", onPrimary: "#17324D", accent: "#17324D" },
};

function cardsOf(item: CardItem, more: Partial<SeriesStyle> = {}, size: Card["size"] = "square"): Card[] {
  return composeCards(item, { ...style, ...more }, link, size, typefaces);
}

/** What a card says under a role, its lines joined; several texts of one role one after the other. */
function said(card: Card | undefined, role: string): string {
  const texts = card?.texts.filter((text) => text.role === role) ?? [];
  return texts.map((text) => text.lines.join(" ").replaceAll("\u00a0", " ")).join(" / ");
}

const unspaced = (text: string) => text.replace(/\s/g, "");

describe("an item as a series of cards", () => {
  test("tells it in short, how to apply, and where to go on", () => {
    const cards = cardsOf(offer);
    expect(cards.map((card) => said(card, "heading") || said(card, "title"))).toEqual([
      "Magazziniere/a carrellista",
      "In breve",
      "Come candidarsi",
      "Seguici su Facebook",
    ]);
    expect(cards.slice(1).map((card) => said(card, "subject"))).toEqual(Array(3).fill(offer.title));
    expect(said(cards[1], "text")).toBe(offer.body);
    expect(said(cards[2], "text")).toBe(offer.facts.howToApply);
    expect(said(cards[2], "deadline")).toBe("venerdì 4 dicembre 2026");
    expect(said(cards[3], "text")).toBe("Lavoro Valdilago / Ogni nuovo annuncio appena esce.");
  });

  test.each<[string, CardItem, Partial<SeriesStyle>, string[]]>([
    ["no text", { ...offer, body: "" }, {}, ["Come candidarsi", "Seguici su Facebook"]],
    [
      "a text that repeats its title",
      { ...offer, body: ` ${offer.title} ` },
      {},
      ["Come candidarsi", "Seguici su Facebook"],
    ],
    [
      "no way to apply",
      { ...offer, facts: { ...offer.facts, howToApply: " " } },
      {},
      ["In breve", "Seguici su Facebook"],
    ],
    ["a kind nobody applies for", { ...offer, kind: "notice" }, {}, ["In breve", "Seguici su Facebook"]],
    [
      "an account without a name",
      offer,
      { followedAt: undefined },
      ["In breve", "Come candidarsi", "Seguici"],
    ],
    ["no fact at all", { ...offer, body: "", reference: null, facts: {} }, {}, ["Seguici su Facebook"]],
    [
      "a long text",
      { ...offer, body: long },
      {},
      ["In breve, 1 di 2", "In breve, 2 di 2", "Come candidarsi", "Seguici su Facebook"],
    ],
  ])("of %s has the cards it needs and no empty one", (_, item, more, headings) => {
    expect(
      cardsOf(item, more)
        .slice(1)
        .map((card) => said(card, "heading")),
    ).toEqual(headings);
  });

  test("has no card about where to go on where there is no link", () => {
    const cards = composeCards(offer, style, "", "square", typefaces);
    expect(cards.map((card) => said(card, "heading"))).toEqual(["", "In breve", "Come candidarsi"]);
  });

  test("without room for a long text on one card keeps every word of it on two", () => {
    const [, first, second] = cardsOf({ ...offer, body: long });
    const text = `${said(first, "text")} / ${said(second, "text")}`;
    expect(long.replaceAll("\n", " / ")).toContain(text);
    expect(text.length).toBeGreaterThan(300);
    expect([...(first?.texts ?? []), ...(second?.texts ?? [])].filter(({ isCut }) => isCut)).toEqual([]);
  });

  test.each(Object.entries(looks))("is read well on every card: %s", (_, look) => {
    for (const size of cardSizes) {
      for (const card of cardsOf({ ...offer, body: long }, { look }, size)) {
        expect(flawsOf(card, typefaces)).toEqual([]);
        for (const { colour, ground } of card.texts) {
          expect(contrast(colour, ground)).toBeGreaterThanOrEqual(leastContrast);
        }
      }
    }
  });

  test("says in its alternative texts what its cards say, in the letters of the item", () => {
    const cards = cardsOf({ ...offer, title: "Переводчик a Como", body: "Lingua: українська 🇺🇦 o русский." });
    expect(said(cards[1], "subject")).toBe("? a Como");
    expect(said(cards[1], "text")).toBe("Lingua: ? o ?.");
    expect(cards[1]?.replaced).toContain("у");
    expect(cards[1]?.alternativeText).toBe(
      "Переводчик a Como. In breve: Lingua: українська 🇺🇦 o русский. Tutti i dettagli:" +
        " bacheca.provincia-valdilago.example/v/k3x9m2p7qa. Provincia di Valdilago – Settore Lavoro.",
    );
    for (const card of cardsOf(offer)) {
      for (const text of card.texts) {
        // An address may be parted where no space is.
        expect(unspaced(card.alternativeText), text.role).toContain(unspaced(text.lines.join("")));
      }
    }
  });

  const cases = (["it", "en"] as const).flatMap((language) =>
    itemKinds.map((kind) => [language, kind] as const),
  );

  test.each(cases)("says nothing of the item that its post does not say: %s, %s", (language, kind) => {
    const item = { ...offer, kind };
    const given = { ...style, language, templates: {} };
    const post = composePost(item, given, { link, marker: "k3x9m2p7qa" }, { textCharactersMax: 5000 });
    const text = post.text.replace(/\s+/g, " ").toLowerCase();
    const cards = composeCards(item, given, link, "square", typefaces);
    for (const card of cards.slice(1, -1)) {
      for (const role of ["subject", "text", "deadline", "authority"]) {
        for (const words of said(card, role).split(" / ")) expect(text, role).toContain(words.toLowerCase());
      }
    }
  });

  test("is sound, one to five cards, whatever an item says", () => {
    const words = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 260 }),
      fc.lorem({ maxCount: 120 }),
      fc.constantFrom("a".repeat(300), "", "\n\n", "parola\n".repeat(60), "<b>&amp;"),
    );
    const any = fc.record({
      item: fc.record({
        kind: fc.constantFrom(...itemKinds),
        title: words,
        body: words,
        reference: fc.option(words),
        facts: fc.record({ place: words, deadline: words, howToApply: words }, { requiredKeys: [] }),
      }),
      more: fc.record({
        authorityName: words,
        language: fc.constantFrom("it", "en"),
        look: fc.constantFrom(...Object.values(looks)),
        followedAt: fc.option(fc.record({ network: words, account: words }), { nil: undefined }),
      }),
      size: fc.constantFrom(...cardSizes),
    });
    fc.assert(
      fc.property(any, ({ item, more, size }) => {
        const cards = cardsOf(item, more, size);
        expect(cards.length).toBeLessThanOrEqual(clipCardsMax);
        expect(cards.flatMap((card) => flawsOf(card, typefaces))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  const file = shared("samples/offers.json");
  test.skipIf(!existsSync(file))(
    `of each shared sample cuts no word of its title${existsSync(file) ? "" : ` (${sharedMissing})`}`,
    () => {
      const { offers } = JSON.parse(readFileSync(file, "utf8")) as {
        offers: { title: string; text: string; ref?: string | null }[];
      };
      expect(offers.length).toBeGreaterThan(10);
      for (const { title, text, ref } of offers) {
        for (const size of cardSizes) {
          const cards = cardsOf({ ...offer, title, body: text, reference: ref ?? null }, {}, size);
          expect(cards.flatMap((card) => flawsOf(card, typefaces))).toEqual([]);
          expect(
            cards[0]?.texts.filter((one) => one.role === "title" && (one.isCut || one.hasBrokenWords)),
          ).toEqual([]);
        }
      }
    },
  );
});
