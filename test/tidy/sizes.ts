import { longFiles, longFunctions } from "./long-files.ts";
import { type Complaint, isTest, programs, textFiles } from "./tree.ts";

const linesMax = 400;
const linesToLookTwice = 200;
// A reason stays good while a file goes up and down around the bound.
const linesToForget = 150;
const functionLinesMax = 50;

const isMeasured = (path: string) => /\.(ts|mts|mjs|js|css)$/.test(path) || path === ".ci/run";

export function tooLong(): Complaint[] {
  return textFiles
    .filter(({ path, lines }) => isMeasured(path) && lines.length > linesMax)
    .map(({ path, lines }) => `${path}: ${lines.length} lines; ${linesMax} is the most, so cut it in two`);
}

/** Above 200 lines somebody looked twice, and said why the file stays whole. Tests and styles are lists by nature. */
export function unexplainedLength(): Complaint[] {
  const long = textFiles.filter(
    ({ path, lines }) =>
      isMeasured(path) && !isTest(path) && !path.endsWith(".css") && lines.length > linesToLookTwice,
  );
  return [
    ...long
      .filter(({ path }) => longFiles[path] === undefined)
      .map(
        ({ path, lines }) =>
          `${path}: ${lines.length} lines; cut it, or list it with a reason in long-files.ts`,
      ),
    ...Object.keys(longFiles)
      .filter((path) => !textFiles.some((file) => file.path === path && file.lines.length > linesToForget))
      .map(
        (path) => `${path}: gone, or no longer near ${linesToLookTwice} lines; take it out of long-files.ts`,
      ),
  ];
}

const head = /^(?:export )?(?:default )?(?:async )?function\*? (\w+)/;

/** Functions on the top level of a file, from their name to the brace that closes them. A suite declares many tests. */
export function longFunctionsFound(): Complaint[] {
  const measured = programs.filter(({ path }) => !path.startsWith("test/") && !isTest(path));
  return measured.flatMap(({ path, lines }) =>
    lines.flatMap((line, from) => {
      const name = head.exec(line)?.[1];
      if (name === undefined) return [];
      const length = lines.slice(from).findIndex((each) => each.startsWith("}")) + 1;
      if (length <= functionLinesMax || longFunctions[`${path} ${name}`] !== undefined) return [];
      return [
        `${path}: ${name} has ${length} lines; a function of more than ${functionLinesMax} hides its thought`,
      ];
    }),
  );
}
