import { describe, expect, test } from "vitest";
import { triage } from "../triage.ts";

const said = (text: string) => triage(text, { channel: "message" }).action;

describe("a formal act is a verb that does it and what it is done to", () => {
  test.each([
    "inoltro il reclamo scritto sull'esclusione",
    "revochiamo la delega",
    "mi avvalgo dell'autotutela",
    "si contesta il verbale del 4 dicembre",
    "l'ente è costituito, vi mettiamo in mora",
  ])("%s", (text) => {
    expect(said(text)).toBe("pec");
  });

  test.each([
    "come si propone un reclamo contro l'esclusione?",
    "chiedo informazioni sulla graduatoria",
    "confermo la mia presenza al colloquio di domani",
    "comunico a tutti che la giornata è stata bella",
  ])("asking and ordinary doing are none: %s", (text) => {
    expect(said(text)).toBe("answer");
  });
});

describe("a right on one's own data is known by what is to be done with them", () => {
  test.each([
    ["to be made to vanish", "il mio nominativo deve sparire dai vostri elenchi"],
    ["passed on", "avete comunicato il mio indirizzo a una ditta"],
    ["put in the open", "hanno scritto la mia diagnosi sul cartello"],
    ["asked after", "voglio conoscere che informazioni personali avete su di me"],
  ])("%s", (_, text) => {
    expect(said(text)).toBe("escalate");
  });

  test.each([
    "vorrei aggiornare il mio curriculum sul portale",
    "avete ricevuto il mio curriculum?",
    "quali dati devo mettere nel modulo?",
    "per cancellare il mio appuntamento come faccio?",
  ])("the service's own work is none: %s", (text) => {
    expect(said(text)).toBe("answer");
  });
});
