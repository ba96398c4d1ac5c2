import type { Explanation, Language } from "../../channel.ts";
import type { MissingWords } from "../words/missing.ts";
import { en } from "../words/missing-en.ts";
import { it } from "../words/missing-it.ts";

const words: Record<Language, MissingWords> = { it, en };

/** What a missing permission or task is for, and how it is given. */
export function explainMissing(name: string, language: Language): Explanation {
  const { uses, general, permission, task } = words[language];
  const happened = Object.hasOwn(uses, name) ? uses[name as keyof typeof uses] : general;
  // Facebook writes tasks in capital letters and permissions in small ones.
  return { happened, toDo: name === name.toUpperCase() ? task : permission };
}
