/** What the page about a deletion says. */
export interface DeletionWords {
  title: string;
  underWay: string;
  done(day: string): string;
  to: string;
  asked: string;
  whatTitle: string;
  what(network: string): string;
  moreTitle: string;
  more(network: string): string;
  /** The same of what the authority itself erased on request. */
  atDesk: { what(network: string): string; moreTitle: string; more(network: string): string };
}
