import { kindsToApplyFor } from "../../watching/found-item.ts";
import { readableDate, summarise, summaryOf } from "../post.ts";
import type { CardSize } from "./card-layout.ts";
import { type CardItem, type CardLanguage, isSaid, type LabelledWords, typedAddress } from "./card-words.ts";

/** Where people follow: the network's name, and that of the account on it ("Facebook", "Lavoro Valdilago"). */
export interface FollowedAt {
  network: string;
  account: string;
}

/** What a card of a series after the first says. */
export interface LeafWords {
  /** The item's title, small: each card of an album can be seen alone. */
  subject: string;
  heading: string;
  /** Lines as they are to stand; empty where there is none. */
  text: string;
  /** In the box above the paper: the deadline, or the address to type. */
  box?: LabelledWords & { role: "deadline" | "address" };
  reference?: LabelledWords;
  /** Absent where the box says it. */
  follow?: LabelledWords;
  authority: string;
}

/**
 * How much a card says: what a picture in an album holds at a size that a phone shows well, and what people can read of
 * a clip that lasts fifteen seconds in all.
 */
const charactersMax: Record<CardSize, { summary: number; howToApply: number }> = {
  preview: { summary: 420, howToApply: 320 },
  square: { summary: 420, howToApply: 320 },
  story: { summary: 150, howToApply: 120 },
};

const own = {
  it: {
    inShort: "In breve",
    part: (number: number, of: number) => `In breve, ${number} di ${of}`,
    howToApply: "Come candidarsi",
    applyBy: "Candidature entro",
    reference: "Riferimento",
    details: "Tutti i dettagli",
    follow: "Seguici",
    followOn: (network: string) => `Seguici su ${network}`,
    why: "Ogni nuovo annuncio appena esce.",
    forAll: "Dettagli per tutti, anche senza profilo",
  },
  en: {
    inShort: "In short",
    part: (number: number, of: number) => `In short, ${number} of ${of}`,
    howToApply: "How to apply",
    applyBy: "Apply by",
    reference: "Reference",
    details: "All details",
    follow: "Follow us",
    followOn: (network: string) => `Follow us on ${network}`,
    why: "Every new announcement as it comes out.",
    forAll: "Details for everyone, no account needed",
  },
} as const;

/**
 * The words of the cards after the first, in their order and only where the item has them: in short (on two cards where
 * `fits` says that one would be crowded), how to apply, where to go on. They are those of the post (post.ts), shorter
 * where the card holds less.
 */
export function seriesWords(
  item: CardItem,
  style: CardLanguage & { followedAt?: FollowedAt },
  link: string,
  size: CardSize,
  fits: (words: LeafWords) => boolean,
): LeafWords[] {
  const said = own[style.language];
  const base = {
    subject: item.title,
    authority: style.authorityName,
    ...(isSaid(link) && { follow: { label: said.details, text: typedAddress(link) } }),
  };
  return [
    ...inShort(item, base, style, size, fits),
    ...howToApply(item, base, style, size),
    ...(isSaid(link) ? [whereToGoOn(base, style, link)] : []),
  ];
}

type Base = Pick<LeafWords, "subject" | "authority" | "follow">;

function inShort(
  item: CardItem,
  base: Base,
  { language }: CardLanguage,
  size: CardSize,
  fits: (words: LeafWords) => boolean,
): LeafWords[] {
  const text = summarise(summaryOf(item.body), charactersMax[size].summary);
  if (!isSaid(text) || text.trim() === item.title.trim()) return [];
  const { inShort: heading, part } = own[language];
  const whole = { ...base, heading, text };
  if (size === "story" || fits(whole)) return [whole];
  const halves = inHalves(text);
  if (halves.length === 1) return [whole];
  return halves.map((half, index) => ({ ...base, heading: part(index + 1, halves.length), text: half }));
}

/** In two where a line or a sentence ends, as near to the middle as can be; whole where none does. */
function inHalves(text: string): string[] {
  const ends = [...text.matchAll(/\n|[.!?;](?= )/g)].map((match) => match.index + 1);
  const inside = ends.filter((end) => end > text.length * 0.25 && end < text.length * 0.75);
  const [best] = inside.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2));
  return best === undefined ? [text] : [text.slice(0, best).trim(), text.slice(best).trim()];
}

function howToApply(item: CardItem, base: Base, style: CardLanguage, size: CardSize): LeafWords[] {
  const { howToApply: way, deadline } = item.facts;
  // The post of the others does not say it (templates.ts), and cards say no more than their post.
  if (!isSaid(way) || !kindsToApplyFor.includes(item.kind)) return [];
  const said = own[style.language];
  return [
    {
      ...base,
      heading: said.howToApply,
      text: summarise(way, charactersMax[size].howToApply),
      ...(isSaid(deadline) && {
        box: { role: "deadline", label: said.applyBy, text: readableDate(deadline, style) },
      }),
      ...(isSaid(item.reference) && { reference: { label: said.reference, text: item.reference } }),
    },
  ];
}

function whereToGoOn(
  base: Base,
  { language, followedAt }: CardLanguage & { followedAt?: FollowedAt },
  link: string,
): LeafWords {
  const said = own[language];
  return {
    subject: base.subject,
    authority: base.authority,
    heading: followedAt ? said.followOn(followedAt.network) : said.follow,
    text: [followedAt?.account, said.why].filter(isSaid).join("\n"),
    box: { role: "address", label: said.forAll, text: typedAddress(link) },
  };
}
