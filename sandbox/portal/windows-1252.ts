/** The characters Windows-1252 puts at 0x80-0x9F, where ISO-8859-1 has control characters. Empty = unassigned. */
const upper = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/**
 * Text as an old portal stores it: one byte a character. What Windows-1252 lacks becomes a numeric character
 * reference, which XML and HTML readers understand.
 */
export function windows1252(text: string): Buffer {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const place = character === " " ? -1 : upper.indexOf(character);
    if (place >= 0) bytes.push(0x80 + place);
    else if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) bytes.push(code);
    else bytes.push(...Buffer.from(`&#${code};`, "latin1"));
  }
  return Buffer.from(bytes);
}
