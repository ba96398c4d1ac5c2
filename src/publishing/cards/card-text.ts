import type { Logo } from "../../authority/logo.ts";
import type { CardColours } from "./card-colours.ts";
import type { CardLayout } from "./card-layout.ts";
import type { Colour } from "./contrast.ts";
import { type FittedText, fitText } from "./fit-text.ts";
import type { Typefaces, Weight } from "./read-typefaces.ts";

/** Pixels from the top left corner of the card. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type TextRole =
  | "kind"
  | "title"
  | "place"
  | "contract"
  | "deadline-label"
  | "deadline"
  | "subject"
  | "heading"
  | "text"
  | "address-label"
  | "address"
  | "authority"
  | "reference"
  | "follow";

/** A text that stands on the card: broken into lines that fit its box, in a colour read well on its ground. */
export interface CardText extends Box, FittedText {
  role: TextRole;
  weight: Weight;
  colour: Colour;
  ground: Colour;
  align: "start" | "end";
}

/** What all parts of a card share while it is composed. */
export interface Sheet {
  layout: CardLayout;
  colours: CardColours;
  typefaces: Typefaces;
  logo?: Logo;
}

export interface TextSizes {
  largest: number;
  smallest: number;
  linesMax: number;
}

export type TextPlace = Pick<CardText, "role" | "weight" | "colour" | "ground"> &
  Box & { align?: "start" | "end" };

/** How tall lines are, as parts of the font size: tight in titles, open elsewhere. */
const leadings = { title: 1.12, other: 1.28 } as const;

/** Fits a text into its place; the height of the result is what its lines need, not what there was. */
export function placed(text: string, place: TextPlace, sizes: TextSizes, typefaces: Typefaces): CardText {
  const leading = place.role === "title" ? leadings.title : leadings.other;
  const fit = fitText(text, { ...place, ...sizes, leading }, typefaces[place.weight]);
  return { align: "start", ...place, ...fit, height: fit.lines.length * fit.lineHeight };
}

/** Height of so many lines at a font size in pixels, where they are no title. */
export function heightOf(lines: number, size: number): number {
  return lines * Math.ceil(size * leadings.other);
}
