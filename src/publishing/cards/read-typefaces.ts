import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readTypeface, type Typeface } from "./typeface.ts";

export const weights = ["regular", "semibold", "bold"] as const;
export type Weight = (typeof weights)[number];

/** Titillium Web, the typeface of Italian public services, in three weights. */
export interface Typefaces extends Record<Weight, Typeface> {
  family: string;
  /** Paths of the font files, for the renderer. */
  files: string[];
}

const fileNames: Record<Weight, string> = { regular: "regular", semibold: "600", bold: "700" };

let read: Promise<Typefaces> | undefined;

/** Reads the three fonts out of bootstrap-italia, once for the life of the process. */
export function readTypefaces(): Promise<Typefaces> {
  read ??= readAll();
  return read;
}

async function readAll(): Promise<Typefaces> {
  const folder = path.dirname(fileURLToPath(import.meta.resolve("bootstrap-italia/dist/version.js")));
  const files = weights.map((weight) =>
    path.join(folder, `fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-${fileNames[weight]}.ttf`),
  );
  const [regular, semibold, bold] = await Promise.all(
    files.map(async (file) => readTypeface(await readFile(file))),
  );
  if (!regular || !semibold || !bold) throw new Error("bootstrap-italia has no Titillium Web");
  return { regular, semibold, bold, family: "Titillium Web", files };
}
