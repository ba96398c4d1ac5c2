import { findContactData } from "../detecting/contact-data.ts";
import type { ContactKind } from "../detecting/contact-datum.ts";
import { readText } from "../reading/words.ts";

/** A piece of a text as it is shown in lists: words, or what stands there in their place. */
export type MaskedPiece = { text: string } | { masked: ContactKind };

/** Its beginning, cut after masking: a cut before it could leave half a number. `signsMax` counts what is not masked. */
export function maskedExcerpt(text: string, signsMax: number): MaskedPiece[] {
  const kept: MaskedPiece[] = [];
  let left = signsMax;
  for (const piece of maskPersonalData(text)) {
    if (left <= 0) break;
    if ("masked" in piece) kept.push(piece);
    else {
      const signs = [...piece.text].slice(0, left);
      left -= signs.length;
      kept.push({ text: signs.join("") });
    }
  }
  return kept;
}

/** A text without what reaches or identifies a person: numbers, addresses, tax codes, accounts. */
export function maskPersonalData(text: string): MaskedPiece[] {
  const pieces: MaskedPiece[] = [];
  let at = 0;
  for (const { from, to, kind } of findContactData(readText(text), "").sort((a, b) => a.from - b.from)) {
    if (from > at) pieces.push({ text: text.slice(at, from) });
    pieces.push({ masked: kind });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}
