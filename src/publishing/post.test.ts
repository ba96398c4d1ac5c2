import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemKinds } from "../watching/found-item.ts";
import { composePost, type PostableItem, summarise } from "./post.ts";

const style = {
  authorityName: "Provincia di Valdilago – Settore Lavoro",
  language: "it" as const,
  timeZone: "Europe/Rome",
  templates: {},
};
const address = { link: "https://bacheca.example/v/abc123def456", marker: "abc123def456" };
const limits = { textCharactersMax: 10_000 };
const item: PostableItem = {
  kind: "offer",
  title: "Magazziniere/a carrellista",
  body: "Azienda di logistica cerca 2 persone. Turni 6-14 e 14-22.",
  reference: "VDL-2026-0412",
  facts: { place: "Lomazzo", contract: "tempo determinato", deadline: "2026-12-04" },
};
const text = (given: Partial<PostableItem>, other = {}) =>
  composePost({ ...item, ...given }, { ...style, ...other }, address, limits).text;

describe("the text of a post", () => {
  it("says what the offer is, until when, whose it is, and where to read on", () => {
    expect(text({})).toBe(`Offerta di lavoro: Magazziniere/a carrellista
Lomazzo · tempo determinato

Azienda di logistica cerca 2 persone. Turni 6-14 e 14-22.

Candidature entro: venerdì 4 dicembre 2026
Riferimento: VDL-2026-0412
Tutti i dettagli: https://bacheca.example/v/abc123def456

Provincia di Valdilago – Settore Lavoro`);
  });

  it("does not say the kind twice", () => {
    expect(text({ kind: "course", title: "Corso gratuito di saldatura" })).toMatch(
      /^Corso gratuito di saldatura\n/,
    );
    expect(text({ kind: "course", title: "Saldatura" })).toMatch(/^Corso di formazione: Saldatura\n/);
  });

  it("leaves out lines and separators for which the item knows nothing", () => {
    expect(text({ reference: null, facts: { contract: "part time" } })).toContain(
      "carrellista\npart time\n\nAzienda",
    );
    expect(text({ reference: null, facts: {} })).not.toMatch(/Riferimento|Candidature|·/);
  });

  it("does not say the reference twice", () => {
    const said = { body: "Si cerca una persona.\nRiferimento: VDL-2026-0412 · Sede: Lomazzo" };
    expect(text(said).match(/VDL-2026-0412/g)).toHaveLength(1);
    expect(text({ body: "Vedi anche VDL-2026-04123." })).toContain("\nRiferimento: VDL-2026-0412\n");
    expect(text(said, { templates: { offer: "{title}\nRif. {reference}\n{link}" } })).toContain(
      "\nRif. VDL-2026-0412\n",
    );
  });

  it("gives an hour in the authority's own time", () => {
    expect(text({ facts: { deadline: "2026-12-04T12:00:00+01:00" } })).toContain(
      "venerdì 4 dicembre 2026, ore 12:00",
    );
  });

  it("follows the authority's template, and adds the link where that forgot it", () => {
    expect(text({}, { templates: { offer: "{title} – {place}" } })).toBe(
      "Magazziniere/a carrellista – Lomazzo\n\nhttps://bacheca.example/v/abc123def456",
    );
  });

  it("lets the summary give way first when the limit is near", () => {
    const post = composePost({ ...item, body: "x ".repeat(400) }, style, address, { textCharactersMax: 300 });
    expect(post.text).toContain("Magazziniere/a carrellista");
    expect(post.text).not.toContain("x x");
    expect(post.text).toContain(address.link);
  });

  it("never exceeds the limit, never loses the link, and always ends whole characters", () => {
    const given = fc.record({
      kind: fc.constantFrom(...itemKinds),
      title: fc.string({ unit: "grapheme", maxLength: 500 }),
      body: fc.string({ unit: "grapheme", maxLength: 2000 }),
      reference: fc.option(fc.string({ maxLength: 40 })),
      facts: fc.record({ place: fc.string(), deadline: fc.string() }, { requiredKeys: [] }),
    });
    fc.assert(
      fc.property(given, fc.integer({ min: 120, max: 3000 }), (some, textCharactersMax) => {
        const post = composePost(some, style, address, { textCharactersMax });
        expect(post.text.length).toBeLessThanOrEqual(textCharactersMax);
        expect(post.text).toContain(address.link);
        expect(post.text.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe("a summary", () => {
  it("ends with a sentence where one fits", () => {
    expect(summarise("Prima frase lunga abbastanza. Seconda frase che non ci sta più.", 50)).toBe(
      "Prima frase lunga abbastanza.",
    );
  });

  it("ends with a word and an ellipsis otherwise", () => {
    expect(summarise("parola ".repeat(30), 40)).toMatch(/^(parola ?)+…$/);
  });
});
