import { alternativeTextOfLeaf } from "./alternative-text.ts";
import { type Card, type CardStyle, composeCard } from "./card.ts";
import { cardColours } from "./card-colours.ts";
import { type CardSize, cardLayouts } from "./card-layout.ts";
import { cardLeaf, isEasilyRead } from "./card-leaf.ts";
import type { Sheet } from "./card-text.ts";
import type { CardItem } from "./card-words.ts";
import { drawableText } from "./drawable-text.ts";
import type { Typefaces } from "./read-typefaces.ts";
import { type FollowedAt, type LeafWords, seriesWords } from "./series-words.ts";

/** `followedAt`: the account that speaks; without it the last card invites to follow without naming where. */
export type SeriesStyle = CardStyle & { followedAt?: FollowedAt };

/**
 * An item as one to five cards in one size, for an album or a clip: the card of composeCard, then, only where the item
 * has it, the item in short (on two cards where one would be crowded), how to apply, and at last where all details are
 * and how to follow. `link` is the link of the post. What a card says stands in the post as well, but for the invitation.
 */
export function composeCards(
  item: CardItem,
  style: SeriesStyle,
  link: string,
  size: CardSize,
  typefaces: Typefaces,
): Card[] {
  const first = composeCard(item, style, link, size, typefaces);
  const sheet: Sheet = {
    layout: cardLayouts[size],
    colours: cardColours(style.look),
    typefaces,
    logo: style.look.logo,
  };
  const fits = (words: LeafWords) =>
    isEasilyRead(cardLeaf(drawableWords(words, typefaces).words, sheet), sheet);
  return [first, ...seriesWords(item, style, link, size, fits).map((words) => leaf(words, first, sheet))];
}

/** A card like the first in all that does not depend on its words. */
function leaf(original: LeafWords, { width, height, size, colours, paper }: Card, sheet: Sheet): Card {
  const { words, replaced } = drawableWords(original, sheet.typefaces);
  return {
    width,
    height,
    size,
    colours,
    paper,
    ...cardLeaf(words, sheet),
    icons: [],
    alternativeText: alternativeTextOfLeaf(original),
    replaced,
  };
}

function drawableWords(words: LeafWords, typefaces: Typefaces): { words: LeafWords; replaced: string[] } {
  const replaced = new Set<string>();
  const drawn = (text: string) => {
    const result = drawableText(text, typefaces.regular);
    for (const character of result.replaced) replaced.add(character);
    return result.text;
  };
  const labelled = <Labelled extends { text: string }>(given: Labelled) => ({
    ...given,
    text: drawn(given.text),
  });
  return {
    words: {
      ...words,
      subject: drawn(words.subject),
      text: words.text.split("\n").map(drawn).join("\n"),
      authority: drawn(words.authority),
      ...(words.box && { box: labelled(words.box) }),
      ...(words.reference && { reference: labelled(words.reference) }),
      ...(words.follow && { follow: labelled(words.follow) }),
    },
    replaced: [...replaced],
  };
}
