/** Measures of a card in pixels. Text keeps clear of what the network lays over a picture. */
export interface CardLayout {
  width: number;
  height: number;
  margin: number;
  /** First and last line that may carry text. */
  textTop: number;
  textBottom: number;
  kindSize: number;
  title: { largest: number; smallest: number; linesMax: number };
  facts: { largest: number; smallest: number; isOneRow: boolean };
  deadline: { label: number; largest: number; smallest: number; paddingX: number; paddingY: number };
  leaf: LeafLayout;
  /** Space between parts, and below the deadline. */
  gap: number;
  /** Where the paper with the authority's name begins and ends. */
  paperTop: number;
  paperBottom: number;
  paper: PaperLayout;
}

/** Cards of a series after the first. */
export interface LeafLayout {
  subject: number;
  subjectLinesMax: number;
  heading: number;
  text: { largest: number; smallest: number };
  /** From this size on text is read with ease: some 15 pixels on a phone of 360. */
  easy: number;
}

export interface PaperLayout {
  /** Name and details side by side, or one above the other. */
  isWide: boolean;
  /** Space between the edge of the paper and what stands on it. */
  inset: number;
  logoHeight: number;
  name: { largest: number; smallest: number };
  details: { largest: number; smallest: number };
}

export const cardSizes = ["preview", "square", "story"] as const;
export type CardSize = (typeof cardSizes)[number];

export const cardLayouts: Record<CardSize, CardLayout> = {
  preview: {
    width: 1200,
    height: 630,
    margin: 56,
    textTop: 40,
    textBottom: 612,
    kindSize: 30,
    title: { largest: 92, smallest: 34, linesMax: 4 },
    facts: { largest: 34, smallest: 26, isOneRow: true },
    deadline: { label: 25, largest: 42, smallest: 28, paddingX: 28, paddingY: 13 },
    leaf: { subject: 28, subjectLinesMax: 1, heading: 54, text: { largest: 44, smallest: 26 }, easy: 32 },
    gap: 16,
    paperTop: 508,
    paperBottom: 630,
    paper: {
      isWide: true,
      inset: 18,
      logoHeight: 78,
      name: { largest: 32, smallest: 20 },
      details: { largest: 26, smallest: 18 },
    },
  },
  square: {
    width: 1080,
    height: 1080,
    margin: 64,
    textTop: 60,
    textBottom: 1046,
    kindSize: 36,
    title: { largest: 116, smallest: 42, linesMax: 6 },
    facts: { largest: 42, smallest: 32, isOneRow: false },
    deadline: { label: 32, largest: 56, smallest: 38, paddingX: 36, paddingY: 20 },
    leaf: { subject: 36, subjectLinesMax: 2, heading: 76, text: { largest: 62, smallest: 38 }, easy: 46 },
    gap: 26,
    paperTop: 804,
    paperBottom: 1080,
    paper: {
      isWide: false,
      inset: 34,
      logoHeight: 84,
      name: { largest: 38, smallest: 28 },
      details: { largest: 32, smallest: 26 },
    },
  },
  // The network covers the top 250 and the bottom 340 pixels of a story with its own controls; the rest of the
  // distance is what the slow zoom of a clip takes (clip.ts).
  story: {
    width: 1080,
    height: 1920,
    margin: 72,
    textTop: 280,
    textBottom: 1560,
    kindSize: 44,
    title: { largest: 148, smallest: 50, linesMax: 7 },
    facts: { largest: 50, smallest: 38, isOneRow: false },
    deadline: { label: 38, largest: 64, smallest: 44, paddingX: 44, paddingY: 28 },
    leaf: { subject: 44, subjectLinesMax: 2, heading: 96, text: { largest: 76, smallest: 46 }, easy: 50 },
    gap: 36,
    paperTop: 1220,
    paperBottom: 1600,
    paper: {
      isWide: false,
      inset: 40,
      logoHeight: 104,
      name: { largest: 44, smallest: 34 },
      details: { largest: 38, smallest: 32 },
    },
  },
};
