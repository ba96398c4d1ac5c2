import { existsSync } from "node:fs";
import path from "node:path";
import { root } from "../runner/suites.ts";
import { tableOfParts } from "./directions.ts";
import { allPaths, type Complaint, textFiles, textOf } from "./tree.ts";

const documents = textFiles.filter(({ path: file }) => file.endsWith(".md"));
const link = /!?\[[^\]]*\]\(([^)\s]+)[^)]*\)/g;

/** Links to files that are not there, or to headings that are not in them. */
export function deadLinks(): Complaint[] {
  return documents.flatMap(({ path: file, text }) =>
    [...withoutCode(text).matchAll(link)].flatMap(([, target = ""]) => {
      if (/^[a-z]+:/.test(target)) return [];
      const [name = "", heading] = target.split("#");
      const to = name === "" ? file : path.posix.normalize(path.posix.join(path.posix.dirname(file), name));
      if (!existsSync(path.join(root, to))) return [`${file}: there is no ${to}`];
      if (heading === undefined || headings(to).includes(heading)) return [];
      return [`${file}: ${to} has no heading #${heading}`];
    }),
  );
}

function withoutCode(text: string): string {
  return text.replace(/^```.*?^```/gms, "").replace(/`[^`\n]*`/g, "");
}

/** Headings as addresses, the way repositories show them. */
function headings(file: string): string[] {
  if (!file.endsWith(".md")) return [];
  return [...textOf(file).matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );
}

const named = /`((?:src|sandbox|test|bench|demo|docs|bin|tools|changes)\/[\w./*-]*)`/g;

/** Paths that a document names and that are not there (any more). A star, or KIND, stands for one name. */
export function namedPathsThatAreGone(): Complaint[] {
  return documents.flatMap(({ path: file, text }) =>
    [...text.matchAll(named)]
      .map((match) => match[1] ?? "")
      .filter((name) => !isThere(name))
      .map((name) => `${file}: there is no ${name}`),
  );
}

function isThere(name: string): boolean {
  const folder = name.replace(/\/$/, "");
  const general = folder.replaceAll("KIND", "*");
  if (!general.includes("*")) return existsSync(path.join(root, general));
  const pattern = new RegExp(`^${general.replaceAll(".", "\\.").replaceAll("*", "[^/]+")}(/|$)`);
  return allPaths.some((file) => pattern.test(file));
}

export function longReadme(): Complaint[] {
  const lines = textOf("README.md").split("\n").length - 1;
  return lines < 100 ? [] : [`README.md: ${lines} lines; doors to the rest belong here, not the rest`];
}

/** Decisions are counted through from 0001, and each has its three parts. */
export function unevenDecisions(): Complaint[] {
  const records = allPaths.filter((file) => /^docs\/decisions\/\d{4}-/.test(file));
  return records.flatMap((file, index) => {
    const number = String(index + 1).padStart(4, "0");
    const text = textOf(file);
    const missing = ["## Context", "## Decision", "## Consequences"].filter(
      (part) => !text.includes(`${part}\n`),
    );
    return [
      ...(file.startsWith(`docs/decisions/${number}-`)
        ? []
        : [`${file}: the number after the last would be ${number}`]),
      ...missing.map((part) => `${file}: has no "${part}"`),
    ];
  });
}

/** ARCHITECTURE.md shows who may import whom as the program checks it. */
export function staleTable(): Complaint[] {
  return textOf("ARCHITECTURE.md").includes(tableOfParts())
    ? []
    : [`ARCHITECTURE.md: the table of who may import whom should be:\n${tableOfParts()}`];
}
