import type { Card } from "./card.ts";
import type { CardIcon } from "./card-facts.ts";
import type { CardText } from "./card-text.ts";
import type { Colour } from "./contrast.ts";
import type { Typefaces, Weight } from "./read-typefaces.ts";

const cssWeights: Record<Weight, number> = { regular: 400, semibold: 600, bold: 700 };

/** A card as SVG. Every character of a text is written as a number, so nothing an item says can become markup. */
export function drawCard(card: Card, typefaces: Typefaces): string {
  const { width, height, colours, paper } = card;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    rectangle({ x: 0, y: 0, width, height }, colours.ground),
    circles(card),
    rectangle(paper, colours.paper),
    ...(card.box ? [rectangle(card.box, colours.deadlineGround, 8)] : []),
    ...card.strokes.map((stroke) => rectangle(stroke, stroke.colour)),
    ...card.icons.map(icon),
    logo(card),
    `<g font-family="${escaped(typefaces.family)}">`,
    ...card.texts.map((text) => textLines(text, typefaces)),
    "</g></svg>",
  ].join("\n");
}

/** Text as numeric references: `&#60;` cannot open a tag, whatever the reader of the SVG thinks of its encoding. */
export function escaped(text: string): string {
  return Array.from(text, (character) =>
    /^[A-Za-z0-9 ]$/.test(character) ? character : `&#${character.codePointAt(0)};`,
  ).join("");
}

function textLines(text: CardText, typefaces: Typefaces): string {
  const { ascent, descent } = typefaces[text.weight];
  const { size, lineHeight } = text;
  // The letters stand in the middle of their line.
  const baseline = text.y + (lineHeight - (ascent + descent) * size) / 2 + ascent * size;
  const x = text.align === "end" ? text.x + text.width : text.x;
  const lines = text.lines.map(
    (line, index) =>
      `<tspan x="${round(x)}" y="${round(baseline + index * lineHeight)}">${escaped(line)}</tspan>`,
  );
  return (
    `<text font-size="${size}" font-weight="${cssWeights[text.weight]}" fill="${text.colour}"` +
    ` text-anchor="${text.align}">${lines.join("")}</text>`
  );
}

function rectangle(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  colour: Colour,
  radius = 0,
): string {
  const corners = radius === 0 ? "" : ` rx="${radius}"`;
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"${corners} fill="${colour}"/>`;
}

/** Two calm circles that leave the card at the upper right; cut off where the paper begins. */
function circles({ width, height, colours, paper }: Card): string {
  const unit = Math.min(width, height);
  const centre = { x: width - unit * 0.02, y: height > width * 1.5 ? unit * 0.06 : -unit * 0.06 };
  const circle = (radius: number, colour: Colour) =>
    `<circle cx="${round(centre.x)}" cy="${round(centre.y)}" r="${round(unit * radius)}" fill="${colour}"/>`;
  return (
    `<clipPath id="ground"><rect width="${width}" height="${paper.y}"/></clipPath>` +
    `<g clip-path="url(#ground)">${circle(0.62, colours.shade)}${circle(0.36, colours.deepShade)}</g>`
  );
}

/** Signs on a square of 24 units: a pin for the place, a sheet with lines for the contract. */
const signs: Record<CardIcon["name"], string> = {
  place:
    "M12 1.5A8 8 0 0 0 4 9.5C4 15.2 12 22.5 12 22.5S20 15.2 20 9.5A8 8 0 0 0 12 1.5ZM12 12.6A3.1 3.1 0 1 1 12 6.4A3.1 3.1 0 0 1 12 12.6Z",
  contract: "M5 2H15L20 7V22H5ZM14 3.8V8H18.2ZM8 11.2V13H17V11.2ZM8 14.6V16.4H17V14.6ZM8 18V19.8H14V18Z",
};

function icon({ name, x, y, size, colour }: CardIcon): string {
  return (
    `<path transform="translate(${round(x)} ${round(y)}) scale(${round(size / 24)})"` +
    ` fill="${colour}" fill-rule="evenodd" d="${signs[name]}"/>`
  );
}

function logo({ logo: given }: Card): string {
  if (!given) return "";
  const { x, y, width, height, type, data } = given;
  return (
    `<image x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"` +
    ` href="data:${type};base64,${data}"/>`
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
