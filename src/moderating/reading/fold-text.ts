import { lookAlikes } from "./look-alikes.ts";

/**
 * A text in small Latin letters without accents, as far as it is made of such; `from[i]` and `to[i]` say which stretch
 * of the original stands behind the i-th unit of `plain`.
 */
export interface FoldedText {
  original: string;
  plain: string;
  from: Uint32Array;
  to: Uint32Array;
  /** Signs nobody sees, or that turn the direction of reading. */
  invisible: number;
  /** Letters of another script inside words of Latin letters. */
  lookAlike: number;
}

// Soft hyphens, zero-width signs, overrides of direction, selectors of variants, tags; and the tones of skin.
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}]/u;
const combining = /\p{M}/u;
const latinLetter = /[a-z]/;
const letter = /\p{L}/u;

/** Folds character by character, so that the way back to the original is never lost. Linear in the length. */
export function foldText(original: string): FoldedText {
  const out = new Folding(original);
  for (let at = 0; at < original.length; ) {
    const code = original.charCodeAt(at);
    if (code < 128) {
      const isCapital = code >= 65 && code <= 90;
      out.add(isCapital ? String.fromCharCode(code + 32) : original.charAt(at), at, at + 1);
      at++;
      continue;
    }
    const character = String.fromCodePoint(original.codePointAt(at) ?? 0xfffd);
    out.addForeign(character, at, at + character.length);
    at += character.length;
  }
  return out.done();
}

class Folding {
  readonly #original: string;
  readonly #parts: string[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #foreignAt: number[] = [];
  #invisible = 0;

  constructor(original: string) {
    this.#original = original;
  }

  add(text: string, from: number, to: number): void {
    for (let unit = 0; unit < text.length; unit++) {
      this.#parts.push(text.charAt(unit));
      this.#from.push(from);
      this.#to.push(to);
    }
  }

  addForeign(character: string, from: number, to: number): void {
    if (unseen.test(character)) {
      this.#invisible++;
      return;
    }
    // The verb "è" is the one word that its accent alone tells from another ("e"): it is kept.
    if (combining.test(character)) return;
    const isVerb = (character === "è" || character === "È") && this.#standsAlone(from, to);
    const folded = isVerb ? "è" : plainOf(character);
    if (lookAlikes.has(folded)) this.#foreignAt.push(this.#parts.length);
    this.add(folded, from, to);
  }

  #standsAlone(from: number, to: number): boolean {
    return !letter.test(this.#original.charAt(from - 1)) && !letter.test(this.#original.charAt(to));
  }

  done(): FoldedText {
    const lookAlike = this.#readLookAlikes();
    return {
      original: this.#original,
      plain: this.#parts.join(""),
      from: Uint32Array.from(this.#from),
      to: Uint32Array.from(this.#to),
      invisible: this.#invisible,
      lookAlike,
    };
  }

  /** Only in texts that are otherwise in Latin letters: a Russian sentence stays Russian. */
  #readLookAlikes(): number {
    if (this.#foreignAt.length === 0) return 0;
    let latin = 0;
    for (const part of this.#parts) if (latinLetter.test(part)) latin++;
    if (latin < this.#foreignAt.length) return 0;
    for (const at of this.#foreignAt) {
      this.#parts[at] = lookAlikes.get(this.#parts[at] ?? "") ?? this.#parts[at] ?? "";
    }
    return this.#foreignAt.length;
  }
}

const folded = new Map<string, string>();

function plainOf(character: string): string {
  const known = folded.get(character);
  if (known !== undefined) return known;
  const plain = character.normalize("NFKC").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  // Scripts with thousands of signs must not fill the memory.
  if (folded.size < 5_000) folded.set(character, plain);
  return plain;
}
