import type { Authority } from "../../authority/authority-store.ts";
import type { Office } from "../../authority/office.ts";
import type { SiteSettings } from "../../authority/site-settings.ts";
import type { Reading } from "../../noticeboard/board-conditions.ts";
import type { Place } from "./addresses.ts";
import type { FollowedAccount } from "./follow-store.ts";
import type { SiteWords } from "./words/words.ts";

/** One reading of an authority's pages: who, in which language, when. */
export interface Site {
  authority: Authority;
  said: SiteSettings;
  words: SiteWords;
  place: Place;
  reading: Reading;
  accounts: FollowedAccount[];
  /** Those that answer, by their ids; one of them by default. */
  offices: Office[];
  /** Changes with colours and logo. */
  lookVersion: string;
  logo?: { width: number; height: number };
  /** The address of the hub of its feeds, if there is one. */
  hub: string | undefined;
  isDemo: boolean;
  /** Whether there are other authorities to go to. */
  hasNeighbours: boolean;
}

/** The office that answers for the whole authority; undefined where the authority describes none. */
export function officeOf({ offices }: Pick<Site, "offices">): Office | undefined {
  return offices.find(({ isDefault }) => isDefault) ?? offices[0];
}
