/** ISO 13616: read as one long number, it leaves 1 when divided by 97. */
export function isIban(said: string): boolean {
  const code = said.replaceAll(" ", "").toLowerCase();
  if (code.length < 15 || code.length > 34) return false;
  if (code.startsWith("it") && code.length !== 27) return false;
  let rest = 0;
  for (const sign of code.slice(4) + code.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    if (Number.isNaN(value)) return false;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Looks like an Italian one, whether its check holds or somebody mistyped. */
export function looksItalian(said: string): boolean {
  return /^it\d{2}[a-z]\d{10}[a-z0-9]{12}$/.test(said.replaceAll(" ", "").toLowerCase());
}
