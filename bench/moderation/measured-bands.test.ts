import { expect, test } from "vitest";
import { measuredPrecision } from "../../src/moderating/measured-precision.ts";
import { shared, sharedIsHere, sharedMissing } from "../../test/shared.ts";
import { measureBands, worthKeeping } from "./bands.ts";
import { accuracyOf, hiddenCriticism, judgeComments } from "./judged-comment.ts";
import { readLabelledComments } from "./labelled-comments.ts";
import { ownSets, readOwnSet } from "./own-sets.ts";
import { scoreActions } from "./score.ts";

const own = ownSets.flatMap(({ name }) => judgeComments(readOwnSet(name)));
const samples = sharedIsHere
  ? judgeComments(readLabelledComments(shared("samples/comments.json"), shared("samples/offers.json")))
  : [];

test("criticism in our own sets never leaves people's sight", () => {
  expect(hiddenCriticism(own).map(({ comment }) => comment.text)).toEqual([]);
});

test("nine of ten comments of our own sets get an action people would defend", () => {
  expect(accuracyOf(own)).toBeGreaterThanOrEqual(0.9);
});

test("whoever is in despair in our own sets reaches a person", () => {
  expect(scoreActions(own).find(({ action }) => action === "crisis")?.recall).toBe(1);
});

test.skipIf(!sharedIsHere)(`the figures that let bands act are those measured (${sharedMissing})`, () => {
  const counted = worthKeeping(measureBands([...samples, ...own]));
  expect(counted.filter(({ confidence }) => confidence === "certain")).toEqual(measuredPrecision);
});

test.skipIf(!sharedIsHere)(`the samples reach the promised figures (${sharedMissing})`, () => {
  expect(accuracyOf(samples)).toBeGreaterThanOrEqual(0.85);
  expect(hiddenCriticism(samples)).toEqual([]);
  const recall = Object.fromEntries(scoreActions(samples).map((score) => [score.action, score.recall]));
  expect(recall).toMatchObject({ crisis: 1, pec: 1, escalate: 1 });
});
