import { describe, expect, test } from "vitest";
import { type ClipFrame, clipFrame, planClip } from "./clip.ts";
import { drawFrame, pictureBytes, pictureOf } from "./clip-picture.ts";
import { isPublishable, type Mp4Facts, readMp4Facts } from "./mp4-facts.ts";

describe("a clip", () => {
  test.each([
    [1, 6],
    [2, 10],
    [3, 12],
    [4, 14],
    [5, 15],
  ])("of %d cards lasts %d seconds", (cards, seconds) => {
    expect(planClip(cards, 30)).toMatchObject({ seconds, frames: seconds * 30 });
  });

  test("has one to five cards", () => {
    expect(() => planClip(0, 30)).toThrow(RangeError);
    expect(() => planClip(6, 30)).toThrow(RangeError);
  });

  test("moves only a little from one frame to the next, and never back", () => {
    const plan = planClip(5, 30);
    const frames = Array.from({ length: plan.frames }, (_, index) => clipFrame(plan, index));
    const shown = (frame: ClipFrame, card: number) =>
      frame.card === card ? 1 - (frame.next?.part ?? 0) : frame.next?.card === card ? frame.next.part : 0;
    const zoomOf = (frame: ClipFrame, card: number) => (frame.card === card ? frame.zoom : frame.next?.zoom);
    for (const [index, frame] of frames.entries()) {
      const before = frames[index - 1];
      if (!before) continue;
      expect(frame.card).toBeGreaterThanOrEqual(before.card);
      for (const card of [0, 1, 2, 3, 4]) {
        expect(Math.abs(shown(frame, card) - shown(before, card))).toBeLessThan(0.07);
        if (shown(frame, card) === 0 || shown(before, card) === 0) continue;
        const growth = (zoomOf(frame, card) ?? 0) - (zoomOf(before, card) ?? 0);
        expect(growth).toBeGreaterThan(0);
        expect(growth).toBeLessThan(0.001);
      }
    }
    expect(frames.at(-1)?.card).toBe(4);
    expect(Math.max(...frames.map((frame) => frame.zoom))).toBeLessThanOrEqual(1.03);
  });
});

describe("a frame", () => {
  const plain = (r: number, g: number, b: number) =>
    pictureOf(
      Uint8Array.from({ length: 16 * 32 * 4 }, (_, i) => [r, g, b, 255][i % 4] ?? 0),
      16,
      32,
    );
  const [white, black, blue] = [plain(255, 255, 255), plain(0, 0, 0), plain(0, 102, 204)];
  const into = new Uint8Array(pictureBytes(16, 32));
  const spare = new Uint8Array(into.length);

  test("keeps to the range of video: white is 235, black 16, grey has no colour", () => {
    expect([white.bytes[0], white.bytes.at(-1), black.bytes[0], black.bytes.at(-1)]).toEqual([
      235, 128, 16, 128,
    ]);
    expect([blue.bytes[0], blue.bytes[16 * 32], blue.bytes.at(-1)]).toEqual([91, 183, 79]);
  });

  test("of a plain picture stays plain at any zoom", () => {
    for (const zoom of [1, 1.01, 1.03]) {
      drawFrame({ card: 0, zoom }, [blue], into, spare);
      expect(into).toEqual(blue.bytes);
    }
  });

  test("half way lies between its two cards", () => {
    drawFrame({ card: 0, zoom: 1, next: { card: 1, zoom: 1, part: 0.5 } }, [white, black], into, spare);
    expect(into[0]).toBe(126);
  });
});

describe("a video file", () => {
  const good: Mp4Facts = { seconds: 6, width: 1080, height: 1920, framesPerSecond: 29.99, codec: "avc1" };

  test.each<[string, Partial<Mp4Facts>, boolean]>([
    ["as we make it", {}, true],
    ["of the least size", { width: 540, height: 960, framesPerSecond: 24 }, true],
    ["too small", { width: 522, height: 928 }, false],
    ["lying", { width: 1920, height: 1080 }, false],
    ["square", { width: 1080, height: 1080 }, false],
    ["too short", { seconds: 2.9 }, false],
    ["too long", { seconds: 61 }, false],
    ["that jerks", { framesPerSecond: 23 }, false],
    ["of another kind", { codec: "mp4v" }, false],
  ])("%s is taken or refused as Facebook says", (_, facts, isTaken) => {
    expect(isPublishable({ ...good, ...facts })).toBe(isTaken);
  });

  test("that is none has no facts", () => {
    expect(readMp4Facts(new Uint8Array())).toBeUndefined();
    expect(readMp4Facts(Buffer.from("\0\0\0\u0010moov\0\0\0\u0008trak"))).toBeUndefined();
    expect(readMp4Facts(new Uint8Array(64).fill(255))).toBeUndefined();
  });
});
