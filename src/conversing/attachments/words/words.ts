import type { KeptOutReason } from "../attachment.ts";

/** What is said of the files people sent, in one language. */
export interface AttachmentWords {
  due: string;
  fetching: string;
  refused(why: string): string;
  gone(why: string): string;
  kinds: Record<"picture" | "film" | "voice" | "document", string>;
  why: Record<KeptOutReason, string>;
}
