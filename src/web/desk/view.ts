import type { Authority } from "../../authority/authority-store.ts";
import type { Language } from "../../channels/channel.ts";
import type { Done } from "../words/words.ts";
import type { Reading } from "./moments.ts";
import type { Explainers } from "./telling.ts";

/** How a Today page was asked for. */
export interface TodayView {
  language: Language;
  /** Only what was asked for by address is repeated in addresses: the rest follows the browser. */
  askedLanguage: Language | undefined;
  /** The one authority shown; undefined = all. */
  authority: string | undefined;
  done: Done | undefined;
  now: Date;
  isDemo: boolean;
  explainers: Explainers;
}

/** What the parts of a page get for one authority. */
export interface AuthorityView extends Reading {
  authority: Authority;
  explainers: Explainers;
  /** Fields that bring a form's sender back to the page they were on. */
  back: { authority: string | undefined; lang: Language | undefined };
}

/** The address of the Today page, with what is to be kept of the present one. */
export function todayLink(kept: { authority?: string; lang?: Language; done?: Done }): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(kept)) if (value !== undefined) query.set(name, value);
  return query.size > 0 ? `/desk?${query}` : "/desk";
}
