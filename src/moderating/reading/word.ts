/** A stretch of the original text, in UTF-16 units, `to` not included. */
export interface Span {
  from: number;
  to: number;
}

/** One word, number, emoji or mask ("***") of a text. */
export interface Word extends Span {
  /** In small letters without accents. */
  text: string;
  /** All it may mean, the plain text first: with signs read as letters, doubled letters undone, abbreviations spelt out. */
  readings: readonly string[];
  /** Counted from 0; phrases and denials do not reach beyond their sentence. */
  sentence: number;
  /** Its first letter is a capital in the original, and not its only capital beginning a shouted word. */
  isCapital: boolean;
  /** Stands between quotation marks. */
  isQuoted: boolean;
  /** One of its readings is what a slip of spelling may have meant; nothing that rests on it is certain. */
  isMended?: boolean;
  /** After a comma or another pause within the sentence. */
  afterPause: boolean;
}
