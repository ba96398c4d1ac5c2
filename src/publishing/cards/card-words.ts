import { kindsToApplyFor } from "../../watching/found-item.ts";
import { type PostableItem, type PostStyle, readableDate } from "../post.ts";
import { kindNames } from "../templates.ts";

export type CardItem = Pick<PostableItem, "kind" | "title" | "body" | "reference" | "facts">;
export type CardLanguage = Pick<PostStyle, "authorityName" | "language" | "timeZone">;

/** What a card says, in the authority's language, before anything is made to fit. */
export interface CardWords {
  kind: string;
  title: string;
  place?: string;
  contract?: string;
  deadline?: LabelledWords;
  reference?: LabelledWords;
  /** Where all details are: the link of the post as people type it. */
  follow: LabelledWords;
  authority: string;
}

export interface LabelledWords {
  label: string;
  text: string;
}

type Labels = Record<"deadline" | "applyBy" | "reference" | "follow", string>;

/** The labels of the posts (templates.ts), so that card and post say the same. */
const labels: Record<PostStyle["language"], Labels> = {
  it: {
    deadline: "Entro",
    applyBy: "Candidature entro",
    reference: "Riferimento",
    follow: "Tutti i dettagli",
  },
  en: { deadline: "By", applyBy: "Apply by", reference: "Reference", follow: "All details" },
};

/** The words of a card: those of the post that belongs to it. `link` is the post's link. */
export function cardWords(item: CardItem, style: CardLanguage, link: string): CardWords {
  const own = labels[style.language];
  const { place, contract, deadline } = item.facts;
  return {
    kind: kindNames[style.language][item.kind],
    title: item.title,
    ...(isSaid(place) && { place }),
    ...(isSaid(contract) && { contract }),
    ...(isSaid(deadline) && {
      deadline: {
        label: kindsToApplyFor.includes(item.kind) ? own.applyBy : own.deadline,
        text: readableDate(deadline, style),
      },
    }),
    ...(isSaid(item.reference) && { reference: { label: own.reference, text: item.reference } }),
    follow: { label: own.follow, text: typedAddress(link) },
    authority: style.authorityName,
  };
}

export function isSaid(text: string | null | undefined): text is string {
  return text !== undefined && text !== null && text.trim() !== "";
}

/** An address as people type it: "bacheca.example/v/k3x9". */
export function typedAddress(link: string): string {
  return link.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "");
}
