import fc from "fast-check";
import { parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { flawsOf } from "../../../test/card-flaws.ts";
import { itemKinds } from "../../watching/found-item.ts";
import { composePost } from "../post.ts";
import { type Card, type CardStyle, composeCard } from "./card.ts";
import { cardLayouts, cardSizes } from "./card-layout.ts";
import { type CardItem, cardWords } from "./card-words.ts";
import { drawCard, escaped } from "./draw-card.ts";
import { readTypefaces } from "./read-typefaces.ts";
import { renderCard } from "./render-card.ts";

const typefaces = await readTypefaces();
const link = "https://bacheca.provincia-valdilago.example/v/k3x9m2p7qa";
const style: CardStyle = {
  authorityName: "Provincia di Valdilago – Settore Lavoro",
  language: "it",
  timeZone: "Europe/Rome",
  look: { primary: "#0066CC" },
};
const offer: CardItem = {
  kind: "offer",
  title: "Magazziniere/a carrellista",
  body: "",
  reference: "VDL-2026-0412",
  facts: { place: "Lomazzo (CO)", contract: "Tempo determinato, 6 mesi", deadline: "2026-12-04" },
};

function textOf(card: Card, role: string): string | undefined {
  const found = card.texts.find((text) => text.role === role);
  return found?.lines.join(" ").replaceAll("\u00a0", " ");
}

describe("a card", () => {
  test.each(cardSizes)("says all of the item in its %s size", (size) => {
    const card = composeCard(offer, style, link, size, typefaces);
    expect(flawsOf(card, typefaces)).toEqual([]);
    expect(
      ["kind", "title", "place", "contract", "deadline-label", "deadline"].map((role) => textOf(card, role)),
    ).toEqual([
      "Offerta di lavoro",
      "Magazziniere/a carrellista",
      "Lomazzo (CO)",
      "Tempo determinato, 6 mesi",
      "Candidature entro",
      "venerdì 4 dicembre 2026",
    ]);
    expect(textOf(card, "reference")).toBe("Riferimento: VDL-2026-0412");
    expect(textOf(card, "follow")).toBe("Tutti i dettagli: bacheca.provincia-valdilago.example/v/k3x9m2p7qa");
    expect(textOf(card, "authority")).toBe("Provincia di Valdilago – Settore Lavoro");
    expect(card.texts.filter((text) => text.isCut || text.hasBrokenWords)).toEqual([]);
  });

  test("leaves out what is not known", () => {
    const card = composeCard(
      { ...offer, reference: null, facts: { place: " " } },
      style,
      link,
      "square",
      typefaces,
    );
    expect(card.texts.map((text) => text.role)).toEqual(["kind", "title", "authority", "follow"]);
    expect(card.box).toBeUndefined();
    expect(card.icons).toEqual([]);
  });

  test.each(cardSizes)("of the longest real titles cuts no word in its %s size", (size) => {
    const longest = [
      "Avviamento a selezione art. 16 L. 56/87 – Comune di Roncaverde: 1 operaio/a cantoniere, tempo indeterminato",
      "Concorso pubblico per titoli ed esami per la copertura di n. 12 posti a tempo pieno e indeterminato di istruttore amministrativo-contabile, area degli istruttori, di cui 4 riservati ai sensi dell'art. 1 della L. 68/1999 presso gli uffici",
    ];
    for (const title of longest) {
      const card = composeCard({ ...offer, title }, style, link, size, typefaces);
      expect(flawsOf(card, typefaces)).toEqual([]);
      expect(textOf(card, "title")).toBe(title);
    }
  });

  test("does not say its kind twice to those who hear it", () => {
    const title = "Concorso pubblico: 3 istruttori amministrativi";
    const card = composeCard({ ...offer, kind: "competition", title }, style, link, "square", typefaces);
    expect(card.alternativeText).toMatch(/^Concorso pubblico: 3 istruttori amministrativi\. Lomazzo/);
  });

  test("with a title of emoji only is called by its kind", () => {
    const card = composeCard({ ...offer, title: "🎉🎉" }, style, link, "preview", typefaces);
    expect(textOf(card, "title")).toBe("Offerta di lavoro");
    expect(textOf(card, "kind")).toBeUndefined();
  });

  test("reports what it could not draw, and says it in its alternative text", () => {
    const card = composeCard({ ...offer, title: "Переводчик a Como" }, style, link, "square", typefaces);
    expect(textOf(card, "title")).toBe("? a Como");
    expect(card.replaced).toContain("П");
    expect(card.alternativeText).toContain("Переводчик a Como");
  });

  test("is sound and never markup, whatever an item says and however an authority looks", () => {
    const words = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 260 }),
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.constantFrom(
        "<script>alert(1)</script>",
        "]]>&amp;&#60;",
        '"><svg onload="x">',
        "a".repeat(300),
        "",
      ),
    );
    const colour = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, "0")}`);
    const any = fc.record({
      kind: fc.constantFrom(...itemKinds),
      title: words,
      reference: fc.option(words),
      facts: fc.record({ place: words, contract: words, deadline: words }, { requiredKeys: [] }),
      authorityName: words,
      look: fc.record({ primary: colour, onPrimary: colour, accent: colour }, { requiredKeys: ["primary"] }),
      language: fc.constantFrom("it", "en"),
      link: words,
      size: fc.constantFrom(...cardSizes),
    });
    fc.assert(
      fc.property(any, ({ kind, title, reference, facts, authorityName, look, language, size, link }) => {
        const given = { authorityName, language, timeZone: "Europe/Rome", look };
        const card = composeCard({ kind, title, body: "", reference, facts }, given, link, size, typefaces);
        expect(flawsOf(card, typefaces)).toEqual([]);
        const svg = drawCard(card, typefaces);
        expect(elementsOf(svg)).toEqual(
          new Set([
            "svg",
            "rect",
            "clippath",
            "g",
            "circle",
            "text",
            "tspan",
            ...(card.icons.length > 0 ? ["path"] : []),
          ]),
        );
      }),
      { numRuns: 150 },
    );
  });
});

function elementsOf(svg: string): Set<string> {
  const names = new Set<string>();
  const walk = (nodes: ReturnType<typeof parseDocument>["children"]) => {
    for (const node of nodes) {
      if ("name" in node) names.add(String(node.name).toLowerCase());
      if ("children" in node) walk(node.children);
    }
  };
  walk(parseDocument(svg, { xmlMode: true }).children);
  return names;
}

describe("a drawn card", () => {
  test("writes every sign of a text as a number", () => {
    expect(escaped(`A<b>&"'à`)).toBe("A&#60;b&#62;&#38;&#34;&#39;&#224;");
  });

  test.each(cardSizes)("is a PNG of the right measures in its %s size", async (size) => {
    const card = await renderCard(composeCard(offer, style, link, size, typefaces), typefaces);
    const { width, height } = cardLayouts[size];
    expect(card).toMatchObject({ type: "image/png", width, height });
    expect(Buffer.from(card.bytes.subarray(1, 4)).toString()).toBe("PNG");
    expect(card.bytes.length).toBeLessThan(1_000_000);
    expect(card.alternativeText).toBe(
      "Offerta di lavoro: Magazziniere/a carrellista. Lomazzo (CO). Tempo determinato, 6 mesi. Candidature entro:" +
        " venerdì 4 dicembre 2026. Riferimento: VDL-2026-0412. Tutti i dettagli:" +
        " bacheca.provincia-valdilago.example/v/k3x9m2p7qa. Provincia di Valdilago – Settore Lavoro.",
    );
  });
});

