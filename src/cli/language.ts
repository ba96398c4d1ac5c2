import type { Language } from "../channels/channel.ts";

/**
 * The language to speak: the one asked for, else the one the environment prefers (LC_ALL, LC_MESSAGES, LANG, in this
 * order as POSIX has it), else Italian. "C" and "POSIX" prefer none.
 */
export function languageOf(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  // An empty variable counts as not set.
  const wish = asked || environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^en\b|^en_/i.test(wish) ? "en" : "it";
}
