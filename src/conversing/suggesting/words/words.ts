import type { AskedFact } from "../asked-words.ts";

/** Everything that suggested answers say, to people, and of themselves to staff. */
export interface SuggestingWords {
  greeting: string;
  /** Before what is said of an item, with its title. */
  titles: Record<AskedFact, string>;
  openUntil: (day: string, daysLeft: number) => string;
  openWithoutDay: string;
  deadlineAsWritten: (text: string) => string;
  closed: (day: string | null) => string;
  withdrawn: string;
  reopened: string;
  deadlineBefore: (day: string) => string;
  howToApply: (text: string) => string;
  place: (text: string) => string;
  contract: (text: string) => string;
  employer: (text: string) => string;
  reference: (text: string) => string;
  contacts: (text: string) => string;
  details: (link: string) => string;
  /** What is said where the item has no such fact. */
  missing: Record<AskedFact, string>;
  telephone: (number: string) => string;
  email: (address: string) => string;
  desk: (address: string) => string;
  formalAct: { title: string; text: string };
  dataRequest: { title: string; text: (officer: string) => string; officer: string };
  distress: {
    title: string;
    /** For staff: a number has not been checked for half a year. */
    stale: (names: string) => string;
    text: string;
    inPublic: string;
    line: (name: string, number: string, hours: string | undefined) => string;
  };
}
