import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { triage } from "../../src/moderating/triage.ts";

/**
 * What people in despair, in want or beaten write, and what only sounds so. Written in batches, each measured before
 * anything was learnt from it (decision 0029 has the figures). `missed` is what triage still does not hear.
 */
const { despair, soundsSo } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "despair-texts.json"), "utf8"),
) as { despair: string[]; missed: string[]; soundsSo: string[] };

test.each(despair)("reaches a person at once: %s", (text) => {
  const { action, needsPerson } = triage(text, { channel: "comment" });
  expect(["crisis", "escalate"]).toContain(action);
  expect(needsPerson).toBe(true);
});

test.each(soundsSo)("is a way of speaking: %s", (text) => {
  expect(triage(text, { channel: "comment" }).action).not.toBe("crisis");
});
