import { describe, expect, test } from "vitest";
import { runningCircles, typeCircles } from "./tidy/circles.ts";
import { strayPackages, wrongDirections } from "./tidy/directions.ts";
import {
  deadLinks,
  longReadme,
  namedPathsThatAreGone,
  staleTable,
  unevenDecisions,
} from "./tidy/documents.ts";
import { untranslated } from "./tidy/languages.ts";
import { drawerNames, notKebab } from "./tidy/names.ts";
import { impureNouns } from "./tidy/nouns.ts";
import * as packages from "./tidy/packages.ts";
import { publiccodeFaults } from "./tidy/publiccode.ts";
import { longFunctionsFound, tooLong, unexplainedLength } from "./tidy/sizes.ts";
import { brokenLines, lineRules } from "./tidy/text-rules.ts";
import { repeatedTitles, titlesThatSayNothing } from "./tidy/titles.ts";
import type { Complaint } from "./tidy/tree.ts";

const complaints: Record<string, Record<string, () => Complaint[] | Promise<Complaint[]>>> = {
  imports: {
    "go only where who-may-import.ts lets them": () => wrongDirections(),
    "of packages with one home stay there": () => strayPackages(),
    "make no circle": runningCircles,
    "of types make no circle that nobody gave a reason for": typeCircles,
    "of rules reach no database, network or flow": () => impureNouns(),
  },
  files: {
    "have at most 400 lines": tooLong,
    "above 200 lines have a reason": unexplainedLength,
    "have no function above 50 lines without a reason": longFunctionsFound,
    "are called by what is in them": drawerNames,
    "are named in kebab-case": notKebab,
  },
  lines: Object.fromEntries(
    Object.values(lineRules).map((rule) => [`never hold ${rule.message}`, () => brokenLines(rule)]),
  ),
  tests: {
    "of one file have titles of their own": repeatedTitles,
    "have facts for titles": titlesThatSayNothing,
  },
  packages: {
    "are pinned exactly": packages.loosePins,
    "are needed, and where they are needed": packages.misplaced,
    "each have a line of reason": packages.reasonsForDependencies,
    "come along before any script runs": packages.scriptsWithoutSetUp,
    "never keep a signal from the program": packages.scriptsWithoutExec,
    "are locked without addresses": packages.lockFiles,
  },
  words: { "exist in Italian and in English": untranslated },
  documents: {
    "link to what is there": deadLinks,
    "name paths that are there": namedPathsThatAreGone,
    "begin with a short README": longReadme,
    "count their decisions through": unevenDecisions,
    "show who may import whom as it is checked": staleTable,
    "describe the software as publiccode.yml 0.7 demands": publiccodeFaults,
  },
};

for (const [subject, rules] of Object.entries(complaints)) {
  describe(subject, () => {
    for (const [fact, check] of Object.entries(rules)) {
      test(fact, async () => {
        expect((await check()).join("\n")).toBe("");
      });
    }
  });
}
