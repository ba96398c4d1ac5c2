import type { CardWords, LabelledWords } from "./card-words.ts";
import type { LeafWords } from "./series-words.ts";

// Facebook states no limit for alt_text_custom; a screen reader reads it in one breath, without a way to stop inside.
const charactersMax = 1000;

/**
 * What a card says, for those who do not see it, in the card's own language and order. The words are the item's own,
 * not as they had to be drawn: whole where the card ends in an ellipsis, and in their script where the card shows "?".
 */
export function alternativeText(words: CardWords): string {
  const sentences = [
    withTitle(words.kind, words.title),
    words.place,
    words.contract,
    words.deadline && said(words.deadline),
    words.reference && said(words.reference),
    said(words.follow),
    words.authority,
  ];
  return inOneBreath(sentences);
}

/** The same for a card of a series after the first. */
export function alternativeTextOfLeaf(words: LeafWords): string {
  return inOneBreath([
    words.subject,
    words.text === "" ? words.heading : `${words.heading}: ${words.text}`,
    words.box && said(words.box),
    words.reference && said(words.reference),
    words.follow && said(words.follow),
    words.authority,
  ]);
}

function inOneBreath(sentences: readonly (string | undefined)[]): string {
  const text = sentences
    .filter((sentence) => sentence !== undefined && sentence.trim() !== "")
    .map((sentence) => ended(String(sentence).replace(/\s+/g, " ").trim()))
    .join(" ");
  return text.length <= charactersMax
    ? text
    : `${text.slice(0, charactersMax - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** As in a post, the kind is not said twice: "Concorso pubblico: Concorso pubblico per esami" stammers. */
function withTitle(kind: string, title: string): string {
  if (title.trim() === "") return kind;
  const [firstWord = ""] = kind.toLowerCase().split(" ");
  return title.toLowerCase().startsWith(firstWord) ? title : `${kind}: ${title}`;
}

function said({ label, text }: LabelledWords): string {
  return `${label}: ${text}`;
}

function ended(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}
