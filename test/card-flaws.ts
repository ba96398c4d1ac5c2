import type { Card } from "../src/publishing/cards/card.ts";
import { cardLayouts } from "../src/publishing/cards/card-layout.ts";
import type { Box } from "../src/publishing/cards/card-text.ts";
import { contrast, leastContrast } from "../src/publishing/cards/contrast.ts";
import type { Typefaces } from "../src/publishing/cards/read-typefaces.ts";

/** What no card may have, whatever it says: text beyond its place, over another text or the box, or hard to read. */
export function flawsOf(card: Card, typefaces: Typefaces): string[] {
  const { margin, textTop, textBottom } = cardLayouts[card.size];
  const room = { x: margin, y: textTop, width: card.width - 2 * margin, height: textBottom - textTop };
  const flaws: string[] = [];
  for (const text of card.texts) {
    if (!isWithin(text, room)) flaws.push(`${text.role} does not keep clear of the edges`);
    if (contrast(text.colour, text.ground) < leastContrast) flaws.push(`${text.role} is hard to read`);
    for (const line of text.lines) {
      if (typefaces[text.weight].widthOf(line, text.size) > text.width + 0.5)
        flaws.push(`${text.role} is wider than its place: ${line}`);
    }
    for (const other of card.texts) {
      if (other !== text && overlap(text, other)) flaws.push(`${text.role} and ${other.role} overlap`);
    }
    const isInBox = /^(deadline|address)/.test(text.role);
    if (!isInBox && card.box && overlap(text, card.box)) flaws.push(`${text.role} and the box overlap`);
    if (isInBox && !(card.box && isWithin(text, { ...card.box, width: card.width })))
      flaws.push(`${text.role} leaves its box`);
  }
  return flaws;
}

function isWithin(box: Box, outer: Box): boolean {
  const slack = 0.5;
  return (
    box.x >= outer.x - slack &&
    box.y >= outer.y - slack &&
    box.x + box.width <= outer.x + outer.width + slack &&
    box.y + box.height <= outer.y + outer.height + slack
  );
}

function overlap(one: Box, other: Box): boolean {
  const slack = 1;
  return (
    one.x + slack < other.x + other.width &&
    other.x + slack < one.x + one.width &&
    one.y + slack < other.y + other.height &&
    other.y + slack < one.y + one.height
  );
}
