import type { ChannelWords, DataWords } from "./page-words.ts";

export const enChannel: ChannelWords = {
  title: "Jobs, courses and notices, as they are published",
  lead: "What is new on the portal appears here and on our Page, by itself and at once. Follow us and you miss nothing.",
  leadWithoutAccount:
    "What is new on the portal appears here at once. You need not sign up for anything to read it.",
  follow: "Follow us",
  followByLink: (network) => `Open the ${network} Page`,
  followByName: (network) => `Or search ${network} for this name:`,
  followByCode: "Or point your phone at the code. It leads to this address:",
  codeAlt: (address) => `QR code that leads to ${address}`,
  codeFiles: "Download the code:",
  here: "Without an account, too",
  hereText: "Everything is on these pages, without signing up and without any social network.",
  latest: "Latest items",
  allItems: (count) =>
    count === 1 ? "See the one open item" : `See all ${count.toLocaleString("en-GB")} open items`,
  published: "What is published",
  publishedText: "Each item of the portal comes out once. On the noticeboard now:",
  kindCount: (count) => `${count} open`,
  talking: "Writing to us",
  promise: (days) =>
    days === 1
      ? "We answer comments and messages within one working day."
      : `We answer comments and messages within ${days} working days.`,
  real: "Our real channels",
  realText: "These, and only these, are the authority's channels:",
  realSome: "These channels are the authority's:",
  realNever:
    "We never ask for money, codes or card details in exchange for a job. Whoever does so in our name is a fraud.",
  other: "Other ways to keep up",
  feeds: "RSS, Atom and JSON feeds for your news reader",
  calendar: "Calendar of deadlines for your diary",
  poster: "Poster with the QR code, A4 or A3, to print and hang up",
  weekly: "List of the week on a sheet of A4, for the noticeboard of a town",
  embed: "A box with the latest items for the site of a town or a school",
};

export const enData: DataWords = {
  title: "Data and feeds",
  lead: "The items of this noticeboard can be read with other programs, too.",
  feeds: "Feeds to follow what is new",
  feedsText: "Paste one of these addresses into your reader. Each search of the noticeboard has its own.",
  files: "Open data",
  filesText: "All items in one file, fresh at every request.",
  changes: "Stream of changes",
  changesText:
    "Says what was added, changed, closed or taken down since a moment. Each answer holds the address to go on from.",
  fields: "The fields",
  field: "Field",
  meaning: "Meaning",
  fieldMeanings: {
    id: "number of the item, never changes",
    url: "address of the item on these pages",
    kind: "kind, one of offer, art16, targeted-placement, traineeship, competition, course, event, notice",
    title: "title, as on the portal",
    reference: "the authority's own code",
    employer: "employer, as the portal names it",
    place: "place, as the portal names it",
    contract: "contract, as the portal names it",
    deadline: "deadline: a day, or a moment with its offset, ISO 8601",
    state: "open where one can still apply, otherwise closed",
    publishedAt: "when it was published, ISO 8601",
    changedAt: "when it last changed, ISO 8601",
    officialUrl: "its page on the official portal",
  },
  licence: "Licence",
  noLicence: "The authority has not named a licence for the reuse of these data yet.",
  embed: "A box for your site",
  embedText:
    "Copy these lines into your page. They show the latest items, without scripts and without cookies.",
  names: {
    rss: "RSS feed",
    atom: "Atom feed",
    json: "JSON Feed 1.1",
    ics: "Deadlines (iCalendar)",
    csv: "CSV file",
    data: "JSON file",
    sitemap: "Site map",
    changes: "Changes",
  },
};
