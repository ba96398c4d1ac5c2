import { html } from "hono/html";
import type { Language } from "../../../channels/channel.ts";
import type { MaskedPiece } from "../../../moderating/deciding/mask-personal-data.ts";
import type { Html } from "../../web-parts.ts";
import { shownText } from "../inbox/shown-text.ts";
import { moderationWordsOf } from "./words/index.ts";

/** The beginning of a text in a list: what reaches or identifies a person is named and not shown. */
export function maskedPart(pieces: readonly MaskedPiece[], language: Language): Html | string {
  const words = moderationWordsOf(language);
  if (pieces.length === 0) return words.noWords;
  return html`${pieces.map((piece) =>
    "masked" in piece
      ? html`<span class="masked">${words.masked[piece.masked]}</span>`
      : shownText(piece.text).text,
  )}`;
}
