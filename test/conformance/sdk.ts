// `npm run conformance:sdk`: Meta's own SDK for Node, pointed at the pretend Facebook, says what it understands of it.
import process from "node:process";
import { type Judged, judge } from "./sdk/judge.ts";
import { sdkVersion } from "./sdk/meta-sdk.ts";

const judged = await judge();
const columns: [string, (row: Judged) => string][] = [
  ["scenario", ({ name }) => name],
  ["asked", ({ asked }) => asked],
  ["understood", ({ understood }) => understood],
  ["note", ({ note }) => note],
];
const widths = columns.map(([title, of]) => Math.max(title.length, ...judged.map((row) => of(row).length)));
const line = (cells: string[]): string =>
  cells
    .map((cell, column) => cell.padEnd(widths[column] ?? 0))
    .join("  ")
    .trimEnd();

console.log(`facebook-nodejs-business-sdk ${sdkVersion()} against the pretend Facebook\n`);
console.log(line(columns.map(([title]) => title)));
console.log(line(widths.map((width) => "-".repeat(width))));
for (const row of judged) console.log(line(columns.map(([, of]) => of(row))));

const failed = judged.filter(({ understood }) => understood === "no").map(({ name }) => name);
const passed = judged.filter(({ understood }) => understood === "yes").length;
const defects = judged.filter(({ understood }) => understood === "SDK defect").length;
console.log(
  `\n${JSON.stringify({ passed, failed: failed.length, sdkDefects: defects, failedNames: failed })}`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
