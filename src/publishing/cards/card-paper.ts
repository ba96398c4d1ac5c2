import type { Logo } from "../../authority/logo.ts";
import { type Box, type CardText, heightOf, placed, type Sheet } from "./card-text.ts";
import type { LabelledWords } from "./card-words.ts";
import type { Colour } from "./contrast.ts";

export interface Stroke extends Box {
  colour: Colour;
}

/** The light part of a card: who speaks, and where one gets on. */
export interface CardPaper {
  texts: CardText[];
  strokes: Stroke[];
  logo?: Box & Logo;
}

/** What the paper says; `follow` is absent where another part of the card says it. */
export interface PaperWords {
  authority: string;
  reference?: LabelledWords;
  follow?: LabelledWords;
}

/** The stroke before the line that stands above a title. */
export function strokeBeside(line: CardText, { layout, colours }: Sheet): Stroke {
  const height = line.height - line.lineHeight + line.size * 0.92;
  const y = line.y + (line.height - height) / 2 + line.size * 0.04;
  return { x: layout.margin, y, width: line.size * 0.2, height, colour: colours.kind };
}

// A logo wider than this part of the card would leave the name no room.
const logoWidthMax = 0.24;

export function cardPaper(words: PaperWords, sheet: Sheet): CardPaper {
  return sheet.layout.paper.isWide ? widePaper(words, sheet) : tallPaper(words, sheet);
}

/** Name on the left, details on the right, both centred on the height of the paper. */
function widePaper(words: PaperWords, sheet: Sheet): CardPaper {
  const { layout } = sheet;
  const { margin, paper } = layout;
  const top = layout.paperTop + paper.inset;
  const height = layout.paperBottom - layout.paperTop - 2 * paper.inset;
  const detailsWidth = (layout.width - 2 * margin) * 0.5;
  const details = detailsOf(
    words,
    { x: layout.width - margin - detailsWidth, y: 0, width: detailsWidth, height },
    "end",
    sheet,
  );
  const used = details.reduce((sum, text) => sum + text.height, 0);
  const besideName = details.length === 0 ? 0 : detailsWidth + margin / 2;
  const nameWidth = layout.width - 2 * margin - besideName;
  const name = nameOf(words, { x: margin, y: top, width: nameWidth, height }, sheet);
  return { ...name, texts: [...name.texts, ...moved(details, top + (height - used) / 2)] };
}

/** Name above, a thin line, details below; the name alone in the middle where there are none. */
function tallPaper(words: PaperWords, sheet: Sheet): CardPaper {
  const { layout, colours } = sheet;
  const { margin, paper } = layout;
  const width = layout.width - 2 * margin;
  const top = layout.paperTop + paper.inset;
  if (!words.reference && !words.follow) {
    return nameOf(words, { x: margin, y: top, width, height: layout.textBottom - top }, sheet);
  }
  const name = nameOf(words, { x: margin, y: top, width, height: paper.logoHeight }, sheet);
  const lineY = top + paper.logoHeight + paper.inset * 0.55;
  const detailsY = lineY + paper.inset * 0.4;
  const room = { x: margin, y: 0, width, height: layout.textBottom - detailsY };
  const line = { x: margin, y: lineY, width, height: 2, colour: colours.hairline };
  return {
    ...name,
    texts: [...name.texts, ...moved(detailsOf(words, room, "start", sheet), detailsY)],
    strokes: [...name.strokes, line],
  };
}

/** The authority's logo, or a stroke in its colour, and its name. */
function nameOf(words: PaperWords, box: Box, sheet: Sheet): CardPaper {
  const { layout, colours, typefaces, logo } = sheet;
  const { name, logoHeight } = layout.paper;
  const logoBox = logo && logoBoxOf(logo, box, layout.width * logoWidthMax, logoHeight);
  const strokeWidth = Math.round(name.largest * 0.22);
  const before = (logoBox?.width ?? strokeWidth) + name.largest * 0.7;
  const text = placed(
    words.authority,
    {
      role: "authority",
      x: box.x + before,
      y: box.y,
      width: box.width - before,
      height: box.height,
      weight: "bold",
      colour: colours.onPaper,
      ground: colours.paper,
    },
    { ...name, linesMax: 3 },
    typefaces,
  );
  const centred = { ...text, y: box.y + (box.height - text.height) / 2 };
  const stroke = {
    x: box.x,
    y: centred.y + 4,
    width: strokeWidth,
    height: text.height - 8,
    colour: colours.onPaper,
  };
  return {
    texts: words.authority === "" ? [] : [centred],
    strokes: logoBox || words.authority === "" ? [] : [stroke],
    ...(logo && logoBox && { logo: { ...logo, ...logoBox } }),
  };
}

function logoBoxOf(logo: Logo, box: Box, widthMax: number, heightMax: number): Box {
  const scale = Math.min(widthMax / logo.width, heightMax / logo.height);
  const [width, height] = [logo.width * scale, logo.height * scale];
  return { x: box.x, y: box.y + (box.height - height) / 2, width, height };
}

/** Reference and link, one below the other from `y` 0, both at the largest size at which all of both can be read. */
function detailsOf(words: PaperWords, box: Box, align: CardText["align"], sheet: Sheet): CardText[] {
  const { largest, smallest } = sheet.layout.paper.details;
  for (let size = largest; size > smallest; size -= 1) {
    const texts = detailsAt(size, words, box, align, sheet);
    if (texts.every((text) => !text.isCut && !text.hasBrokenWords && text.y + text.height <= box.height))
      return texts;
  }
  return detailsAt(smallest, words, box, align, sheet);
}

function detailsAt(
  size: number,
  { reference, follow }: PaperWords,
  box: Box,
  align: CardText["align"],
  { colours, typefaces }: Sheet,
): CardText[] {
  const own = { x: box.x, width: box.width, align, ground: colours.paper } as const;
  const sizes = { largest: size, smallest: size };
  const texts: CardText[] = [];
  if (reference) {
    const text = `${reference.label}: ${reference.text}`;
    const look = { weight: "regular", colour: colours.softOnPaper } as const;
    const place = { ...own, ...look, role: "reference", y: 0, height: heightOf(1, size) } as const;
    texts.push(placed(text, place, { ...sizes, linesMax: 1 }, typefaces));
  }
  if (!follow) return texts;
  const y = texts[0]?.height ?? 0;
  const look = { weight: "semibold", colour: colours.onPaper } as const;
  const place = { ...own, ...look, role: "follow", y, height: box.height - y } as const;
  return [...texts, placed(`${follow.label}: ${follow.text}`, place, { ...sizes, linesMax: 2 }, typefaces)];
}

function moved(texts: readonly CardText[], by: number): CardText[] {
  return texts.map((text) => ({ ...text, y: text.y + by }));
}
