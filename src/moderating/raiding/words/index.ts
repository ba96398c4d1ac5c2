import type { Language } from "../../../channels/channel.ts";
import type { RaidStep } from "../raid.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { RaidingWords } from "./words.ts";

const words: Record<Language, RaidingWords> = { it, en };

export function raidingWordsOf(language: Language): RaidingWords {
  return words[language];
}

/** A step as a sentence. */
export function tellRaidStep(step: RaidStep, language: Language): string {
  const tell = words[language].steps[step.kind] as (one: RaidStep) => string;
  return tell(step);
}
