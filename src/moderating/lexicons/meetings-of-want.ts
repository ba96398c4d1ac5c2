import type { WantField } from "./fields-of-want.ts";
import type { Meeting } from "./meeting.ts";

type Fields = WantField | "dependants|pleading|lasting" | "dependants|pleading";

/** Which fields mean want that a person has to see the same day. */
export const meetingsOfWant: readonly (Meeting & { fields: readonly Fields[] })[] = [
  { fields: ["hunger", "dependants|pleading|lasting"], reach: "near" },
  { fields: ["no-roof", "dependants|pleading"], reach: "near" },
  { fields: ["cut-off", "dependants|pleading"], reach: "near" },
  { fields: ["hunger", "cut-off"], reach: "near" },
];
