import { bodyOf, type MailLink } from "../mail-body.ts";
import type { MailBody } from "../mail-store.ts";
import type { Person } from "../telling/audience.ts";
import { closingOf, deskAddress, type LetterPlace } from "../telling/news-letter.ts";
import { mailWordsOf } from "../words/index.ts";
import type { MailWords } from "../words/words.ts";
import type { ToldTrouble, Trouble } from "./trouble.ts";

/** A letter about what went wrong and what came right; of what is held only how many. */
export function writeTroubles(
  person: Person,
  { begun, wellAgain }: { begun: readonly Trouble[]; wellAgain: readonly ToldTrouble[] },
  { authority, publicUrl }: Pick<LetterPlace, "authority" | "publicUrl">,
): { subject: string; body: MailBody } {
  const language = person.language ?? authority.settings.language;
  const words = mailWordsOf(language);
  const at = { accounts: `${publicUrl}/desk/accounts`, desk: deskAddress(publicUrl, authority.id) };
  const lines = [
    ...begun.filter(({ kind }) => kind !== "held").map((one) => lineOf(one, words, at)),
    ...heldLine(begun, words, at.desk),
    ...wellAgain.map(({ kind, name }) =>
      words.trouble.wellAgain[kind === "source" ? "source" : "account"](name),
    ),
  ];
  const texts = lines.map((line) => (typeof line === "string" ? line : line.text));
  const what = texts.length === 1 ? (texts[0] ?? "") : words.several(texts.length);
  const title = `${authority.name}: ${what}`;
  const paragraphs = [{ list: lines }, { text: words.openDesk, href: at.desk }];
  const body = bodyOf({ language, title, paragraphs, closing: closingOf(words, publicUrl) });
  return { subject: words.subject(authority.name, what), body };
}

function lineOf({ kind, name }: Trouble, words: MailWords, at: { accounts: string; desk: string }): MailLink {
  const { begun } = words.trouble;
  const href = kind === "source" ? at.desk : at.accounts;
  return { text: kind === "held" ? "" : begun[kind](name), href };
}

function heldLine(begun: readonly Trouble[], words: MailWords, href: string): MailLink[] {
  const count = begun.filter(({ kind }) => kind === "held").length;
  return count === 0 ? [] : [{ text: words.trouble.held(count), href }];
}
