import type { Authority } from "../../authority/authority-store.ts";
import type { Channel, Language } from "../../channels/channel.ts";
import type { Impossible } from "../../publishing/amendment.ts";
import { type Act, may } from "../../staff/rights.ts";
import type { SignedIn } from "../sign-in/signed-in.ts";
import type { WebParts } from "../web-parts.ts";
import { wordsOf } from "../words/index.ts";
import type { Done } from "../words/today-words.ts";
import type { Words } from "../words/words.ts";
import type { Reading } from "./moments.ts";
import type { Explainers } from "./telling.ts";

/** What a button came to: what was done, or why it cannot be. */
export type ActEnd = Done | Impossible;

/** Ends of a button that changed nothing. */
const unchanged: readonly ActEnd[] = ["already-left", "nothing"];

const impossible = [
  "end-open",
  "format-stays",
  "to-be-removed",
  "no-post",
] as const satisfies readonly Impossible[];

/** The end of an act that an address names; undefined for anything else. */
export function readActEnd(value: unknown, { today }: Words): ActEnd | undefined {
  if (typeof value !== "string") return undefined;
  if (Object.hasOwn(today.done, value)) return value as Done;
  return impossible.find((reason) => reason === value);
}

/** In words; whether it was done, too, since the two do not look the same. */
export function tellActEnd(end: ActEnd, { today, reasons }: Words): { isDone: boolean; text: string } {
  const why = impossible.find((reason) => reason === end);
  if (why === undefined) return { isDone: !unchanged.includes(end), text: today.done[end as Done] };
  return { isDone: false, text: `${reasons[why].happened} ${reasons[why].toDo}` };
}

/** What each network lets be done with its posts, by the kind of channel. */
export type NetworkFormats = Record<string, Pick<Channel<never>, "formats">>;

/** How a Today page was asked for. */
export interface TodayView {
  language: Language;
  /** Only what was asked for by address is repeated in addresses: the rest follows the browser. */
  askedLanguage: Language | undefined;
  /** The one authority shown; undefined = all. */
  authority: string | undefined;
  done: ActEnd | undefined;
  now: Date;
  isDemo: boolean;
  explainers: Explainers;
  networks: NetworkFormats;
  who: SignedIn;
  /** Whether those who look after the installation are to hear that no letter can leave. */
  lacksMail: boolean;
}

/** What the parts of a page get for one authority. */
export interface AuthorityView extends Reading {
  authority: Authority;
  explainers: Explainers;
  networks: NetworkFormats;
  /** Whether who looks may do this here: a button one may not press is not there. */
  may(act: Act): boolean;
  /** Fields that bring a form's sender back to the page they were on. */
  back: Back;
}

/** Who looks, when and in which words; the same for all authorities of a page. */
export interface Reader {
  now: Date;
  words: Words;
  explainers: Explainers;
  who: SignedIn;
}

export function readerOf(
  { clock, channels }: Pick<WebParts, "clock" | "channels">,
  { language, who }: { language: Language; who: SignedIn },
): Reader {
  return { now: clock.now(), words: wordsOf(language), explainers: channels, who };
}

/** What the parts of any page get for one authority, but for what is the page's own. */
export function viewOfAuthority(
  { now, words, explainers, who }: Reader,
  authority: Authority,
): Omit<AuthorityView, "networks" | "back"> {
  return {
    now,
    timeZone: authority.settings.timeZone,
    words,
    authority,
    explainers,
    may: (act) => may(who.staff, act, authority.id),
  };
}

export interface Back {
  authority: string | undefined;
  lang: Language | undefined;
  /** The address of the page, where it is not the Today page. */
  to?: string;
}

/** The address of the Today page, with what is to be kept of the present one. */
export function todayLink(kept: { authority?: string; lang?: Language; done?: ActEnd }): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(kept)) if (value !== undefined) query.set(name, value);
  return query.size > 0 ? `/desk?${query}` : "/desk";
}
