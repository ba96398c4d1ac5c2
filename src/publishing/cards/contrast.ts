/** Colours are "#rrggbb" or "#rgb", as CSS writes them. */
export type Colour = string;

/** The least ratio between text and its ground: WCAG 2.1, success criterion 1.4.3, for text of any size. */
export const leastContrast = 4.5;

const black = "#000000";
const white = "#ffffff";
const steps = 64;

type Channels = [red: number, green: number, blue: number];

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.1, definition of "contrast ratio"). */
export function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/**
 * The colour itself where it can be read on all these grounds, else the nearest that can: darkened or lightened in
 * small steps, whichever needs fewer. One ground can always be met, since black or white reaches at least 4.58 on it;
 * on several far apart from each other the better of the two is returned.
 */
export function readableOn(colour: Colour, grounds: readonly Colour[], least = leastContrast): Colour {
  const worst = (candidate: Colour) => Math.min(...grounds.map((ground) => contrast(candidate, ground)));
  for (let step = 0; step <= steps; step++) {
    const candidates = [black, white].map((end) => mixed(colour, end, step / steps));
    const best = candidates.sort((a, b) => worst(b) - worst(a))[0];
    if (best !== undefined && worst(best) >= least) return best;
  }
  return worst(black) > worst(white) ? black : white;
}

/** A colour on the way from one to another; `part` 0 is the first, 1 the second. */
export function mixed(from: Colour, to: Colour, part: number): Colour {
  const [a, b] = [channelsOf(from), channelsOf(to)];
  const mix = (i: 0 | 1 | 2) => Math.round(a[i] + (b[i] - a[i]) * part);
  return `#${([0, 1, 2] as const).map((i) => mix(i).toString(16).padStart(2, "0")).join("")}`;
}

/** White or near-black, whichever is read better on a ground. */
export function plainTextOn(ground: Colour): Colour {
  // The dark of the design system, not pure black: calmer, and never worse than white where it is chosen.
  const ink = "#17324d";
  if (contrast(white, ground) >= leastContrast) return white;
  return contrast(ink, ground) >= leastContrast ? ink : readableOn(ink, [ground]);
}

/** Whether text means a colour we can read. */
export function isColour(text: string): boolean {
  return /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(text);
}

function channelsOf(colour: Colour): Channels {
  const digits = colour.slice(1);
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const value = Number.parseInt(full, 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}

function luminance(colour: Colour): number {
  const [red, green, blue] = channelsOf(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
