import type { Correctable } from "../corrections.ts";
import type { StateGroup } from "../item-filter.ts";

/** What the pages about items say, in one language. Moments come already put into words. */
export interface ItemsWords {
  title: string;
  facts: Record<"employer" | "place" | "contract" | "deadline" | "howToApply" | "reference", string>;
  attachments: string;
  lead: string;
  /** Names the form for a screen reader. */
  search: string;
  text: string;
  kind: string;
  anyKind: string;
  authority: string;
  anyAuthority: string;
  source: string;
  anySource: string;
  find: string;
  showAll: string;
  byState: string;
  anyState: string;
  states: Record<StateGroup, string>;
  nothingYet: string;
  noneFound: string;
  archived: string;
  archivedWhy: string;
  pages: string;
  newest: string;
  newer: string;
  older: string;
  back: string;
  seen(moment: string): string;
  published(moment: string): string;
  publications: string;
  steps: string;
  noSteps: string;
  item: string;
  noText: string;
  onPortal: string;
  labels(labels: string): string;
  corrections: {
    title: string;
    kinds: Record<
      "published" | "extended" | "corrected" | "closed" | "reopened" | "withdrawn" | "expired",
      string
    >;
    parts: Record<Correctable, string>;
    before: string;
    after: string;
    nothing: string;
  };
}
