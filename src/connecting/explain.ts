import type { Explanation, Language } from "../channels/channel.ts";
import { en } from "./words/en.ts";
import { it } from "./words/it.ts";
import type { ConnectingReason, ConnectingWords } from "./words/words.ts";

export type { ConnectingReason } from "./words/words.ts";

const words: Record<Language, ConnectingWords> = { it, en };

/** Words for a reason of connecting; undefined for one that is the channel's. */
export function explainConnecting(reason: string, language: Language): Explanation | undefined {
  const { reasons } = words[language];
  return Object.hasOwn(reasons, reason) ? reasons[reason as ConnectingReason] : undefined;
}

/** What a health check looked at; one that this release has no word for keeps its own name. */
export function healthName(what: string | undefined, language: Language): string {
  return words[language].checks[what ?? ""] ?? `${what}`;
}

/** What it saw, for people: moments as days, an expiry that does not exist as "never", the rest as it is. */
export function healthDetail(detail: string | undefined, language: Language): string {
  if (detail === undefined || detail === "") return "";
  if (detail === "∞") return words[language].never;
  if (!/^\d{4}-\d{2}-\d{2}T/.test(detail)) return detail;
  return new Intl.DateTimeFormat(language === "it" ? "it-IT" : "en-GB", { dateStyle: "long" }).format(
    new Date(detail),
  );
}
