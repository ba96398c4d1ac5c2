import { type RenderedImage, renderAsync } from "@resvg/resvg-js";
import type { Card } from "./card.ts";
import { drawCard } from "./draw-card.ts";
import type { Typefaces } from "./read-typefaces.ts";

/** A card as a file to publish. */
export interface RenderedCard {
  bytes: Uint8Array;
  type: "image/png";
  width: number;
  height: number;
  alternativeText: string;
}

/**
 * Draws a card as PNG, on a thread of its own. Fonts come from our files only, so that every machine draws the same
 * pixels. Whoever needs this imports it when the first card is due: the renderer weighs some 20 MB of memory.
 */
export async function renderCard(card: Card, typefaces: Typefaces): Promise<RenderedCard> {
  const image = await renderedSvg(drawCard(card, typefaces), typefaces, card.width);
  return {
    bytes: image.asPng(),
    type: "image/png",
    width: image.width,
    height: image.height,
    alternativeText: card.alternativeText,
  };
}

/** A card as pixels, four bytes each (red, green, blue, alpha), line by line: what a clip is made of. */
export async function renderPixels(card: Card, typefaces: Typefaces, width: number): Promise<Uint8Array> {
  return (await renderedSvg(drawCard(card, typefaces), typefaces, width)).pixels;
}

function renderedSvg(svg: string, typefaces: Typefaces, width: number): Promise<RenderedImage> {
  return renderAsync(svg, {
    fitTo: { mode: "width", value: width },
    font: {
      loadSystemFonts: false,
      fontFiles: [...typefaces.files],
      defaultFontFamily: typefaces.family,
    },
    logLevel: "off",
  });
}
