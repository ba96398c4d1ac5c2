/**
 * What is shown of a stranger's text. Signs that turn the direction of what follows, and signs nobody can see, could make
 * a text or a name look like another; joiners stay, since families of emoji and some scripts are made with them.
 */
const unseen =
  /[^\P{Cc}\n\t]|[\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFF9-\uFFFB]/gu;

export function shownText(text: string): { text: string; hasUnseen: boolean } {
  const shown = text.replaceAll("\r\n", "\n").replace(unseen, "");
  return { text: shown, hasUnseen: shown.length < text.replaceAll("\r\n", "\n").length };
}

// A family of emoji is one sign of up to some twenty.
const charactersOfSignMost = 24;

/** Its beginning on one line, cut between whole signs. */
export function firstWordsOf(text: string, signsMost: number): string {
  const line = shownText(text.slice(0, signsMost * charactersOfSignMost))
    .text.replace(/\s+/g, " ")
    .trim();
  const signs = [...new Intl.Segmenter("it").segment(line)];
  if (signs.length <= signsMost && text.length <= signsMost * charactersOfSignMost) return line;
  return `${signs
    .slice(0, signsMost)
    .map(({ segment }) => segment)
    .join("")}…`;
}

/** Of a form: what PostgreSQL keeps in no text is left out, and line ends count as one sign, as they do on the network. */
export function typedText(value: string | undefined): string {
  const text = (value ?? "").replaceAll("\r\n", "\n").replaceAll("\u0000", "").toWellFormed();
  return text.slice(0, typedCharactersMax);
}

/** More than anybody types; what is longer than the network takes is kept all the same, to be shortened. */
const typedCharactersMax = 60_000;
