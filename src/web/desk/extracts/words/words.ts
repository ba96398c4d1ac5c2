/** What the desk says of extracts for the official register, in one language. */
export interface ExtractsWords {
  title: string;
  /** What an extract is, and what is in it. */
  lead: string;
  make: string;
  makeHint: string;
  none: string;
  listTitle: string;
  /** "Estratto fatto ieri alle 10:32" */
  one(moment: string): string;
  madeBy(name: string, messages: number): string;
  registered(number: string, day: string): string;
  unregistered: string;
  download: string;
  size(megabytes: string): string;
  hash: string;
  number: string;
  date: string;
  note: string;
  /** Where one is noted already. */
  correct: string;
  done: Record<"made" | "noted", string>;
  tooLarge: string;
  incomplete(files: string): string;
  erased: string;
  section: { title: string; none: string; link: string };
}
