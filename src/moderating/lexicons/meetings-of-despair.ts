import type { DespairField } from "./fields-of-despair.ts";
import type { Meeting } from "./meeting.ts";

type Fields =
  | DespairField
  | `${DespairField}|${DespairField}`
  | `${DespairField}|${DespairField}|${DespairField}`;

/**
 * Which fields mean despair when they meet. In doubt a person is called: a needless call costs a minute.
 */
export const meetingsOfDespair: readonly (Meeting & { fields: readonly Fields[] })[] = [
  { fields: ["wish", "dying"], reach: "sentence" },
  { fields: ["finality|soon", "dying"], reach: "sentence" },
  { fields: ["someone-near", "dying"], reach: "sentence" },
  { fields: ["dying", "hopelessness|weariness|burden"], reach: "near" },
  { fields: ["dying", "senselessness|loss|farewell"], reach: "near" },
  { fields: ["weariness", "hopelessness"], reach: "near" },
  { fields: ["burden", "hopelessness|weariness|loss"], reach: "near" },
  { fields: ["burden", "senselessness"], reach: "near" },
  { fields: ["farewell", "finality"], reach: "near" },
  { fields: ["farewell", "hopelessness"], reach: "near" },
  { fields: ["means", "wish|farewell|soon"], reach: "sentence" },
  { fields: ["means", "hopelessness|weariness"], reach: "near" },
  { fields: ["loss", "hopelessness"], reach: "near" },
];
