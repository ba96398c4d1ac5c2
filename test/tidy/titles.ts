import { type Complaint, isTest, programs } from "./tree.ts";

const title = /^\s*(?:test|it)(?:\.\w+(?:\([^)]*\))?)*\(\s*(["'`])((?:\\.|(?!\1).)*)\1/gm;
const notAFact = /^(it )?should |\bworks( correctly| as expected)?$/i;

function titles(text: string): string[] {
  // A title that is filled in by each row of a table is none yet.
  return [...text.matchAll(title)].map((match) => match[2] ?? "").filter((each) => !/^[%$]\w+$/.test(each));
}

/** A title that stands twice in a file does not say which of the two has failed. */
export function repeatedTitles(): Complaint[] {
  return programs
    .filter(({ path }) => isTest(path))
    .flatMap(({ path, text }) => {
      const all = titles(text);
      const twice = new Set(all.filter((each, index) => all.indexOf(each) !== index));
      return [...twice].map((each) => `${path}: two tests are called "${each}"`);
    });
}

export function titlesThatSayNothing(): Complaint[] {
  return programs
    .filter(({ path }) => isTest(path))
    .flatMap(({ path, text }) =>
      titles(text)
        .filter((each) => notAFact.test(each))
        .map((each) => `${path}: "${each}" is no fact; say what is true when the test passes`),
    );
}