/**
 * Words of a card that its post may lack: the kind, which a post leaves out where the title begins with it or, in a
 * notice, altogether; and what our template for events and notices has no line for (contract, reference).
 */
const mayBeMissing: Record<"offer" | "notice", (keyof ReturnType<typeof cardWords>)[]> = {
  offer: ["kind"],
  notice: ["kind", "contract", "reference"],
};

describe("the words of a card", () => {
  const cases = (["it", "en"] as const).flatMap((language) =>
    itemKinds.map((kind) => [language, kind] as const),
  );

  test.each(cases)("stand in the post of our templates: %s, %s", (language, kind) => {
    const item = {
      ...offer,
      kind,
      body: "Due righe.",
      facts: { ...offer.facts, deadline: "2026-12-18T12:00:00+01:00" },
    };
    const given = { ...style, language, templates: {} };
    const { text } = composePost(item, given, { link, marker: "k3x9m2p7qa" }, { textCharactersMax: 5000 });
    const missing = mayBeMissing[kind === "event" || kind === "notice" ? "notice" : "offer"];
    for (const [name, words] of Object.entries(cardWords(item, given, link))) {
      if ((missing as string[]).includes(name)) continue;
      for (const said of typeof words === "string" ? [words] : [words.label, words.text]) {
        expect(text.toLowerCase(), name).toContain(said.toLowerCase());
      }
    }
  });
});
