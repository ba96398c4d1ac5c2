import type { Attachment, ItemFacts, ItemKind } from "../watching/found-item.ts";
import type { Profession } from "./profession.ts";

/** An item as the public reads it. */
export interface ShownItem {
  /** Our number of it: the end of its address, for ever. */
  seq: string;
  kind: ItemKind;
  title: string;
  /** Plain text, line breaks kept. */
  text: string;
  link: string | null;
  reference: string | null;
  facts: ItemFacts;
  attachments: Attachment[];
  labels: string[];
  /** The office and the fields of work its words name; see facts-in-text.ts. */
  office?: string | null;
  professions?: Profession[] | null;
  /** When the portal published it, or else when we first saw it. */
  shownAt: Date;
  /** When it or its life last changed. */
  changedAt: Date;
  /** Changes with every word of it. */
  version: string;
  /** The last that was said of its life; see standing.ts. */
  lifeChange: { kind: LifeChange; at: Date } | null;
}

/** The changes that decide whether one may still apply. */
const lifeChanges = ["extended", "closed", "reopened", "withdrawn", "expired"] as const;
export type LifeChange = (typeof lifeChanges)[number];
