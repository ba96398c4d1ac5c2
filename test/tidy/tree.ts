import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { root } from "../runner/suites.ts";

/** One file of the repository that is text of ours. */
export interface TextFile {
  /** From the root, with slashes: "src/config.ts". */
  path: string;
  text: string;
  lines: string[];
}

/** What a rule has to say about a file; an empty list is a kept rule. */
export type Complaint = string;

/** Foreign bytes kept as they came: neither their size nor their words are ours. */
const isSample = (file: string) => /(^|\/)samples\//.test(file);
const isBinary = (file: string) => /\.(png|jpe?g|ico|woff2?|ttf|gz|br|pdf)$/.test(file);

/** All files that are, or are about to be, in the repository: what is ignored or deleted is left out. */
export const allPaths: string[] = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter(
    (file) => file !== "" && existsSync(path.join(root, file)) && statSync(path.join(root, file)).isFile(),
  )
  .sort();

export const textFiles: TextFile[] = allPaths
  .filter((file) => !isSample(file) && !isBinary(file))
  .map((file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    return { path: file, text, lines: text.replace(/\n$/, "").split("\n") };
  });

/** Programs: TypeScript and the few files of plain JavaScript. */
export const programs = textFiles.filter((file) => /\.(ts|mts|mjs|js)$/.test(file.path));

export function textOf(file: string): string {
  return readFileSync(path.join(root, file), "utf8");
}

export function isTest(file: string): boolean {
  return file.endsWith(".test.ts");
}
