import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { type FaultWords, otherWords } from "./authority-file-words.ts";
import { type Logo, type LogoReading, logoBytesMax, readLogoFile } from "./logo.ts";

export type BroughtLogo = { kind: "logo"; logo: Logo } | { kind: "fault"; words: FaultWords };

const refusals: Record<Extract<LogoReading, { kind: "refused" }>["reason"], FaultWords> = {
  "too-large": {
    it: `il logo può avere al più ${logoBytesMax / 1000} kB`,
    en: `a logo has at most ${logoBytesMax / 1000} kB`,
  },
  "not-a-picture": { it: "il logo dev'essere un PNG o un SVG", en: "a logo has to be PNG or SVG" },
  "no-size": {
    it: "il logo non dice quanto è grande (serve viewBox, o larghezza e altezza fino a 4000)",
    en: "the logo does not say how large it is (viewBox is needed, or width and height up to 4000)",
  },
  "active-svg": {
    it: "il logo SVG contiene script, stili, entità o riferimenti ad altri file: esportarlo come «SVG semplice»",
    en: 'the SVG logo holds scripts, styles, entities or references to other files: export it as "plain SVG"',
  },
};

/** The logo that a file of an authority names; relative paths begin in `folder`, where that file is. */
export function bringInLogo(file: string, folder: string): BroughtLogo {
  const whole = path.resolve(folder, file);
  try {
    const reading = readLogoFile(readBounded(whole));
    return reading.kind === "logo" ? reading : { kind: "fault", words: refusals[reading.reason] };
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? String(error);
    return { kind: "fault", words: otherWords.noLogoFile(whole, detail) };
  }
}

/** A path written by mistake may lead to gigabytes. */
function readBounded(file: string): Uint8Array {
  const handle = openSync(file, "r");
  try {
    const { size } = fstatSync(handle);
    return size > logoBytesMax ? new Uint8Array(logoBytesMax + 1) : readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}
