import { existsSync, readFileSync } from "node:fs";
import { readLogoFile } from "../../src/authority/logo.ts";
import type { CardStyle } from "../../src/publishing/cards/card.ts";
import type { CardSize } from "../../src/publishing/cards/card-layout.ts";
import type { SeriesStyle } from "../../src/publishing/cards/card-series.ts";
import type { CardItem } from "../../src/publishing/cards/card-words.ts";
import type { ItemKind } from "../../src/watching/found-item.ts";
import { shared } from "../../test/shared.ts";
import { ownItems } from "./items.ts";

/** One card to draw. */
export interface Case {
  item: CardItem;
  style: CardStyle;
  link: string;
  size: CardSize;
}

const link = "https://bacheca.provincia-valdilago.example/v/k3x9m2p7qa";

/** A mark nobody has: a lake under a hill. */
function ownLogo(colour: string) {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><circle cx="48" cy="48" r="46" fill="${colour}"/>` +
    `<path d="M14 58L38 30L52 46L62 36L82 58Z" fill="#fff"/><path d="M14 64H82M22 72H74M32 80H64" stroke="#fff" stroke-width="4"/></svg>`;
  const read = readLogoFile(Buffer.from(svg));
  if (read.kind !== "logo") throw new Error(`own logo refused: ${read.reason}`);
  return read.logo;
}

const named = (authorityName: string) =>
  ({ authorityName, language: "it", timeZone: "Europe/Rome" }) as const;

/** Four looks: plain, with accent and logo, dark and warm, and a light primary with dark text. */
export const looks: Record<string, CardStyle> = {
  blue: { ...named("Provincia di Valdilago – Settore Lavoro"), look: { primary: "#0066CC" } },
  green: {
    ...named("CST Terra dei Calanchi – Portale Lavoro"),
    look: { primary: "#00664F", accent: "#FFC533", logo: ownLogo("#00664F") },
  },
  wine: {
    ...named(
      "Agenzia regionale per il lavoro, la formazione e le politiche attive – Centro per l'impiego di Borgo San Lorenzo",
    ),
    look: { primary: "#7A1F3D", accent: "#F3DDB3" },
  },
  yellow: {
    ...named("Comune di Pietrachiara"),
    look: { primary: "#FFD23F", onPrimary: "#17324D", accent: "#17324D", logo: ownLogo("#17324D") },
  },
};

const kindsOfSamples: Record<string, ItemKind> = {
  art16: "art16",
  collocamento_mirato: "targeted-placement",
  tirocinio: "traineeship",
  concorso: "competition",
  corso: "course",
  evento: "event",
  avviso: "notice",
};

/** The longest titles of the shared samples stand in for half of our own items where the samples are at hand. */
function items(): CardItem[] {
  const file = shared("samples/offers.json");
  if (!existsSync(file)) return ownItems;
  const { offers } = JSON.parse(readFileSync(file, "utf8")) as {
    offers: {
      kind: string;
      title: string;
      text: string;
      ref?: string | null;
      location?: { comune?: string } | null;
    }[];
  };
  const longest = offers.toSorted((a, b) => b.title.length - a.title.length);
  return ownItems.map((item, index) => {
    const sample = longest[(index - 4) * 2 + 1];
    if (index < 4 || index === 5 || !sample) return item;
    const place = sample.location?.comune;
    return {
      ...item,
      kind: kindsOfSamples[sample.kind] ?? "offer",
      title: sample.title,
      body: sample.text,
      reference: sample.ref ?? null,
      facts: { ...item.facts, ...(place && index < 7 && { place }) },
    };
  });
}

/** A series to make: all cards of one item in one size. */
export type SeriesCase = Omit<Case, "style"> & { style: SeriesStyle };

/** Eight series, as albums and as clips, each next to another look; every other one knows the account's name. */
export function seriesCases(): SeriesCase[] {
  const styles = Object.values(looks);
  return (["square", "story"] as const).flatMap((size, row) =>
    ownItems.flatMap((item, column) => {
      // Every other item is in this row: half the column counts them.
      const style = styles[((column >> 1) + row) % styles.length];
      const followedAt = { network: "Facebook", account: "Lavoro Valdilago" };
      if (!style || column % 2 !== row) return [];
      return [{ item, style: column % 4 < 2 ? { ...style, followedAt } : style, link, size }];
    }),
  );
}

/** 24 cards: eight items in three sizes, each next to all looks. */
export function cases(): Case[] {
  const styles = Object.values(looks);
  return (["preview", "square", "story"] as const).flatMap((size, row) =>
    items().flatMap((item, column) => {
      const style = styles[(column + row) % styles.length];
      return style ? [{ item, style, link, size }] : [];
    }),
  );
}
