import { describe, expect, it } from "vitest";
import { type KnownKey, recognise } from "./recognise.ts";

const link = "link:p.example/avviso";
const text =
  "Corso finanziato per persone disoccupate con patto di servizio attivo. Sede: CFP Valdilago, San Siro.";

function known(title: string, body = ""): Map<string, KnownKey> {
  const match = { itemId: "7", title, text: body, hasIdKey: true };
  return new Map([
    ["id:portale:1", { ...match, key: "id:portale:1" }],
    [link, { ...match, key: link }],
  ]);
}

const again = (title: string, body: string, memory: Map<string, KnownKey>) =>
  recognise({ title, text: body }, ["id:portale:2", link], memory).kind;

describe("an item under a known link and another id", () => {
  it("is the known one when it says the same", () => {
    expect(again("Corso di saldatura", "", known("Corso  di SALDATURA"))).toBe("known");
  });

  // A portal that changed its ids corrected a title in the same hour, and the item was told twice.
  it("is the known one when words were put before or behind its title", () => {
    expect(again("Corso di saldatura – rettifica n. 1", "", known("Corso di saldatura"))).toBe("known");
    expect(again("PROROGA: Corso di saldatura", "", known("Corso di saldatura"))).toBe("known");
    expect(again("Corso di saldatura", "", known("Corso di saldatura – rettifica n. 1"))).toBe("known");
  });

  it("is the known one when its text is the same, whatever its title", () => {
    const memory = known("Corso di saldatura – rettifica n. 1", text);
    expect(again("Corso di saldatura – rettifica n. 2", text, memory)).toBe("known");
  });

  it("is another one when title and text differ: a page may show the latest notice under one address", () => {
    expect(again("Graduatoria n. 13", text, known("Graduatoria n. 12", `Altro. ${text}`))).toBe("new");
    expect(again("Avvisi di ottobre", "", known("Avvisi"))).toBe("new");
  });

  it("is another one when the text they share is too short to mean anything", () => {
    expect(again("Graduatoria n. 13", "Leggi tutto", known("Graduatoria n. 12", "Leggi tutto"))).toBe("new");
  });
});
