import { type CardText, heightOf, placed, type Sheet } from "./card-text.ts";
import type { CardWords } from "./card-words.ts";
import type { Colour } from "./contrast.ts";

export interface CardIcon {
  name: "place" | "contract";
  x: number;
  y: number;
  size: number;
  colour: Colour;
}

/** Place and contract, each after its sign; `y` counts from the top of the facts. */
export interface CardFacts {
  texts: CardText[];
  icons: CardIcon[];
  height: number;
}

// The signs stand a sixth inside their square; their visible edge is to meet the margin.
const signInset = 1 / 6;

/** How far a fact may shrink to stand on one line, as a part of the largest size. */
const oneLineFrom = 0.86;

type Fact = { role: CardIcon["name"]; text: string };

/** Side by side where the card is wide and both fit, else one below the other. */
export function cardFacts(words: CardWords, sheet: Sheet): CardFacts {
  const facts: Fact[] = [];
  if (words.place) facts.push({ role: "place", text: words.place });
  if (words.contract) facts.push({ role: "contract", text: words.contract });
  return (sheet.layout.facts.isOneRow && inOneRow(facts, sheet)) || inRows(facts, sheet);
}

function inOneRow(facts: readonly Fact[], sheet: Sheet): CardFacts | undefined {
  const { layout, typefaces } = sheet;
  const { largest, smallest } = layout.facts;
  for (let size = largest; size >= smallest; size -= 2) {
    const widths = facts.map((fact) => typefaces.semibold.widthOf(fact.text, size) * 1.02 + 2);
    const between = size * 1.4;
    const whole = widths.reduce((sum, width) => sum + width + indentOf(size) + between, -between);
    if (whole > layout.width - 2 * layout.margin) continue;
    let x = layout.margin;
    const rows = facts.map((fact, index) => {
      const width = widths[index] ?? 0;
      const row = oneFact(fact, { x, y: 0, width }, { largest: size, smallest: size, linesMax: 1 }, sheet);
      x += indentOf(size) + width + between;
      return row;
    });
    return joined(rows, facts.length === 0 ? 0 : heightOf(1, size));
  }
  return undefined;
}

/** All at the size of the smallest, so that they read as one list. */
function inRows(facts: readonly Fact[], sheet: Sheet): CardFacts {
  const { layout } = sheet;
  const { facts: sizes, gap } = layout;
  const linesMax = sizes.isOneRow ? 1 : 2;
  const width = layout.width - 2 * layout.margin - indentOf(sizes.largest);
  const free = facts.map((fact) =>
    oneFact(fact, { x: layout.margin, y: 0, width }, { ...sizes, linesMax }, sheet),
  );
  const size = Math.min(...free.map((row) => row.text.size));
  let y = 0;
  const rows = facts.map((fact) => {
    const fixed = { largest: size, smallest: size, linesMax };
    const row = oneFact(fact, { x: layout.margin, y, width }, fixed, sheet);
    y += row.text.height + (sizes.isOneRow ? 0 : gap * 0.25);
    return row;
  });
  return joined(rows, y);
}

function oneFact(
  { role, text }: Fact,
  at: { x: number; y: number; width: number },
  sizes: { largest: number; smallest: number; linesMax: number },
  { colours, typefaces }: Sheet,
): { text: CardText; icon: CardIcon } {
  const indent = indentOf(sizes.largest);
  const place = {
    role,
    ...at,
    x: at.x + indent,
    weight: "semibold",
    colour: colours.facts,
    ground: colours.ground,
  } as const;
  const inLines = (linesMax: number, smallest: number) => {
    const room = { ...place, height: heightOf(linesMax, sizes.largest) };
    return placed(text, room, { largest: sizes.largest, smallest, linesMax }, typefaces);
  };
  // One line is worth more than two slightly larger ones: the eye finds the next fact sooner.
  const least = Math.max(sizes.smallest, Math.round(sizes.largest * oneLineFrom));
  const single = inLines(1, sizes.linesMax > 1 ? least : sizes.smallest);
  const fitted = single.isCut && sizes.linesMax > 1 ? inLines(sizes.linesMax, sizes.smallest) : single;
  const size = fitted.size * 0.9;
  const y = at.y + (fitted.lineHeight - size) / 2 + fitted.size * 0.05;
  return { text: fitted, icon: { name: role, x: at.x - size * signInset, y, size, colour: colours.kind } };
}

/** Room for the sign and the space after it. */
function indentOf(size: number): number {
  return size * 1.25;
}

function joined(rows: readonly { text: CardText; icon: CardIcon }[], height: number): CardFacts {
  return { texts: rows.map((row) => row.text), icons: rows.map((row) => row.icon), height };
}
