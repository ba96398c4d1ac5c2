/** The prepared answers every authority may start from, in one language. */
export type StarterWords = Record<StarterId, { title: string; text: string }>;

export type StarterId =
  | "office"
  | "enrolment"
  | "unemployment"
  | "appointment"
  | "curriculum"
  | "selection"
  | "courses"
  | "certificate"
  | "targeted"
  | "foreigners"
  | "no-answer"
  | "no-certified-mail"
  | "complaint";
