import type { Card } from "./card.ts";
import { cardBox } from "./card-box.ts";
import { cardPaper, strokeBeside } from "./card-paper.ts";
import { cardProse } from "./card-prose.ts";
import { type CardText, heightOf, placed, type Sheet } from "./card-text.ts";
import type { LeafWords } from "./series-words.ts";

/** What stands where on a card after the first: the title small, a heading, text, a box, the paper. */
export type Leaf = Pick<Card, "texts" | "strokes" | "box" | "logo">;

/** `words` in characters that can be drawn. From the bottom up, as on the first card: the text takes what is left. */
export function cardLeaf(words: LeafWords, sheet: Sheet): Leaf {
  const { layout } = sheet;
  const paper = cardPaper(words, sheet);
  const box = words.box && cardBox(words.box, words.box.role, sheet);
  const subject = words.subject === "" ? undefined : subjectOf(words.subject, sheet);
  const heading = headingOf(words.heading, subject ? subject.y + subject.height : layout.textTop, sheet);
  const top = heading.y + heading.height + layout.gap * 0.6;
  const bottom = (box?.box.y ?? layout.paperTop) - layout.gap;
  const text = words.text === "" ? [] : textOf(words.text, top, bottom - top, sheet);
  return {
    texts: [...(subject ? [subject] : []), heading, ...text, ...(box?.texts ?? []), ...paper.texts],
    strokes: [...(subject ? [strokeBeside(subject, sheet)] : []), ...paper.strokes],
    ...(box && { box: box.box }),
    ...(paper.logo && { logo: paper.logo }),
  };
}

/** Whether all of a card's text stands there, at a size that is read with ease. */
export function isEasilyRead({ texts }: Pick<Leaf, "texts">, { layout }: Pick<Sheet, "layout">): boolean {
  return texts.every((text) => text.role !== "text" || (!text.isCut && text.size >= layout.leaf.easy));
}

/** On two lines at most: the whole title stands on the first card, here it only says what this is about. */
function subjectOf(subject: string, { layout, colours, typefaces }: Sheet): CardText {
  const { margin, leaf } = layout;
  const indent = leaf.subject * 0.7;
  return placed(
    subject,
    {
      role: "subject",
      x: margin + indent,
      y: layout.textTop,
      width: layout.width - 2 * margin - indent,
      height: heightOf(leaf.subjectLinesMax, leaf.subject),
      weight: "semibold",
      colour: colours.kind,
      ground: colours.ground,
    },
    { largest: leaf.subject, smallest: leaf.subject, linesMax: leaf.subjectLinesMax },
    typefaces,
  );
}

function headingOf(heading: string, after: number, { layout, colours, typefaces }: Sheet): CardText {
  const { margin, width, leaf } = layout;
  return placed(
    heading,
    {
      role: "heading",
      x: margin,
      y: after + layout.gap * 0.4,
      width: width - 2 * margin,
      height: heightOf(1, leaf.heading),
      weight: "bold",
      colour: colours.title,
      ground: colours.ground,
    },
    { largest: leaf.heading, smallest: Math.round(leaf.heading * 0.6), linesMax: 1 },
    typefaces,
  );
}

function textOf(text: string, y: number, height: number, sheet: Sheet): CardText[] {
  const { layout, colours } = sheet;
  const { margin, width, leaf } = layout;
  const own = { weight: "semibold", colour: colours.facts, ground: colours.ground } as const;
  return cardProse(text, { ...own, x: margin, y, width: width - 2 * margin, height }, leaf.text, sheet);
}
