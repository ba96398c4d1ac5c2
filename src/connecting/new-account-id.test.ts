import { expect, test } from "vitest";
import { newAccountId } from "./new-account-id.ts";

test.each([
  ["Centro per l'Impiego – Como", [], "centro-per-l-impiego-como"],
  ["  Città è più  ", [], "citta-e-piu"],
  ["Pagina", ["pagina"], "pagina-2"],
  ["Pagina", ["pagina", "pagina-2"], "pagina-3"],
  ["日本語", [], "pagina"],
  ["", ["pagina"], "pagina-2"],
  ["a".repeat(80), [], "a".repeat(63)],
  ["a".repeat(80), ["a".repeat(63)], `${"a".repeat(61)}-2`],
  [`${"a".repeat(62)} b`, [], "a".repeat(62)],
])("%j, with %j taken, becomes %j", (name, taken, id) => {
  expect(newAccountId(name, taken)).toBe(id);
  expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,62}$/);
});
