import type { Language } from "../../../channels/channel.ts";
import type { Contract } from "../../../noticeboard/contract.ts";
import type { Profession } from "../../../noticeboard/profession.ts";
import type { BoardState, QuestionFault } from "../../../noticeboard/question.ts";
import type { ItemKind } from "../../../watching/found-item.ts";
import type { LegalWords } from "./legal-words.ts";
import type { ModerationWords } from "./moderation-words.ts";
import type { ChannelWords, DataWords, ItemWords } from "./page-words.ts";
import type { SchemaWords } from "./schema-words.ts";
import type { FeedbackWords, RulesWords, TalkWords } from "./talk-words.ts";

interface Told {
  title: string;
  text: string;
}

/** Why a page of the site is not there, besides faults in a question. */
export type SiteFaultName =
  | QuestionFault
  | "no-such-page"
  | "gone"
  | "no-such-item"
  | "past-the-end"
  | "busy";

/** All that the public pages say. */
export interface SiteWords {
  code: Language;
  other: { code: Language; name: string };
  skip: { content: string; footer: string };
  demo: Told;
  nav: {
    label: string;
    channel: string;
    board: string;
    data: string;
    poster: string;
    home: string;
    breadcrumb: string;
    portal: string;
  };
  directory: { title: string; lead: string; none: Told; desk: string };
  kinds: Record<ItemKind, string>;
  /** In the middle of a sentence: "offerte di lavoro". */
  kindsMany: Record<ItemKind, string>;
  contracts: Record<Contract, string>;
  professions: Record<Profession, string>;
  states: Record<BoardState, string>;
  standing: {
    open: string;
    closed: string;
    daysLeft(days: number): string;
    closedOn(day: string): string;
  };
  board: {
    title: string;
    lead(authority: string): string;
    count(found: number): string;
    page(page: number, pages: number): string;
    search: string;
    searchHint: string;
    find: string;
    all: string;
    states: string;
    kinds: string;
    more(chosen: number): string;
    place: string;
    anyPlace: string;
    contract: string;
    anyContract: string;
    profession: string;
    anyProfession: string;
    office: string;
    anyOffice: string;
    apply: string;
    clear: string;
    chosen: string;
    remove(what: string): string;
    alike(search: string): string;
    empty: Told;
    nothing: Told;
    publishedOn(day: string): string;
    previous: string;
    next: string;
    pages: string;
    follow: string;
  };
  item: ItemWords;
  channel: ChannelWords;
  data: DataWords;
  embed: { title(authority: string): string; all: string };
  poster: { what: string; how: string; free: string; sheet(size: string): string };
  weekly: { title: string; lead(day: string): string; more: string; none: string };
  faults: Record<SiteFaultName, Told>;
  toBoard: string;
  toLastPage: string;
  footer: {
    contacts: string;
    pec: string;
    email: string;
    phone: string;
    offices: string;
    rules: string;
    register: string;
    figures: string;
    review: string;
    report: string;
    about: string;
    privacy: string;
    legal: string;
    accessibility: string;
    feeds: string;
    made: string;
  };
  legal: LegalWords;
  talk: TalkWords;
  rules: RulesWords;
  feedback: FeedbackWords;
  moderation: ModerationWords;
  schema: SchemaWords;
}
