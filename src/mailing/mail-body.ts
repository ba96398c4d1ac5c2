import type { MailBody } from "./mail-store.ts";

/** What a letter says, before it becomes plain text and HTML. */
export interface MailContent {
  language: "it" | "en";
  /** The first line; what the subject says, in full. */
  title: string;
  paragraphs: MailParagraph[];
  /** Why this came, and how to hear of less. */
  closing: MailParagraph[];
}

export type MailParagraph =
  | string
  /** A sentence with the address it leads to. */
  | MailLink
  | { list: (string | MailLink)[] };

export interface MailLink {
  text: string;
  href: string;
}

/** The same in both: whoever reads the plain text misses nothing. Whatever goes into the HTML is escaped. */
export function bodyOf({ language, title, paragraphs, closing }: MailContent): MailBody {
  const plain = [title, ...paragraphs.map(plainOf), "-- ", ...closing.map(plainOf)];
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>
<h1>${escaped(title)}</h1>
${paragraphs.map(htmlOf).join("\n")}
<hr>
${closing.map(htmlOf).join("\n")}
</body></html>`;
  return { text: `${plain.join("\n\n").replace("\n\n-- \n\n", "\n\n-- \n")}\n`, html };
}

function plainOf(paragraph: MailParagraph): string {
  if (typeof paragraph !== "string" && "list" in paragraph) return paragraph.list.map(plainLine).join("\n");
  return plainLinked(paragraph, "\n");
}

const plainLine = (line: string | MailLink) => `- ${plainLinked(line, "\n  ")}`;

function plainLinked(one: string | MailLink, gap: string): string {
  return typeof one === "string" ? one : `${one.text}${gap}${one.href}`;
}

function htmlOf(paragraph: MailParagraph): string {
  if (typeof paragraph !== "string" && "list" in paragraph)
    return `<ul>\n${paragraph.list.map((line) => `<li>${htmlLinked(line)}</li>`).join("\n")}\n</ul>`;
  return `<p>${htmlLinked(paragraph)}</p>`;
}

function htmlLinked(one: string | MailLink): string {
  return typeof one === "string" ? escaped(one) : `<a href="${escaped(one.href)}">${escaped(one.text)}</a>`;
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] as string);
}
