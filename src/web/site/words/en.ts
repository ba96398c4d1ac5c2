import { enChannel, enData } from "./en-channel.ts";
import { enItem } from "./en-item.ts";
import { enLegal } from "./en-legal.ts";
import { enModeration } from "./en-moderation.ts";
import { enSchema } from "./en-schema.ts";
import { enFeedback, enRules, enTalk } from "./en-talk.ts";
import { enContracts, enProfessions } from "./en-work.ts";
import type { SiteWords } from "./words.ts";

const several = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString("en-GB")} ${many}`;

export const en: SiteWords = {
  code: "en",
  other: { code: "it", name: "Italiano" },
  skip: { content: "Go to the content", footer: "Go to the footer" },
  demo: {
    title: "Demonstration",
    text: "The authority and the news you see are invented.",
  },
  nav: {
    label: "Pages",
    channel: "The channel",
    board: "News and job offers",
    data: "Data and feeds",
    poster: "Poster",
    home: "All authorities",
    breadcrumb: "You are here",
    portal: "Official portal",
  },
  directory: {
    title: "The authorities on Bacheca",
    lead: "Each authority has its noticeboard here: the job offers, courses and notices it publishes.",
    none: {
      title: "There is no authority yet",
      text: "When the first authority is set up, its noticeboard will appear here.",
    },
    desk: "Are you on the staff? Go to the desk",
  },
  kinds: {
    offer: "Job offer",
    art16: "Public selection (art. 16)",
    "targeted-placement": "Targeted placement",
    traineeship: "Traineeship",
    competition: "Public competition",
    course: "Training course",
    event: "Event",
    notice: "Notice",
  },
  kindsMany: {
    offer: "Job offers",
    art16: "Art. 16 selections",
    "targeted-placement": "Targeted placements",
    traineeship: "Traineeships",
    competition: "Competitions",
    course: "Courses",
    event: "Events",
    notice: "Notices",
  },
  contracts: enContracts,
  professions: enProfessions,
  states: { open: "Open", soon: "Closing soon", all: "All, closed ones too" },
  standing: {
    open: "Open",
    closed: "Closed",
    daysLeft: (days) => {
      if (days === 0) return "Closes today";
      return days === 1 ? "Closes tomorrow" : `${days} days left`;
    },
    closedOn: (day) => `Closed since ${day}`,
  },
  board: {
    title: "News and job offers",
    lead: (authority) => `Everything that ${authority} publishes, newest first.`,
    count: (found) => (found === 0 ? "No items" : several(found, "item", "items")),
    page: (page, pages) => `Page ${page} of ${pages}`,
    search: "Search the noticeboard",
    searchHint: "For instance: magazziniere, Cantù, part-time",
    find: "Search",
    all: "All kinds",
    states: "Deadline",
    kinds: "Kind",
    more: (chosen) =>
      chosen === 0 ? "More filters: profession, place, office, contract" : `More filters (${chosen} active)`,
    place: "Place of work",
    anyPlace: "All places",
    contract: "Contract",
    anyContract: "All contracts",
    profession: "Profession",
    anyProfession: "All professions",
    office: "Employment centre",
    anyOffice: "All centres",
    apply: "Apply the filters",
    clear: "Remove all filters",
    chosen: "Active filters",
    remove: (what) => `Remove the filter ${what}`,
    alike: (search) => `No item contains “${search}”. These have similar words.`,
    empty: {
      title: "The noticeboard is still empty",
      text: "As soon as the portal publishes something, it appears here.",
    },
    nothing: {
      title: "No item fits these filters",
      text: "Try fewer words or a place nearby, or look at closed items as well.",
    },
    publishedOn: (day) => `Published on ${day}`,
    previous: "Previous page",
    next: "Next page",
    pages: "Pages of results",
    follow: "Follow what is new in this search:",
  },
  item: enItem,
  channel: enChannel,
  data: enData,
  embed: { title: (authority) => `Latest news: ${authority}`, all: "See all items" },
  poster: {
    what: "Job offers, courses and notices, as soon as they are published.",
    how: "Point your phone at the code, or type this address:",
    free: "No need to sign up. Free for everyone.",
    sheet: (size) => `Size ${size}`,
  },
  weekly: {
    title: "Items of the week",
    lead: (day) => `Open on ${day}.`,
    more: "All items, with their details and how to apply:",
    none: "Nothing new this week.",
  },
  faults: {
    "search-too-long": {
      title: "The search is too long",
      text: "A few words are enough: the job, the town or the name of the employer.",
    },
    "unknown-filter": {
      title: "There is no such filter",
      text: "The address asks for a filter that the noticeboard does not know. Start again from the noticeboard.",
    },
    "bad-page": {
      title: "There is no such page",
      text: "The page number in the address is not valid.",
    },
    "past-the-end": {
      title: "The results end earlier",
      text: "There are not so many pages: some items may have closed.",
    },
    "no-such-page": {
      title: "Page not found",
      text: "The address leads to no page. Check that it is written well.",
    },
    "no-such-item": {
      title: "Item not found",
      text: "There is no item at this address. Look for it on the noticeboard.",
    },
    gone: {
      title: "This item was taken down",
      text: "The authority withdrew it and it is no longer available. The noticeboard has the current ones.",
    },
    busy: {
      title: "One moment, please",
      text: "Many requests came at once. Try again in a few seconds.",
    },
  },
  toBoard: "Go to news and offers",
  toLastPage: "Go to the last page",
  footer: {
    contacts: "Contacts",
    pec: "Certified e-mail (PEC)",
    email: "E-mail",
    phone: "Telephone",
    offices: "Offices and hours",
    rules: "Rules of conversation",
    register: "Register of decisions",
    figures: "Decisions in figures",
    review: "Ask for a review",
    report: "Report an accessibility problem",
    about: "About these pages",
    privacy: "Privacy notice",
    legal: "Legal notes",
    accessibility: "Accessibility",
    feeds: "Data and feeds",
    made: "Pages without cookies, without tracking and without third parties.",
  },
  legal: enLegal,
  talk: enTalk,
  rules: enRules,
  feedback: enFeedback,
  moderation: enModeration,
  schema: enSchema,
};
