import type { Words } from "./words/words.ts";

/** Why a request is not granted, as a word of ours; the sentences are in words/. */
export type ProblemCode = keyof Words["problems"];

/** A fault in a body, with the path of the place: "items[3].publishedAt". */
export interface BodyFault {
  path: string;
  message: string;
}

/** An expected refusal of an address; errors.ts makes an answer of it. Everything else thrown is a bug or an outage. */
export class Problem extends Error {
  readonly status: number;
  readonly code: ProblemCode;
  readonly faults: BodyFault[] | undefined;
  readonly headers: Record<string, string>;
  constructor(
    status: number,
    code: ProblemCode,
    more: { faults?: BodyFault[]; headers?: Record<string, string> } = {},
  ) {
    super(code);
    this.name = "Problem";
    this.status = status;
    this.code = code;
    this.faults = more.faults;
    this.headers = more.headers ?? {};
  }
}
