/** What single pages say. */
export interface ItemWords {
  facts: string;
  fact: Record<
    | "kind"
    | "employer"
    | "place"
    | "contract"
    | "deadline"
    | "reference"
    | "published"
    | "labels"
    | "state"
    | "field"
    | "value",
    string
  >;
  reserved: string;
  sentence: {
    seeks(employer: string, place: string | undefined): string;
    at(place: string): string;
    contract(contract: string): string;
    until(day: string): string;
    closed(day: string | undefined): string;
  };
  atClock(day: string, clock: string): string;
  apply: string;
  steps: {
    read: string;
    how(text: string): string;
    howThere: string;
    reference(reference: string): string;
    until(day: string): string;
  };
  noMoreApplying: string;
  text: string;
  attachments: string;
  history: string;
  changes: Record<
    "published" | "extended" | "corrected" | "closed" | "reopened" | "withdrawn" | "expired",
    string
  >;
  official: string;
  officialNote(portal: string): string;
  lastUpdated(day: string): string;
  cardAlt(title: string): string;
}

export interface ChannelWords {
  title: string;
  lead: string;
  leadWithoutAccount: string;
  follow: string;
  followByLink(network: string): string;
  followByName(network: string): string;
  followByCode: string;
  codeAlt(address: string): string;
  codeFiles: string;
  here: string;
  hereText: string;
  latest: string;
  allItems(count: number): string;
  published: string;
  publishedText: string;
  kindCount(count: number): string;
  talking: string;
  promise(days: number): string;
  real: string;
  /** Where the authority listed all its channels, and where we only know some. */
  realText: string;
  realSome: string;
  realNever: string;
  other: string;
  feeds: string;
  calendar: string;
  poster: string;
  weekly: string;
  embed: string;
}

export interface DataWords {
  title: string;
  lead: string;
  feeds: string;
  feedsText: string;
  files: string;
  filesText: string;
  changes: string;
  changesText: string;
  fields: string;
  field: string;
  meaning: string;
  fieldMeanings: Record<
    | "id"
    | "url"
    | "kind"
    | "title"
    | "reference"
    | "employer"
    | "place"
    | "contract"
    | "office"
    | "professions"
    | "deadline"
    | "state"
    | "publishedAt"
    | "changedAt"
    | "officialUrl",
    string
  >;
  licence: string;
  noLicence: string;
  embed: string;
  embedText: string;
  described: string;
  describedText: string;
  names: Record<
    | "rss"
    | "atom"
    | "json"
    | "ics"
    | "csv"
    | "data"
    | "sitemap"
    | "changes"
    | "schema"
    | "openApi"
    | "catalogue",
    string
  >;
}
