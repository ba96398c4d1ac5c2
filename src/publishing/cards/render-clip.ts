import type { Card } from "./card.ts";
import { type ClipShape, clipCardsMax, fullShape } from "./clip.ts";
import { type ClipThread, openClipThread } from "./clip-thread.ts";
import { encodeWithFfmpeg, isProgram } from "./encode-with-ffmpeg.ts";
import { isPublishable, readMp4Facts } from "./mp4-facts.ts";
import type { Typefaces } from "./read-typefaces.ts";
import { renderPixels } from "./render-card.ts";

/** A clip as a file to publish. */
export interface RenderedClip {
  bytes: Uint8Array;
  type: "video/mp4";
  width: number;
  height: number;
  seconds: number;
  framesPerSecond: number;
  /** What its cards say, one after the other. */
  alternativeText: string;
  madeBy: "ffmpeg" | "wasm";
}

export type ClipImpossible =
  /** No card, or more than five. */
  | "wrong-number-of-cards"
  /** Not within the time it was given. */
  | "too-slow"
  | "cancelled"
  /** No encoder came to an end; `detail` has what the last one said. */
  | "encoder-failed"
  /** A file came out that Facebook would refuse. */
  | "outside-limits";

export type ClipResult =
  | { kind: "clip"; clip: RenderedClip }
  | { kind: "impossible"; reason: ClipImpossible; detail?: string };

export interface ClipOptions {
  signal?: AbortSignal;
  /** Default: two minutes. */
  timeoutMs?: number;
  /** The program to try first; `false` for none. Default: the `ffmpeg` on the path. */
  ffmpeg?: string | false;
  shape?: ClipShape;
}

const timeoutMsDefault = 120_000;

/**
 * Makes a clip of one to five cards in story size: H.264 in an MP4 file, upright, at most 15 seconds, without sound.
 * ffmpeg does it where there is one, our own thread otherwise. What cannot be done is said, never thrown.
 */
export async function renderClip(
  cards: readonly Card[],
  typefaces: Typefaces,
  options: ClipOptions = {},
): Promise<ClipResult> {
  if (cards.length === 0 || cards.length > clipCardsMax) {
    return { kind: "impossible", reason: "wrong-number-of-cards" };
  }
  const timeout = AbortSignal.timeout(options.timeoutMs ?? timeoutMsDefault);
  const signal = AbortSignal.any([timeout, ...(options.signal ? [options.signal] : [])]);
  try {
    return await encoded(
      { cards, typefaces, shape: options.shape ?? fullShape, signal },
      options.ffmpeg ?? "ffmpeg",
    );
  } catch (error) {
    if (options.signal?.aborted) return { kind: "impossible", reason: "cancelled" };
    if (timeout.aborted) return { kind: "impossible", reason: "too-slow" };
    return { kind: "impossible", reason: "encoder-failed", detail: String(error) };
  }
}

interface Making {
  cards: readonly Card[];
  typefaces: Typefaces;
  shape: ClipShape;
  signal: AbortSignal;
}

async function encoded(making: Making, ffmpeg: string | false): Promise<ClipResult> {
  if (ffmpeg !== false && (await isProgram(ffmpeg))) {
    const end = await onThread(making, false, (thread) =>
      encodeWithFfmpeg(ffmpeg, making.shape, () => thread.frame(), making.signal),
    );
    // An ffmpeg built without H.264 says so only when it is asked; then we do it ourselves.
    if (end.kind === "clip") return checked(end.bytes, making, "ffmpeg");
  }
  return checked(await onThread(making, true, (thread) => thread.clip()), making, "wasm");
}

async function onThread<Result>(
  { cards, typefaces, shape, signal }: Making,
  encodes: boolean,
  use: (thread: ClipThread) => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted();
  const thread = openClipThread({ shape, cards: cards.length, encodes }, signal);
  try {
    // One after the other: the pixels of a card are eight megabytes.
    for (const card of cards) {
      signal.throwIfAborted();
      thread.give(await renderPixels(card, typefaces, shape.width));
    }
    return await use(thread);
  } finally {
    await thread.close();
  }
}

/** The file's own boxes tell whether Facebook would take it; better learnt here than after an upload. */
function checked(bytes: Uint8Array, { cards }: Making, madeBy: RenderedClip["madeBy"]): ClipResult {
  const facts = readMp4Facts(bytes);
  if (!facts || !isPublishable(facts)) {
    return {
      kind: "impossible",
      reason: "outside-limits",
      detail: JSON.stringify(facts ?? "not an MP4 file"),
    };
  }
  const { width, height, seconds, framesPerSecond } = facts;
  const alternativeText = cards.map((card) => card.alternativeText).join("\n");
  return {
    kind: "clip",
    clip: { bytes, type: "video/mp4", width, height, seconds, framesPerSecond, alternativeText, madeBy },
  };
}
