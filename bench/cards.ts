import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { cardSizes } from "../src/publishing/cards/card-layout.ts";
import type { RenderedCard } from "../src/publishing/cards/render-card.ts";
import { type Case, cases, seriesCases } from "./cards/cases.ts";
import { contactSheet, seriesSheet } from "./cards/contact-sheet.ts";
import { distribution } from "./distribution.ts";
import { printFigures, printTable } from "./print.ts";

/**
 * Pictures of posts: 24 cards (longest titles, missing facts, four looks, three sizes) and a contact sheet of them to
 * look at, eight series on a sheet of their own, how long a card takes, cold and warm; clips of one card and of the
 * longest series, and the most memory all of it took.
 *
 * npm run bench:cards -- [--rounds 3] [--ffmpeg PROGRAM] [--no-clips]
 *
 * Clips are made by the encoder that comes along; with --ffmpeg by that program too.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    ffmpeg: { type: "string" },
    "no-clips": { type: "boolean", default: false },
  },
});

const megabytes = (bytes: number) => Math.round(bytes / 1e6);
const memoryBeforeMb = megabytes(process.memoryUsage.rss());
const all = cases();

// Cold: from nothing loaded to the first file, as the first post after a start pays for it.
const startedAt = performance.now();
const [{ composeCard }, { composeCards }, { readTypefaces }, { renderCard }, { renderClip }] =
  await Promise.all([
    import("../src/publishing/cards/card.ts"),
    import("../src/publishing/cards/card-series.ts"),
    import("../src/publishing/cards/read-typefaces.ts"),
    import("../src/publishing/cards/render-card.ts"),
    import("../src/publishing/cards/render-clip.ts"),
  ]);
const typefaces = await readTypefaces();
const compose = ({ item, style, link, size }: Case) => composeCard(item, style, link, size, typefaces);
const [firstCase] = all;
if (!firstCase) throw new Error("there is nothing to draw");
await renderCard(compose(firstCase), typefaces);
const coldMs = Math.round(performance.now() - startedAt);

const folder = await mkdtemp(path.join(tmpdir(), "bacheca-cards-"));
const { milliseconds, memoryOfCardsMb } = await drawAll(Number(values.rounds));
const series = seriesCases().map((of) => composeCards(of.item, of.style, of.link, of.size, typefaces));
await drawSeries();
const clips = values["no-clips"] ? [] : await makeClips();

const figures = cardSizes.map((size) => {
  const { count, p50, p95, max } = distribution(milliseconds.get(size) ?? []);
  return { size, cards: count, p50Ms: p50, p95Ms: p95, maxMs: max };
});
printTable(figures);
console.log(`cold, with everything to load: ${coldMs} ms\n`);
if (clips.length > 0) printTable(clips);
console.log(`\npictures and clips to look at: ${folder}`);
printFigures({
  bench: "cards",
  coldMs,
  cards: figures,
  clips,
  memoryMb: { before: memoryBeforeMb, peakOfCards: memoryOfCardsMb, peak: peakMb() },
});

/** Every card so many times, one after the other; the last round is kept as files and on one sheet. */
async function drawAll(rounds: number) {
  const milliseconds = new Map<string, number[]>(cardSizes.map((size) => [size, []]));
  let drawn: { of: Case; card: RenderedCard }[] = [];
  for (let round = 0; round < rounds; round++) {
    drawn = [];
    for (const of of all) {
      const from = performance.now();
      const card = await renderCard(compose(of), typefaces);
      milliseconds.get(of.size)?.push(performance.now() - from);
      drawn.push({ of, card });
    }
  }
  // Before the sheet, which holds all cards at once.
  const memoryOfCardsMb = peakMb();
  for (const [index, { of, card }] of drawn.entries()) {
    await writeFile(path.join(folder, `${String(index + 1).padStart(2, "0")}-${of.size}.png`), card.bytes);
  }
  await writeFile(path.join(folder, "contact-sheet.png"), await contactSheet(drawn));
  return { milliseconds, memoryOfCardsMb };
}

async function drawSeries(): Promise<void> {
  const drawn: RenderedCard[][] = [];
  for (const cards of series) {
    const pictures = [];
    for (const card of cards) pictures.push(await renderCard(card, typefaces));
    drawn.push(pictures);
  }
  const isStory = ([card]: RenderedCard[]) => card !== undefined && card.height > card.width;
  for (const [name, rows] of [
    ["albums", drawn.filter((one) => !isStory(one))],
    ["clips", drawn.filter(isStory)],
  ] as const) {
    await writeFile(path.join(folder, `series-${name}.png`), await seriesSheet(rows));
  }
}

async function makeClips() {
  const [longest] = series
    .filter(([card]) => card?.size === "story")
    .sort((one, other) => other.length - one.length);
  if (!longest) throw new Error("there is no series to film");
  const rows = [];
  for (const ffmpeg of values.ffmpeg === undefined ? ([false] as const) : [false as const, values.ffmpeg]) {
    for (const count of [1, longest.length]) {
      const from = performance.now();
      const result = await renderClip(longest.slice(0, count), typefaces, { ffmpeg });
      const took = rounded((performance.now() - from) / 1000);
      if (result.kind === "impossible") throw new Error(`no clip: ${result.reason} ${result.detail ?? ""}`);
      const { clip } = result;
      await writeFile(path.join(folder, `clip-${clip.madeBy}-${count}.mp4`), clip.bytes);
      const { madeBy, width, height, framesPerSecond } = clip;
      const shape = `${width}×${height} at ${Math.round(framesPerSecond)}`;
      rows.push({
        madeBy,
        cards: count,
        shape,
        lastsS: clip.seconds,
        tookS: took,
        megabytes: rounded(clip.bytes.length / 1e6),
      });
    }
  }
  return rows;
}

function peakMb(): number {
  return megabytes(process.resourceUsage().maxRSS * 1024);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
