import type { OfficeContacts } from "../../authority/office.ts";
import type { HelpLine } from "../../authority/prepared-answers.ts";
import type { Language } from "../../channels/channel.ts";
import { isStale } from "../suggesting/help-lines.ts";
import { en as suggestingEn } from "../suggesting/words/en.ts";
import { it as suggestingIt } from "../suggesting/words/it.ts";
import { en } from "./words/en.ts";
import { it } from "./words/it.ts";
import type { AnswerWords } from "./words/words.ts";

/** What a notice may say; a place that has nothing to say takes its line with it. */
export interface NoticePlaces extends OfficeContacts {
  authority: string;
  office?: string;
  /** "entro martedì 9 dicembre": until when whoever writes is answered. */
  by?: string;
}

const allWords: Record<Language, AnswerWords> = { it, en };

export function answerWordsIn(language: Language): AnswerWords {
  return allWords[language];
}

/**
 * The text of the notice that goes out by itself. Whatever the authority writes, it begins by saying that nobody wrote it
 * (graph-api.md section 13.2 asks for that, and so does fairness). Undefined where it does not fit the network's bound.
 */
export function noticeText(
  template: string | undefined,
  places: NoticePlaces,
  language: Language,
  charactersMax: number,
): string | undefined {
  const words = answerWordsIn(language);
  const told = filled(template ?? words.notice.text, places);
  const text = `${words.notice.automatic}\n${told}`;
  return told !== "" && text.length <= charactersMax ? text : undefined;
}

/**
 * What goes out by itself to whoever seems to be in need, often at night: no day of answer, no word of registers, whatever
 * the authority writes in its notice. Nobody looks at it before it leaves, so numbers that nobody has checked for long are
 * left out; only that of emergencies stands for ever. Undefined where it does not fit the network's bound.
 */
export function noticeInNeed(
  lines: readonly HelpLine[],
  { authority, telephone }: NoticePlaces,
  { language, charactersMax, now }: { language: Language; charactersMax: number; now: Date },
): string | undefined {
  const { notice } = answerWordsIn(language);
  const { distress, telephone: office } = { it: suggestingIt, en: suggestingEn }[language];
  const told = lines
    .filter((line) => line.kind === "emergency" || !isStale(line, now))
    .map(({ name, number, hours }) => distress.line(name, number, hours));
  const from = telephone ? `${authority}, ${office(telephone)}` : authority;
  const text = [notice.automatic, notice.inNeed, ...told, from].join("\n");
  return text.length <= charactersMax ? text : undefined;
}

function filled(template: string, places: NoticePlaces): string {
  const known = new Map(Object.entries(places));
  return template
    .split("\n")
    .flatMap((line) => {
      const names = [...line.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
      if (names.some((name) => !known.get(name))) return [];
      return [line.replace(/\{(\w+)\}/g, (_, name: string) => known.get(name) ?? "")];
    })
    .join("\n")
    .trim();
}
