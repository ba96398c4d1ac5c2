import type { Measured } from "./confidence.ts";

/** What `npm run eval:moderation` counted; a test holds these figures against the samples. */
export const measuredPrecision: readonly Measured[] = [];
