import { CITIZENS, type Person } from "../facebook/community/people.ts";
import type { FacebookSandbox } from "../facebook/sandbox.ts";
import type { Page } from "../facebook/world.ts";
import type { FaultEdge, Language, Words } from "./words.ts";

/** What every part of the wall is drawn from. */
export interface View {
  sandbox: FacebookSandbox;
  page: Page;
  language: Language;
  words: Words;
  /** The citizen one is at the moment. */
  as: Person;
  /** Only posts older than this seq. */
  before?: number;
  /** The fault bench is unfolded on small screens: after a form of it was sent. */
  panelOpen: boolean;
  /** What the faults of the bench are aimed at. */
  faultEdge: FaultEdge;
}

/** Who one is without having chosen. */
export const FIRST_CITIZEN = CITIZENS[0] as Person;

/** An address of the wall that keeps the language and who one is. */
export function address(
  path: string,
  view: Pick<View, "language"> & Partial<Pick<View, "as">>,
  query: Record<string, string> = {},
): string {
  const params = new URLSearchParams({
    ...query,
    ...(view.language === "en" ? { lang: "en" } : {}),
    ...(view.as && view.as !== FIRST_CITIZEN ? { as: view.as.key } : {}),
  });
  return params.size === 0 ? path : `${path}?${params}`;
}

/** `22 novembre 2026 alle ore 11:31:05`, Italian time: the authority's readers live there. */
export function moment(atMs: number, language: Language, style: "full" | "clock" = "full"): string {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "it-IT", {
    timeZone: "Europe/Rome",
    ...(style === "full" ? { dateStyle: "long" as const } : {}),
    timeStyle: "medium",
  }).format(atMs);
}

/** Up to two capital letters for the round picture of a Page. */
export function initials(name: string): string {
  return name
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}

/** The name without the "(simulazione)" of the seed, for places right under the banner that says so. */
export function shortName(page: Page): string {
  return page.name.replace(/ \(simulazione\)$/, "");
}
