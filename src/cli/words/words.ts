import type { Language } from "../../channels/channel.ts";
import { en } from "./en.ts";
import { it, type Words } from "./it.ts";

const all: Record<Language, Words> = { it, en };

/** What the command line says, in one language. */
export function wordsIn(language: Language): Words {
  return all[language];
}
