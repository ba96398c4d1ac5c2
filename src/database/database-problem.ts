import { type ProblemCode, type ProblemWords, words } from "./words.ts";

/**
 * Something about the database or the machine around it that a person has to put right: thrown, because no rule
 * of the product can go on without its database. `message` is the English text, for logs; `words` is for people.
 */
export class DatabaseProblem extends Error {
  readonly code: ProblemCode;
  readonly words: ProblemWords;

  constructor(code: ProblemCode, facts: Record<string, string> = {}, cause?: unknown) {
    const said = words[code](facts);
    super(said.en, cause === undefined ? undefined : { cause });
    this.name = "DatabaseProblem";
    this.code = code;
    this.words = said;
  }
}
