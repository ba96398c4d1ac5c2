import { Parser } from "htmlparser2";

// Only tags that people use: "stipendio <1500" is text.
const markup =
  /<\/?(?:p|br|div|span|strong|b|i|em|u|a|ul|ol|li|table|tr|td|th|h[1-6]|img|font|script|style)\b[^<>]*>/i;
const endsLine = new Set([
  "p",
  "br",
  "div",
  "li",
  "tr",
  "table",
  "ul",
  "ol",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
]);
const unseen = new Set(["script", "style"]);

export function hasMarkup(text: string): boolean {
  return markup.test(text);
}

/** The words of a piece of HTML, as plain text: entities resolved, one line for each block, scripts left out. */
export function withoutMarkup(html: string): string {
  let text = "";
  let unseenDepth = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (unseen.has(name)) unseenDepth += 1;
      if (endsLine.has(name)) text += "\n";
    },
    ontext(words) {
      // A line break in HTML is a space.
      if (unseenDepth === 0) text += words.replace(/\s+/g, " ");
    },
    onclosetag(name) {
      if (unseen.has(name)) unseenDepth -= 1;
      // "br" has no end of its own, though the parser announces one.
      if (endsLine.has(name) && name !== "br") text += "\n";
    },
  });
  parser.end(html);
  const lines = text.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
