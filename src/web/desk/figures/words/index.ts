import type { Language } from "../../../../channels/channel.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { FiguresWords } from "./words.ts";

const words: Record<Language, FiguresWords> = { it, en };

export function figuresWordsOf(language: Language): FiguresWords {
  return words[language];
}
