import { shared, sharedIsHere, sharedMissing } from "../test/shared.ts";
import { certainPrecision, heldOutPrecision, measureBands } from "./moderation/bands.ts";
import { readHateCases, scoreHateCases } from "./moderation/hatecheck.ts";
import {
  accuracyOf,
  hiddenCriticism,
  type JudgedComment,
  judgeComments,
  ratio,
} from "./moderation/judged-comment.ts";
import { readLabelledComments } from "./moderation/labelled-comments.ts";
import { scoreLeftOut } from "./moderation/left-out.ts";
import { ownSets, readOwnSet, unlearntSets } from "./moderation/own-sets.ts";
import { confusion, explain, ruleMacroF1, scoreActions } from "./moderation/score.ts";
import { commentsPerSecond, slowestLongText } from "./moderation/speed.ts";
import { printFigures, printTable } from "./print.ts";

/**
 * How well triage does on comments that people labelled: the samples, sets of our own that were labelled before
 * triage had seen them (what they scored then is in `moderation/own-sets.ts`), and the public test of hate
 * speech detectors; and how quick it is.
 *
 * npm run eval:moderation
 */
const folds = 5;

if (!sharedIsHere) {
  console.log(`left out: ${sharedMissing}`);
  printFigures({ skipped: sharedMissing });
} else {
  evaluate();
}

function evaluate(): void {
  const samples = readLabelledComments(shared("samples/comments.json"), shared("samples/offers.json"));
  const own = ownSets.map((set) => ({ ...set, judged: judgeComments(readOwnSet(set.name)) }));
  const judged = judgeComments(samples);
  reportSamples(judged);
  const all = [...judged, ...own.flatMap((set) => set.judged)];
  reportSets([{ name: "samples", judged }, ...own, { name: "all", judged: all }]);
  const unlearnt = unlearntSets.map(({ name }) => ({ name, judged: judgeComments(readOwnSet(name)) }));
  for (const { name, judged } of unlearnt)
    console.log(
      `\nset "${name}", from which nothing was learnt: ${accuracyOf(judged)} of ${judged.length} comments`,
    );
  const leftOut = reportLeftOut(all);
  const heldOut = reportBands(all);
  const hate = reportHate();
  const slowest = slowestLongText();
  const perSecond = commentsPerSecond(samples);
  console.log(
    `\n${perSecond} comments a second on one core; slowest 100 kB: ${slowest.name}, ${slowest.milliseconds} ms`,
  );
  printFigures({
    actionAccuracy: accuracyOf(judged),
    ruleMacroF1: ruleMacroF1(judged),
    autoHidePrecision: certainPrecision(judged).precision,
    autoHidePrecisionAll: certainPrecision(all),
    autoHideHeldOut: heldOut,
    recall: Object.fromEntries(scoreActions(judged).map(({ action, recall }) => [action, recall])),
    criticismHidden: hiddenCriticism(all).length,
    own: Object.fromEntries(own.map((set) => [set.name, accuracyOf(set.judged)])),
    firstSight: Object.fromEntries(own.map((set) => [set.name, set.firstSight])),
    unlearnt: Object.fromEntries(unlearnt.map((set) => [set.name, accuracyOf(set.judged)])),
    crossValidatedAccuracy: leftOut,
    hatecheck: hate,
    commentsPerSecond: perSecond,
    slowestMs: slowest.milliseconds,
  });
}

function reportSamples(judged: readonly JudgedComment[]): void {
  printTable(scoreActions(judged).map((row) => ({ ...row })));
  console.log();
  printTable(confusion(judged));
  const wrong = judged.filter(({ isRight }) => !isRight);
  console.log(`\n${wrong.length} of ${judged.length} wrong\n`);
  for (const one of wrong) console.log(`${explain(one)}\n`);
}

function reportSets(sets: readonly { name: string; judged: readonly JudgedComment[] }[]): void {
  printTable(
    sets.map(({ name, judged }) => ({
      set: name,
      comments: judged.length,
      "first sight": ownSets.find((set) => set.name === name)?.firstSight ?? "",
      accuracy: accuracyOf(judged),
      ruleMacroF1: ruleMacroF1(judged),
      "certain hides": certainPrecision(judged).cases,
      precision: certainPrecision(judged).precision,
      "criticism hidden": hiddenCriticism(judged).length,
    })),
  );
  for (const { name, judged } of sets.slice(1, -1)) {
    const wrong = judged.filter(({ isRight }) => !isRight);
    console.log(`\nwrong of the set "${name}": ${wrong.length}`);
    for (const one of wrong) console.log(explain(one));
  }
}

function reportLeftOut(all: readonly JudgedComment[]): number {
  const { accuracy, rows } = scoreLeftOut(all);
  console.log("\neach comment judged without the lines of the lists that it alone supports, all sets");
  printTable(rows.map((row) => ({ ...row })));
  console.log(`cross-validated accuracy ${accuracy}`);
  return accuracy;
}

function reportBands(all: readonly JudgedComment[]): { hidden: number; precision: number } {
  console.log("\nprecision of hiding and deleting, by topic and band, all sets");
  printTable(measureBands(all).map((band) => ({ ...band, precision: ratio(band.right, band.cases) })));
  const heldOut = heldOutPrecision(all, folds);
  console.log(
    `bands chosen on ${folds - 1} folds, what they hide in the fold left out: ${heldOut.hidden}, precision ${heldOut.precision}`,
  );
  return heldOut;
}

function reportHate(): Record<string, number> {
  const cases = readHateCases(shared("moderation/hatecheck_it_dev.csv"));
  const scores = scoreHateCases(cases);
  console.log("\nhate speech by functionality: _h is hateful, _nh is not");
  printTable(
    [...scores].sort((a, b) => Number(isHateful(a)) - Number(isHateful(b))).map((row) => ({ ...row })),
  );
  const sum = (rows: typeof scores) =>
    ratio(
      rows.reduce((total, { right }) => total + right, 0),
      rows.reduce((total, row) => total + row.cases, 0),
    );
  return {
    all: sum(scores),
    hateful: sum(scores.filter(isHateful)),
    nonHateful: sum(scores.filter((row) => !isHateful(row))),
    ...Object.fromEntries(scores.map(({ functionality, share }) => [functionality, share])),
  };
}

function isHateful({ functionality }: { functionality: string }): boolean {
  return functionality.endsWith("_h");
}
