import type { AskResult } from "../../moderating/reviewing/ask-review.ts";

/** Why a request for a review was not taken in. */
export type ReviewFault = Exclude<AskResult["kind"], "taken"> | "not-from-here";
