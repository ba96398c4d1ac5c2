import { type CardText, placed, type Sheet, type TextPlace, type TextSizes } from "./card-text.ts";

/** Space between two paragraphs, as a part of the font size. */
const between = 0.35;

/**
 * Lines of running text one below the other, all at the largest size at which everything fits its box. Where even the
 * smallest does not suffice, whole paragraphs go, and an ellipsis ends the last that stands.
 */
export function cardProse(
  text: string,
  place: Omit<TextPlace, "role">,
  sizes: Pick<TextSizes, "largest" | "smallest">,
  { typefaces }: Pick<Sheet, "typefaces">,
): CardText[] {
  const paragraphs = text.split("\n").filter((paragraph) => paragraph !== "");
  const at = (size: number, height: number) => {
    const texts: CardText[] = [];
    let y = place.y;
    for (const paragraph of paragraphs) {
      const room = place.y + height - y;
      const own = { ...place, role: "text" as const, y, height: room };
      const fixed = { largest: size, smallest: size, linesMax: 99 };
      const one = placed(paragraph, own, fixed, typefaces);
      if (one.height > room) break;
      texts.push(one);
      y += one.height + size * between;
    }
    return texts;
  };
  for (let size = sizes.largest; size > sizes.smallest; size -= 2) {
    const texts = at(size, place.height);
    if (texts.length === paragraphs.length && !texts.some((one) => one.isCut || one.hasBrokenWords))
      return texts;
  }
  return ended(at(sizes.smallest, place.height), paragraphs.length);
}

/** Says by an ellipsis that paragraphs are missing. */
function ended(texts: CardText[], wanted: number): CardText[] {
  const last = texts.at(-1);
  if (!last || texts.length === wanted || last.isCut) return texts;
  const lines = last.lines.with(-1, `${(last.lines.at(-1) ?? "").replace(/[\s,;:.–-]+$/, "")}…`);
  return texts.with(-1, { ...last, lines, isCut: true });
}
