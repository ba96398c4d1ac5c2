import type { ActField } from "./fields-of-acts.ts";
import type { Meeting } from "./meeting.ts";

type Meetings = readonly (Meeting & { fields: readonly ActField[] })[];

/** A formal act is a verb that does it and what it is done to; an order with a term is one by itself. */
export const meetingsOfActs: Meetings = [
  { fields: ["performing", "act-in-law"], reach: "sentence" },
  { fields: ["compelling"], reach: "sentence" },
];

/** A right on one's own data is claimed by what is to be done with them, in whatever words. */
export const meetingsOfDataRights: Meetings = [
  { fields: ["erasing", "own-data", "keeping"], reach: "near" },
  { fields: ["disclosing", "own-data"], reach: "sentence" },
  { fields: ["knowing", "own-data", "keeping"], reach: "sentence" },
];
