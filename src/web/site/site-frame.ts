import type { Html } from "../web-parts.ts";
import type { Place } from "./addresses.ts";

export type NavPage = "channel" | "board" | "data";

export interface SiteFrame {
  /** What the page is, without the authority. */
  title: string;
  /** Said to search engines and previews. */
  description?: string;
  /** The same page in another place (language); absent where the address is none to repeat. */
  addressIn?: (place: Place) => string;
  /** Which of the pages in the bar this one is or belongs to. */
  current?: NavPage;
  isNotIndexed?: boolean;
  /** Further lines of the head. */
  head?: Html;
  /** The way to this page, ends with itself; the channel page has none. */
  trail?: { label: string; address?: string }[];
}
