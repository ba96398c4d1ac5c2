import type { RegisterFault } from "../extract.ts";

/** What an extract says around the texts of people, in one language; and why an entry of the register is not taken. */
export interface ExtractWords {
  locale: string;
  title(conversation: string): string;
  kinds: Record<"comment-thread" | "visitor-post" | "private", string>;
  lead: string;
  /** How signs are written that the typeface lacks. */
  signs: string;
  facts: Record<
    "authority" | "page" | "kind" | "person" | "post" | "conversation" | "madeAt" | "madeBy" | "messages",
    string
  >;
  notTold: string;
  messagesTitle: string;
  noMessages: string;
  authors: Record<"person" | "page" | "elsewhere", string>;
  automatic: string;
  id: string;
  unsure: string;
  edited(at: string): string;
  removed(at: string): string;
  hidden(at: string): string;
  noText: string;
  earlier(at: string): string;
  attachment(name: string, bytes: string): string;
  attachmentMissing(name: string): string;
  unsentTitle: string;
  states: Record<"due" | "sending" | "unknown" | "waiting" | "refused", string>;
  page(number: number, of: number): string;
  faults: Record<RegisterFault, string>;
}
