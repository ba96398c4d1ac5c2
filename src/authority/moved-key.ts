import type { FaultWords } from "./authority-file-words.ts";

/** Keys of `authority.site` in earlier releases, and where the same is said now. */
const movedFromSite: Record<string, string> = {
  answerWorkingDays: "authority.promise.workingDays",
  pec: "offices[].contacts.pec",
  email: "offices[].contacts.email",
  phone: "offices[].contacts.telephone",
  address: "offices[].contacts.address",
  hours: "offices[].calendar.timetables",
};

/** What to write in the place of a key that was known once; undefined for a key that never was. */
export function wordsOfMovedKey(path: readonly PropertyKey[], key: string): FaultWords | undefined {
  if (path.join(".") !== "authority.site" || !Object.hasOwn(movedFromSite, key)) return undefined;
  const now = movedFromSite[key] as string;
  return {
    it: `«site.${key}» non c'è più: si scrive una volta sola, in «${now}»`,
    en: `"site.${key}" is no more: it is written once, in "${now}"`,
  };
}
