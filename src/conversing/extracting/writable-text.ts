/**
 * Text that a typeface can write. What it has no sign for, and what would be invisible or turn the direction of writing
 * round, is written as its code: "[U+1F600]", "[U+0645 U+0631]", "[U+1F600 ×10000]". The JSON beside has the signs.
 */
export function writableText(text: string, hasSign: (codePoint: number) => boolean): string {
  let out = "";
  let lacking: number[] = [];
  const flush = () => {
    if (lacking.length > 0) out += `[${codes(lacking)}]`;
    lacking = [];
  };
  for (const sign of text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replaceAll("\t", "    ")) {
    const code = sign.codePointAt(0) ?? 0;
    if (sign === "\n" || (!unseen.test(sign) && hasSign(code))) {
      flush();
      out += sign;
    } else {
      lacking.push(code);
    }
  }
  flush();
  return out;
}

/** Controls, marks of direction, joiners, fillers: there, and not to be seen. */
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}]/u;

/** Repetitions are counted: ten thousand faces are one line. */
function codes(points: readonly number[]): string {
  const told: string[] = [];
  for (let from = 0, to = 0; from < points.length; from = to) {
    while (to < points.length && points[to] === points[from]) to += 1;
    const code = `U+${(points[from] ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    told.push(to - from > 1 ? `${code} ×${to - from}` : code);
  }
  return told.join(" ");
}
