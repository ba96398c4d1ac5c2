/** "Codice fiscale": six letters, year, month, day, place, and a letter that checks the others. */
const shape = /^[a-z]{6}[0-9lmnpqrstuv]{2}[abcdehlmprst][0-9lmnpqrstuv]{2}[a-z][0-9lmnpqrstuv]{3}[a-z]$/;

/** In small letters, without spaces; digits may have been replaced by letters where two people share a code. */
export function hasShapeOfTaxCode(code: string): boolean {
  return shape.test(code) && /\d/.test(code);
}

// Values of characters in odd places, by D.M. 23 December 1976; digits count as the letters in their place.
const oddValues = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/** Whether the last letter is the one that the others ask for. Any case, spaces left out. */
export function isTaxCode(said: string): boolean {
  const code = said.replaceAll(" ", "").toLowerCase();
  if (code.length !== 16) return false;
  let sum = 0;
  for (let at = 0; at < 15; at++) {
    const value = characterValue(code.charCodeAt(at));
    if (value < 0) return false;
    sum += at % 2 === 0 ? (oddValues[value] ?? 0) : value;
  }
  return code.charCodeAt(15) === 97 + (sum % 26);
}

function characterValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 122 ? code - 97 : -1;
}
