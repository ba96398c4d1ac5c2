import { chmodSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { composeCard } from "./card.ts";
import { readMp4Facts } from "./mp4-facts.ts";
import { readTypefaces } from "./read-typefaces.ts";
import { renderClip } from "./render-clip.ts";

const typefaces = await readTypefaces();
const cards = ["Barista", "Magazziniere/a carrellista"].map((title) =>
  composeCard(
    { kind: "offer", title, body: "", reference: null, facts: { deadline: "2026-12-04" } },
    {
      authorityName: "Comune di Pietrachiara",
      language: "it",
      timeZone: "Europe/Rome",
      look: { primary: "#00664F" },
    },
    "https://bacheca.example/v/abc",
    "story",
    typefaces,
  ),
);
// The least that Facebook takes: the same way in a quarter of the time.
const shape = { width: 540, height: 960, framesPerSecond: 24 };
const folder = mkdtempSync(path.join(tmpdir(), "bacheca-test-clip-"));

// Others on this machine make clips as well; theirs are no leftovers of ours.
beforeAll(() => void vi.stubEnv("TMPDIR", folder));
afterAll(() => void vi.unstubAllEnvs());

/** A stand-in for ffmpeg: what a shell does with the same arguments. */
function standIn(name: string, script: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n[ "$1" = "-version" ] && exit 0\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

function leftovers(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith("bacheca-clip-"));
}

describe("a clip", () => {
  test("is made without any program of the machine, within the limits of stories and reels", async () => {
    const result = await renderClip(cards.slice(0, 1), typefaces, { ffmpeg: false, shape });
    if (result.kind !== "clip") throw new Error(JSON.stringify(result));
    const { clip } = result;
    expect(clip).toMatchObject({ type: "video/mp4", madeBy: "wasm", width: 540, height: 960 });
    const facts = readMp4Facts(clip.bytes);
    expect(facts).toMatchObject({ codec: "avc1", width: 540, height: 960 });
    expect(facts?.seconds).toBeCloseTo(6, 1);
    expect(facts?.framesPerSecond).toBeCloseTo(24, 1);
    expect(clip.alternativeText).toBe(cards[0]?.alternativeText);
  });

  test("falls back to our own encoder where ffmpeg is not there or cannot do it", async () => {
    for (const ffmpeg of [
      path.join(folder, "absent"),
      standIn("old", "echo 'Unknown encoder' >&2; exit 1"),
    ]) {
      const result = await renderClip(cards.slice(0, 1), typefaces, { ffmpeg, shape });
      expect(result.kind === "clip" && result.clip.madeBy).toBe("wasm");
    }
    expect(leftovers()).toEqual([]);
  });

  test("that comes out of ffmpeg as something else is not published", async () => {
    const ffmpeg = standIn("odd", `cat >/dev/null; for last; do :; done; echo nothing > "$last"`);
    const result = await renderClip(cards, typefaces, { ffmpeg, shape });
    expect(result).toEqual({ kind: "impossible", reason: "outside-limits", detail: '"not an MP4 file"' });
    expect(leftovers()).toEqual([]);
  });

  test("is given up when its time is over, and its program ended", async () => {
    const ffmpeg = standIn("slow", "exec sleep 60");
    const started = performance.now();
    const result = await renderClip(cards, typefaces, { ffmpeg, shape, timeoutMs: 1200 });
    expect(result).toEqual({ kind: "impossible", reason: "too-slow" });
    expect(performance.now() - started).toBeLessThan(5000);
    expect(leftovers()).toEqual([]);
  });

  test("can be cancelled at any moment", async () => {
    for (const afterMs of [0, 50, 600]) {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), afterMs);
      const result = await renderClip(cards, typefaces, { ffmpeg: false, signal: controller.signal });
      expect(result).toEqual({ kind: "impossible", reason: "cancelled" });
    }
  });

  test("of no card, or of six, is impossible", async () => {
    for (const wrong of [[], Array.from({ length: 6 }, () => cards[0])]) {
      const result = await renderClip(
        wrong.filter((card) => card !== undefined),
        typefaces,
      );
      expect(result).toEqual({ kind: "impossible", reason: "wrong-number-of-cards" });
    }
  });
});
