import { type PlainText, plainText } from "../../platform/plain-text.ts";

/** The body of an item of a feed as plain text, without what the feed's software adds to each. */
export function bodyText(source: string): PlainText {
  const { text, links } = plainText(source);
  return { text: withoutTrailer(text), links };
}

const trailer = /^(?:L['’]articolo|The post)\s.{0,400}\s(?:proviene da|appeared first on)\s.{0,300}$/i;

/** WordPress ends every text of its feeds with a line of advertising for itself. */
function withoutTrailer(text: string): string {
  const lastBreak = text.lastIndexOf("\n");
  const last = text.slice(lastBreak + 1);
  if (last.length > 800 || !trailer.test(last)) return text;
  return lastBreak < 0 ? "" : text.slice(0, lastBreak).trimEnd();
}
