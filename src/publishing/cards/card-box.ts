import { type Box, type CardText, heightOf, placed, type Sheet } from "./card-text.ts";
import type { LabelledWords } from "./card-words.ts";

/** What people look for first after the title (the deadline, or the address), in a box of its own just above the paper. */
export function cardBox(
  words: LabelledWords,
  role: "deadline" | "address",
  sheet: Sheet,
): { box: Box; texts: CardText[] } {
  const { layout, colours, typefaces } = sheet;
  const { label, paddingX, paddingY } = layout.deadline;
  const x = layout.margin + paddingX;
  const width = layout.width - 2 * layout.margin - 2 * paddingX;
  const own = { x, width, ground: colours.deadlineGround } as const;
  const text = textOf(words.text, role, own, sheet);
  const labelHeight = heightOf(1, label);
  const height = labelHeight + text.height + 2 * paddingY;
  const top = layout.paperTop - 2 * layout.gap - height;
  const head = placed(
    words.label,
    {
      ...own,
      role: `${role}-label`,
      y: top + paddingY,
      height: labelHeight,
      weight: "semibold",
      colour: colours.deadline,
    },
    { largest: label, smallest: label, linesMax: 1 },
    typefaces,
  );
  const widest = Math.max(widestLine(head, sheet), widestLine(text, sheet));
  return {
    box: { x: layout.margin, y: top, width: Math.min(widest, width) + 2 * paddingX, height },
    texts: [head, { ...text, y: top + paddingY + labelHeight }],
  };
}

/** On one line if it can be read there, else on two. */
function textOf(
  text: string,
  role: "deadline" | "address",
  own: { x: number; width: number; ground: string },
  sheet: Sheet,
): CardText {
  const { layout, colours, typefaces } = sheet;
  const { largest, smallest } = layout.deadline;
  const inLines = (linesMax: number) =>
    placed(
      text,
      {
        ...own,
        role,
        y: 0,
        height: heightOf(linesMax, largest),
        weight: "bold",
        colour: colours.deadline,
      },
      { largest, smallest, linesMax },
      typefaces,
    );
  const single = inLines(1);
  return single.isCut || single.hasBrokenWords ? inLines(2) : single;
}

function widestLine(text: CardText, { typefaces }: Sheet): number {
  return Math.max(...text.lines.map((line) => typefaces[text.weight].widthOf(line, text.size)));
}
