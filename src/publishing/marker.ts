import { randomInt } from "node:crypto";

// No vowels and no look-alikes: nothing rude by chance, nothing misread when copied from paper.
const alphabet = "23456789bcdfghjkmnpqrstvwxyz";
const length = 12;

/** A new marker: 57 bits of chance, so that it names one publication and cannot be guessed from another. */
export function newMarker(): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}

/** Our own short address of a publication: it redirects to the item and marks the post. */
export function shortLink(publicUrl: string, marker: string): string {
  return `${publicUrl}/v/${marker}`;
}
