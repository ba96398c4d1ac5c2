import type { DataShape, RegisterColumn } from "../data-fields.ts";

/** What is said of the data: on the page about their schema, and in the description for programs. */
export interface SchemaWords {
  title: string;
  lead: string;
  items: string;
  itemsText: string;
  register: string;
  registerText: string;
  changes: string;
  changesText: string;
  shape: string;
  example: string;
  canBeEmpty: string;
  /** For the caption of a column in which most cells are empty. */
  always: string;
  shapes: Record<DataShape, string>;
  registerMeanings: Record<RegisterColumn, string>;
  changeMeanings: Record<"id" | "url" | "what" | "at" | "next" | "hasMore", string>;
  api: {
    title(authority: string): string;
    description: string;
    items: string;
    feed: string;
    calendar: string;
    register: string;
    changes: string;
    sitemap: string;
    catalogue: string;
    self: string;
    hub: string;
    fine: string;
    fresh: string;
    refused: string;
    notThere: string;
    tooMany: string;
    accepted: string;
    parameters: Record<
      | "search"
      | "kind"
      | "place"
      | "contract"
      | "office"
      | "profession"
      | "state"
      | "lang"
      | "since"
      | "after"
      | "rule"
      | "action"
      | "period"
      | "mode"
      | "topic"
      | "callback"
      | "lease"
      | "secret",
      string
    >;
  };
  catalogue: {
    title(authority: string): string;
    description(authority: string): string;
    items: string;
    itemsText: string;
    register: string;
    registerText: string;
    keywords: readonly string[];
    registerKeywords: readonly string[];
  };
}
