import type { Language } from "../../channels/channel.ts";
import type { DecisionAction } from "./decision.ts";
import { en } from "./words/en.ts";
import { it } from "./words/it.ts";
import type { NoticeWords } from "./words/words.ts";

const allWords: Record<Language, NoticeWords> = { it, en };

/** What a notice is made of. */
export interface NoticeFacts {
  authority: string;
  action: DecisionAction;
  rule: { number: number; version: number; text: { it: string; en: string } };
  reason: string;
  isAutomatic: boolean;
  /** It shows data of the person who wrote it. */
  isPersonal: boolean;
  isPublic: boolean;
  endsAt: Date | null;
  reviewUntil: Date | null;
  reviewAddress: string;
  code: string;
  telephone?: string;
  timeZone: string;
}

/** The notice in one language. What does not fit the network's bound loses its last lines but one, never a half sentence. */
export function noticeText(facts: NoticeFacts, language: Language, charactersMax: number): string {
  const words = allWords[language];
  const day = (at: Date | null) =>
    at?.toLocaleDateString(language, { dateStyle: "long", timeZone: facts.timeZone }) ?? "";
  const { number, version, text } = facts.rule;
  const places: Record<string, string> = {
    authority: facts.authority,
    ends: day(facts.endsAt),
    until: day(facts.reviewUntil),
    number: String(number),
    version: String(version),
    text: text[language],
    reason: facts.reason,
    address: facts.reviewAddress,
    code: facts.code,
    telephone: facts.telephone ?? "",
  };
  const fill = (line: string) => line.replace(/\{(\w{1,30})\}/g, (_, name: string) => places[name] ?? "");
  const head = facts.action === "hide" && facts.isPersonal ? words.privacy : headOf(words, facts.action);
  const isMeasure = facts.action !== "unhide";
  const review = facts.isPublic ? words.reviewInPublic : words.review;
  const lines = [
    fill(head),
    ...(isMeasure ? [fill(words.rule)] : []),
    // Everybody reads what is said in public; the reason is for the author.
    ...(facts.isPublic ? [] : [fill(words.reason)]),
    ...(isMeasure ? [facts.isAutomatic ? words.byItself : words.byPerson] : []),
    ...(isMeasure && facts.reviewUntil ? [fill(review)] : []),
    ...(facts.telephone ? [fill(words.contacts)] : []),
  ];
  // The way to a review is never what falls away.
  const least = new Set([lines[0], isMeasure && facts.reviewUntil ? fill(review) : lines[0]]);
  while (lines.join("\n").length > charactersMax && lines.length > least.size) {
    const at = lines.findLastIndex((line) => !least.has(line));
    lines.splice(at, 1);
  }
  return lines.join("\n");
}

function headOf(words: NoticeWords, action: DecisionAction): string {
  switch (action) {
    case "delete":
    case "warn":
    case "block":
    case "unhide":
      return words[action];
    default:
      return words.hide;
  }
}
