/** As the database and the authority's file want an account's id. */
const idCharactersMax = 63;
const unnamed = "pagina";

/**
 * A short id from the Page's name, as people would write it in a file: "Centro per l'Impiego – Como" becomes
 * "centro-per-l-impiego-como". One that is taken gets a number behind it.
 */
export function newAccountId(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const id = cut(plain, idCharactersMax) || unnamed;
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? "" : `-${number}`;
    const candidate = `${cut(id, idCharactersMax - end.length)}${end}`;
    if (!taken.includes(candidate)) return candidate;
  }
}

function cut(text: string, charactersMax: number): string {
  return text.slice(0, charactersMax).replace(/-+$/, "");
}
