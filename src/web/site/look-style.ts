import type { AuthoritySettings } from "../../authority/settings.ts";
import { mixed, plainTextOn, readableOn } from "../../publishing/cards/contrast.ts";

const white = "#ffffff";
/** The ground of cards and of the page in dark surroundings; see assets/site.css. */
const darkGrounds = ["#18242f", "#0f1820"] as const;
const lightGrounds = ["#ffffff", "#f3f6f9"] as const;

/**
 * An authority's colours as a style sheet, each readable where it stands. A file of its own, since our policy allows
 * no style inside a page.
 */
export function lookStyle({ primary, onPrimary, accent }: AuthoritySettings["look"]): string {
  const head = mixed(primary, primary, 0);
  const ink = readableOn(onPrimary ?? plainTextOn(head), [head]);
  const isLight = ink !== white && plainTextOn(head) !== white;
  const slim = mixed(head, "#000000", isLight ? 0 : 0.28);
  const dark = mixed(head, "#0b1520", 0.55);
  const light = (colour: string) => readableOn(colour, lightGrounds);
  // What is just readable looks dull in the dark, so colours are lightened before.
  const inDark = (colour: string) => readableOn(mixed(colour, white, 0.5), darkGrounds);
  const colours = [
    ["--head", head],
    ["--head-ink", ink],
    ["--slim", slim],
    ["--slim-ink", readableOn(ink, [slim])],
    ["--link", light(head)],
    ["--on-link", readableOn(white, [light(head)])],
    ["--accent", accent ? mixed(accent, accent, 0) : head],
  ];
  const coloursInDark = [
    ["--head", dark],
    ["--head-ink", readableOn(white, [dark])],
    ["--slim", mixed(dark, "#000000", 0.3)],
    ["--slim-ink", white],
    ["--link", inDark(head)],
    ["--on-link", readableOn("#0f1820", [inDark(head)])],
    ["--accent", inDark(accent ?? head)],
  ];
  return `:root{${listed(colours)}}@media(prefers-color-scheme:dark){:root{${listed(coloursInDark)}}}\n`;
}

function listed(colours: string[][]): string {
  return colours.map(([name, colour]) => `${name}:${colour}`).join(";");
}
