import type { Logo } from "../../authority/logo.ts";
import { alternativeText } from "./alternative-text.ts";
import { cardBox } from "./card-box.ts";
import { type CardColours, cardColours, type LookColours } from "./card-colours.ts";
import { type CardIcon, cardFacts } from "./card-facts.ts";
import { type CardSize, cardLayouts } from "./card-layout.ts";
import { cardPaper, type Stroke, strokeBeside } from "./card-paper.ts";
import { type Box, type CardText, heightOf, placed, type Sheet } from "./card-text.ts";
import {
  type CardItem,
  type CardLanguage,
  type CardWords,
  cardWords,
  type LabelledWords,
} from "./card-words.ts";
import { drawableText } from "./drawable-text.ts";
import type { Typefaces } from "./read-typefaces.ts";

/** What stands where on a card; draw-card.ts makes a picture of it. */
export interface Card {
  size: CardSize;
  width: number;
  height: number;
  colours: CardColours;
  texts: CardText[];
  icons: CardIcon[];
  /** The box of the deadline, or of the address where the card is the last of a series. */
  box?: Box;
  /** The light part with the authority's name. */
  paper: Box;
  /** Beside the kind, and beside or below the name. */
  strokes: Stroke[];
  logo?: Box & Logo;
  alternativeText: string;
  /** Letters of scripts that the typeface lacks, for which the card shows "?"; see drawable-text.ts. */
  replaced: string[];
}

/** Of the room that a title leaves free, the part that goes above it. */
const partAbove = 0.42;

export interface CardStyle extends CardLanguage {
  look: LookColours & { logo?: Logo };
}

/**
 * An item as a card in one size: what stands where, every text within its box and readable on its ground. `link` is
 * the link of the post. From the bottom up: the paper and the deadline have their place, the title takes what is left.
 */
export function composeCard(
  item: CardItem,
  style: CardStyle,
  link: string,
  size: CardSize,
  typefaces: Typefaces,
): Card {
  const original = cardWords(item, style, link);
  const { words, replaced } = drawableWords(original, typefaces);
  const layout = cardLayouts[size];
  const sheet: Sheet = { layout, colours: cardColours(style.look), typefaces, logo: style.look.logo };
  const paper = cardPaper(words, sheet);
  const deadline = words.deadline && cardBox(words.deadline, "deadline", sheet);
  const main = mainOf(words, deadline?.box.y ?? layout.paperTop - layout.gap, sheet);
  return {
    size,
    width: layout.width,
    height: layout.height,
    colours: sheet.colours,
    texts: [...main.texts, ...(deadline?.texts ?? []), ...paper.texts],
    icons: main.icons,
    ...(deadline && { box: deadline.box }),
    paper: { x: 0, y: layout.paperTop, width: layout.width, height: layout.paperBottom - layout.paperTop },
    strokes: [...main.strokes, ...paper.strokes],
    ...(paper.logo && { logo: paper.logo }),
    alternativeText: alternativeText(original),
    replaced,
  };
}

/** Kind, title and facts, from the top; together they end above `bottom`. */
function mainOf(words: CardWords, bottom: number, sheet: Sheet): Pick<Card, "texts" | "icons" | "strokes"> {
  const { layout } = sheet;
  const kind = kindOf(words, sheet);
  const top = kind ? kind.y + kind.height + layout.gap * 0.5 : layout.textTop;
  const facts = cardFacts(words, sheet);
  const factsRoom = facts.height === 0 ? 0 : facts.height + layout.gap;
  const title = titleOf(words, top, bottom - layout.gap - factsRoom - top, sheet);
  const factsTop = title.y + title.height + layout.gap;
  // What is left over goes mostly below: a short title does not hang from the upper edge, nor fall to the lower.
  const left = bottom - layout.gap - (factsRoom === 0 ? title.y + title.height : factsTop + facts.height);
  const down = Math.max(0, left) * partAbove;
  return {
    texts: [...lowered(kind ? [kind, title] : [title], down), ...lowered(facts.texts, factsTop + down)],
    icons: lowered(facts.icons, factsTop + down),
    strokes: lowered(kind ? [strokeBeside(kind, sheet)] : [], down),
  };
}

function lowered<Part extends { y: number }>(parts: readonly Part[], by: number): Part[] {
  return parts.map((part) => ({ ...part, y: part.y + by }));
}

function drawableWords(words: CardWords, typefaces: Typefaces): { words: CardWords; replaced: string[] } {
  const replaced = new Set<string>();
  const drawn = (text: string) => {
    // All weights of the family have the same characters.
    const result = drawableText(text, typefaces.regular);
    for (const character of result.replaced) replaced.add(character);
    return result.text;
  };
  const labelled = ({ label, text }: LabelledWords) => ({ label, text: drawn(text) });
  const place = drawn(words.place ?? "");
  const contract = drawn(words.contract ?? "");
  return {
    words: {
      kind: words.kind,
      title: drawn(words.title),
      ...(place && { place }),
      ...(contract && { contract }),
      ...(words.deadline && drawn(words.deadline.text) && { deadline: labelled(words.deadline) }),
      ...(words.reference && drawn(words.reference.text) && { reference: labelled(words.reference) }),
      follow: labelled(words.follow),
      authority: drawn(words.authority),
    },
    replaced: [...replaced],
  };
}

/** The kind above the title; where an item has no title left that can be drawn, its kind is the title. */
function kindOf(words: CardWords, { layout, colours, typefaces }: Sheet): CardText | undefined {
  if (words.title === "") return undefined;
  const { margin, kindSize, textTop } = layout;
  const indent = kindSize * 0.7;
  return placed(
    words.kind,
    {
      role: "kind",
      x: margin + indent,
      y: textTop,
      width: layout.width - 2 * margin - indent,
      height: heightOf(1, kindSize),
      weight: "semibold",
      colour: colours.kind,
      ground: colours.ground,
    },
    { largest: kindSize, smallest: Math.round(kindSize * 0.7), linesMax: 1 },
    typefaces,
  );
}

function titleOf(words: CardWords, y: number, height: number, sheet: Sheet): CardText {
  const { layout, colours, typefaces } = sheet;
  const { margin, width, title } = layout;
  return placed(
    words.title || words.kind,
    {
      role: "title",
      x: margin,
      y,
      width: width - 2 * margin,
      height,
      weight: "bold",
      colour: colours.title,
      ground: colours.ground,
    },
    title,
    typefaces,
  );
}
