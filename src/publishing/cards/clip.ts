/** Measures of a clip: pixels, and frames each second. */
export interface ClipShape {
  width: number;
  height: number;
  framesPerSecond: number;
}

/** What a story and a reel are recommended to be (graph-api.md 7.2, 7.4). */
export const fullShape: ClipShape = { width: 1080, height: 1920, framesPerSecond: 30 };

export const clipCardsMax = 5;

/** How a clip goes: each card stands for the same time and gives way to the next. */
export interface ClipPlan {
  cards: number;
  frames: number;
  seconds: number;
  secondsEach: number;
}

/** One frame: a card enlarged about its middle, and the next one on its way in. */
export interface ClipFrame {
  card: number;
  zoom: number;
  /** `part` of what is seen belongs to it, from 0 to 1. */
  next?: { card: number; zoom: number; part: number };
}

/** Time to read one card; five of them fill the 15 seconds that people watch. */
const secondsToRead = [6, 5, 4, 3.5, 3];
// Slow enough for readers who are dizzied by movement: WCAG 2.3.1 sees no flash in a change once in three seconds.
const fadeSeconds = 0.8;
/** Text keeps this much further from the covered edges of a story; see card-layout.ts. */
const zoomMost = 1.03;

/** The course of a clip of one to five cards: 6 to 15 seconds. */
export function planClip(cards: number, framesPerSecond: number): ClipPlan {
  const secondsEach = secondsToRead[cards - 1];
  if (secondsEach === undefined) throw new RangeError(`a clip has 1 to ${clipCardsMax} cards, not ${cards}`);
  const seconds = cards * secondsEach;
  return { cards, seconds, secondsEach, frames: Math.round(seconds * framesPerSecond) };
}

/** What frame `index`, counted from 0, shows. */
export function clipFrame(plan: ClipPlan, index: number): ClipFrame {
  const at = (index * plan.seconds) / plan.frames;
  const card = Math.min(Math.floor(at / plan.secondsEach), plan.cards - 1);
  const within = at - card * plan.secondsEach;
  const zoom = zoomAt(within + (card === 0 ? 0 : fadeSeconds), plan);
  const fadedFor = within - (plan.secondsEach - fadeSeconds);
  if (card === plan.cards - 1 || fadedFor <= 0) return { card, zoom };
  const part = eased(fadedFor / fadeSeconds);
  return { card, zoom, next: { card: card + 1, zoom: zoomAt(fadedFor, plan), part } };
}

/** A card grows evenly for as long as any of it is seen. */
function zoomAt(seenSeconds: number, { secondsEach }: ClipPlan): number {
  return 1 + (zoomMost - 1) * Math.min(1, seenSeconds / (secondsEach + fadeSeconds));
}

function eased(part: number): number {
  return part * part * (3 - 2 * part);
}
