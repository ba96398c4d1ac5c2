/** What somebody says who cannot read or use one of the pages. */
export interface Feedback {
  page: string | null;
  text: string;
  contact: string | null;
}

export type FeedbackFault =
  | "text-missing"
  | "text-too-long"
  | "page-too-long"
  | "contact-too-long"
  | "too-fast"
  | "too-many"
  | "not-from-here";

export type FeedbackReading =
  | { kind: "feedback"; feedback: Feedback }
  | { kind: "faults"; faults: FeedbackFault[] }
  /** A program filled in what no person sees. */
  | { kind: "trapped" };

const textCharactersMax = 4_000;
const pageCharactersMax = 500;
const contactCharactersMax = 200;
/** Nobody writes two lines in less; a page left open over night is asked to send again. */
const shownLeastMs = 2_000;
const shownMostMs = 24 * 3_600_000;

/** Reads the fields of the form. `shownAt`: when its page was drawn, as the form brings it back, in milliseconds. */
export function readFeedback(
  fields: Readonly<Record<string, string | undefined>>,
  now: Date,
): FeedbackReading {
  const value = (name: string) => (fields[name] ?? "").replaceAll("\r\n", "\n").trim();
  if (value("website") !== "") return { kind: "trapped" };
  const [page, text, contact] = [value("page"), value("text"), value("contact")];
  const shownMs = now.getTime() - Number(value("shown-at") || Number.NaN);
  const faults: FeedbackFault[] = [
    ...(text === "" ? (["text-missing"] as const) : []),
    ...(text.length > textCharactersMax ? (["text-too-long"] as const) : []),
    ...(page.length > pageCharactersMax ? (["page-too-long"] as const) : []),
    ...(contact.length > contactCharactersMax ? (["contact-too-long"] as const) : []),
    ...(shownMs >= shownLeastMs && shownMs <= shownMostMs ? [] : (["too-fast"] as const)),
  ];
  if (faults.length > 0) return { kind: "faults", faults };
  return { kind: "feedback", feedback: { page: page || null, text, contact: contact || null } };
}
