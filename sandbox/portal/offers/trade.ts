/** What the writer of offers needs to know of a trade. Titles are inclusive, as the law and good manners want. */
export interface Trade {
  /** The title for one person, "Magazziniere/a". */
  one: string;
  /** The title for several, lower case, "magazzinieri/e". */
  many: string;
  /** Invented firms that look for this trade. */
  employers: readonly string[];
  duties: readonly string[];
  needs: readonly string[];
  /** The collective agreement (CCNL). */
  agreement: string;
  /** Lowest and highest gross pay a month for full time, in euro. */
  monthly: readonly [number, number];
}
