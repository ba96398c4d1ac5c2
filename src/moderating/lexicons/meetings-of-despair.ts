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
  { fields: ["weariness", "farewell"], reach: "near" },
  { fields: ["loss", "finality"], reach: "near" },
  { fields: ["finality", "hopelessness|vanishing"], reach: "near" },
  { fields: ["vanishing", "soon|senselessness"], reach: "near" },
  { fields: ["vanishing", "hopelessness|weariness"], reach: "near" },
  { fields: ["vanishing", "loss|farewell"], reach: "near" },
  { fields: ["provision", "soon|finality|hopelessness"], reach: "near" },
  { fields: ["provision", "burden|loss|weariness"], reach: "near" },
  { fields: ["provision", "dying|vanishing|farewell"], reach: "near" },
  { fields: ["someone-near", "means"], reach: "sentence" },
  { fields: ["loss", "means"], reach: "sentence" },
  { fields: ["someone-near", "farewell", "loss|weariness"], reach: "near" },
];
