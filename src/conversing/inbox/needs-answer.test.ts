import { expect, test } from "vitest";
import { needsAnswer } from "./needs-answer.ts";

test.each([
  "Grazie",
  "grazie mille!!! 🙏🙏",
  "GRAZIEEE",
  "Ok grazie, buona giornata",
  "Grazie infinite per la vostra disponibilità e buon lavoro!",
  "perfetto, tutto chiaro. Grazie ancora",
  "vi ringrazio",
  "grassie tante",
  "Gentilissimi, grazie",
  "Bravi!",
  "👍",
  "❤️❤️❤️",
  "😂",
  "ok",
  "va bene",
  "Thank you so much",
  "thanks a lot!",
  "Perfect, thx",
  "Ciao, grazie a tutti",
  "d'accordo, a presto",
  "vabbuò grazie",
  "Condivido",
])("%s needs no answer", (text) => {
  expect(needsAnswer(text, false)).toBe("probably-not");
});

test.each([
  "Grazie, ma quando scade?",
  "Grazie, come faccio a candidarmi",
  "Buongiorno, cerco lavoro",
  "Ok, e dove si consegna il modulo",
  "Grazie per niente",
  "Grazie, ma il link non funziona",
  "perfetto, il solito ufficio che non risponde",
  "?",
  "???",
  "Scade quando?",
  "Non ce la faccio più",
  "Bravi bravi, e i disabili",
  "Thanks, can I apply by e-mail",
  "Ho 58 anni e nessuno mi risponde",
  "3331234567",
  "Ok chiamatemi",
  "Grazie della presa in giro",
  "buonasera è ancora aperta",
  "Ringrazio il sindaco di avermi rovinato",
  "Buongiorno",
  "ciao",
  "هل يمكنني التقديم",
])("%s needs an answer", (text) => {
  expect(needsAnswer(text, false)).toBe("yes");
});

test("a picture or a file needs one, whatever is written beside it", () => {
  expect(needsAnswer("grazie", true)).toBe("yes");
  expect(needsAnswer(null, true)).toBe("yes");
});

test("thanks at great length are read by a person", () => {
  expect(needsAnswer("grazie ".repeat(15), false)).toBe("yes");
});

test("ten thousand faces are recognised without delay", () => {
  const begunAt = performance.now();
  expect(needsAnswer("😀".repeat(10_000), false)).toBe("probably-not");
  expect(needsAnswer("grazie ".repeat(10_000), false)).toBe("yes");
  expect(performance.now() - begunAt).toBeLessThan(1_000);
});
