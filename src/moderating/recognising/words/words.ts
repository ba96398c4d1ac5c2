import type { RecognisedKind } from "../../recognised.ts";
import type { AlertKind } from "../recognised-kinds.ts";
import type { DataRequestStep } from "../settle-data-request.ts";
import type { TriageVerdict } from "../settle-triage.ts";

/** What the desk says of what was recognised. Reasons have their words in ../../words/. */
export interface RecognisingWords {
  kinds: Record<RecognisedKind, { name: string; toDo: string }>;
  alerts: Record<AlertKind | "data-request-due" | "data-request-late", string>;
  verdicts: Record<TriageVerdict, string>;
  steps: Record<DataRequestStep, string>;
  /** Why a conversation cannot be closed. */
  dataRequestOpen: { happened: string; toDo: string };
  /** With the day as text. */
  term: (day: string) => string;
}
