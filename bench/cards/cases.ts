import { existsSync, readFileSync } from "node:fs";
import { readLogoFile } from "../../src/authority/logo.ts";
import type { CardStyle } from "../../src/publishing/cards/card.ts";
import type { CardSize } from "../../src/publishing/cards/card-layout.ts";
import type { CardItem } from "../../src/publishing/cards/card-words.ts";
import type { ItemKind } from "../../src/watching/found-item.ts";
import { shared } from "../../test/shared.ts";

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

const ownItems: CardItem[] = [
  {
    kind: "art16",
    title:
      "Avviamento a selezione art. 16 L. 56/87 – Comune di Roncaverde: 1 operaio/a cantoniere, tempo indeterminato",
    reference: "ART16-2026-031",
    facts: {
      place: "Roncaverde",
      contract: "Tempo indeterminato, 36 ore",
      deadline: "2026-12-18T12:00:00+01:00",
    },
  },
  { kind: "offer", title: "Barista", reference: null, facts: {} },
  {
    kind: "offer",
    title: "Magazziniere/a carrellista",
    reference: "VDL-2026-0412",
    facts: { place: "Lomazzo (CO)", contract: "Tempo determinato, 6 mesi, 40 ore", deadline: "2026-12-04" },
  },
  {
    kind: "competition",
    title:
      "Concorso pubblico per titoli ed esami per la copertura di n. 12 posti a tempo pieno e indeterminato di istruttore amministrativo-contabile, area degli istruttori, di cui 4 riservati ai sensi dell'art. 1 della L. 68/1999 presso gli uffici della Provincia",
    reference: "CONC-2026-05",
    facts: { place: "Como", contract: "Tempo indeterminato", deadline: "2026-12-21T23:59:00+01:00" },
  },
  {
    kind: "targeted-placement",
    title: "Impiegato/a amministrativo/a – riservato L. 68/99 art. 1",
    reference: "CM-2026-077",
    facts: { contract: "Part time, 20-25 ore", deadline: "2026-12-09" },
  },
  {
    kind: "notice",
    title: "🎄 Chiusura degli uffici lunedì 7 dicembre → riapertura il 9",
    reference: null,
    facts: { place: "Tutti i centri per l'impiego" },
  },
  {
    kind: "course",
    title: "Corso gratuito: contabilità e foglio di calcolo (80 ore)",
    reference: "FORM-2026-22",
    facts: { place: "Sede di Menaggio e a distanza", deadline: "esaurimento posti" },
  },
  {
    kind: "traineeship",
    title: "Tirocinio extracurriculare – segreteria studio professionale",
    reference: "TIR-2026-118",
    facts: {
      place: "Mariano Comense, via dei Martiri della Libertà 112, primo piano, scala B",
      contract: "Tirocinio di 6 mesi, 30 ore settimanali, rimborso di 600 € al mese",
      deadline: "2026-11-27",
    },
  },
];

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
    offers: { kind: string; title: string; ref?: string | null; location?: { comune?: string } | null }[];
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
      reference: sample.ref ?? null,
      facts: { ...item.facts, ...(place && index < 7 && { place }) },
    };
  });
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
