import type { DigestFigures } from "../digest/digest.ts";
import type { RetryReason } from "../letter.ts";
import type { TroubleKind } from "../trouble/trouble.ts";

export type MailLanguage = "it" | "en";

/** What our letters say. `where`: the authority's name. */
export interface MailWords {
  /** "[Provincia di Valdilago] È arrivata una minaccia" */
  subject: (where: string, what: string) => string;
  /** Kinds of alert that recognising has no words for. */
  otherAlerts: Record<
    "escalation" | "raid" | "review-asked" | "review-due" | "review-late" | "other",
    string
  >;
  warnings: Record<"last-day" | "window" | "window-lost" | "late" | "other", string>;
  /** So many hours of opening left. */
  openHoursLeft: (hours: number) => string;
  /** Urgent, before the words of its kind. */
  atOnce: (what: string) => string;
  several: (count: number) => string;
  /** One kind in a letter about several, with how many of it. */
  counted: (what: string, count: number) => string;
  /** Where the network lets us write no longer than this. */
  windowUntil: (moment: string) => string;
  raised: (moment: string) => string;
  openDesk: string;
  /** More than a letter lists. */
  more: (count: number) => string;
  lastOfHour: string;
  distressToDo: string;
  digest: {
    /** With the day in full: "lunedì 30 novembre". */
    title: (day: string) => string;
    figures: Record<keyof DigestFigures, (count: number) => string>;
    why: string;
  };
  trouble: {
    /** With the name of the account or portal. */
    begun: Record<Exclude<TroubleKind, "held">, (name: string) => string>;
    held: (count: number) => string;
    wellAgain: Record<"account" | "source", (name: string) => string>;
  };
  invitation: {
    subject: string;
    title: (where: string) => string;
    lead: (name: string, where: string) => string;
    comeIn: string;
    once: string;
    notYou: string;
  };
  /** Below every letter. */
  automatic: string;
  /** Why the server of the settings takes nothing. */
  serverTroubles: Record<RetryReason, { happened: string; toDo: string }>;
  /** The letter of `bacheca mail-test`. */
  trial: { subject: string; text: (publicUrl: string) => string };
  noContent: string;
  choose: string;
}
