import { html } from "hono/html";

type Piece = { text: string } | { href: string; text: string };

/** Splits a text into plain pieces and web addresses; punctuation after an address is not part of it. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"]+/g)) {
    const href = match[0].replace(/[.,;:!?»”')\]]+$/, "");
    if (!URL.canParse(href)) continue;
    if (match.index > at) found.push({ text: text.slice(at, match.index) });
    found.push({ href, text: href });
    at = match.index + href.length;
  }
  if (at < text.length) found.push({ text: text.slice(at) });
  return found;
}

/** The text of a post: line breaks are kept by the style sheet, addresses become links. */
export function postText(text: string) {
  return pieces(text).map((piece) =>
    "href" in piece
      ? html`<a href="${piece.href}" rel="nofollow noopener">${piece.text}</a>`
      : html`${piece.text}`,
  );
}
