import { renderAsync } from "@resvg/resvg-js";
import { cardLayouts } from "../../src/publishing/cards/card-layout.ts";
import { clipCardsMax } from "../../src/publishing/cards/clip.ts";
import type { RenderedCard } from "../../src/publishing/cards/render-card.ts";
import type { Case } from "./cases.ts";

const space = 16;
const rows = {
  preview: { columns: 4, width: 480 },
  square: { columns: 8, width: 232 },
  story: { columns: 8, width: 232 },
};
const sheetWidth = 4 * 480 + 5 * space;

/** All cards on one picture, as PNG: previews in two rows of four, squares and stories in a row of eight each. */
export async function contactSheet(cards: readonly { of: Case; card: RenderedCard }[]): Promise<Uint8Array> {
  let y = space;
  const images: string[] = [];
  for (const size of ["preview", "square", "story"] as const) {
    const { columns, width } = rows[size];
    const height = (width * cardLayouts[size].height) / cardLayouts[size].width;
    const own = cards.filter(({ of }) => of.size === size);
    const step = (sheetWidth - space) / columns;
    for (const [index, { card }] of own.entries()) {
      const x = space + (index % columns) * step;
      const top = y + Math.floor(index / columns) * (height + space);
      const data = Buffer.from(card.bytes).toString("base64");
      images.push(
        `<image x="${x}" y="${top}" width="${width}" height="${height}" href="data:image/png;base64,${data}"/>`,
      );
    }
    y += Math.ceil(own.length / columns) * (height + space);
  }
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sheetWidth}" height="${Math.ceil(y)}">` +
    `<rect width="100%" height="100%" fill="#d9dde0"/>${images.join("")}</svg>`;
  return (await renderAsync(svg)).asPng();
}

/** Series below each other, the cards of one in a row. */
export async function seriesSheet(series: readonly (readonly RenderedCard[])[]): Promise<Uint8Array> {
  const width = 380;
  let y = space;
  const images: string[] = [];
  for (const cards of series) {
    const height = Math.max(...cards.map((card) => (width * card.height) / card.width));
    for (const [index, card] of cards.entries()) {
      const data = Buffer.from(card.bytes).toString("base64");
      const x = space + index * (width + space);
      images.push(
        `<image x="${x}" y="${y}" width="${width}" height="${height}" href="data:image/png;base64,${data}"/>`,
      );
    }
    y += height + space;
  }
  const sheet = space + clipCardsMax * (width + space);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet}" height="${Math.ceil(y)}">` +
    `<rect width="100%" height="100%" fill="#d9dde0"/>${images.join("")}</svg>`;
  return (await renderAsync(svg)).asPng();
}
