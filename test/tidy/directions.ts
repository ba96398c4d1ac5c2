import { type Import, imports } from "./imports.ts";
import { type Complaint, isTest } from "./tree.ts";
import { homes, type Part, parts, sharedByTests } from "./who-may-import.ts";

/** The part a path belongs to: the longest name that fits, a name without a star before one with. */
export function partOf(file: string, all: readonly Part[] = parts): Part | undefined {
  return all
    .filter(({ part }) => fits(part, file))
    .sort((a, b) => depth(b.part) - depth(a.part))
    .at(0);
}

function depth(part: string): number {
  return part.split("/").length - (part.includes("*") ? 0.5 : 0);
}

/** Whether a path is, or lies below, what the name of a part says. */
export function fits(part: string, file: string): boolean {
  const names = part.split("/");
  const folders = file.split("/");
  if (names.length > folders.length) return false;
  // A star is a folder, so that `src/sources/*` does not mean the files beside it.
  if (names.at(-1) === "*" && names.length === folders.length) return false;
  return names.every((name, index) => name === "*" || name === folders[index]);
}

/** Imports that go where they may not. */
export function wrongDirections(all: readonly Import[] = imports): Complaint[] {
  return all.filter((each) => each.isOurs).flatMap((each) => judge(each));
}

function judge({ from, to, isTypeOnly }: Import): Complaint[] {
  // The test of a file may import what its file may, and what all tests share.
  const part = partOf(from.replace(/\.test\.ts$/, ".ts"));
  const target = partOf(to);
  if (!part)
    return from.includes("/") ? [`${from}: no part of who-may-import.ts; say there what it may import`] : [];
  if (!target) return [`${from}: imports ${to}, which is no part of who-may-import.ts`];
  if (part === target && sameFolder(part, from, to)) return [];
  if (isTest(from) && fits(sharedByTests, to)) return [];
  if (isPretend(to) && !isTest(from) && !isPretend(from))
    return [`${from}: imports ${to}, which is for tests`];
  if (isPretend(from) && to.startsWith("src/")) return [];
  // A test may build what its file only knows by its type.
  const may = isTypeOnly || isTest(from) ? [...part.uses, ...part.knows] : part.uses;
  if (may.some((name) => fits(name, to))) return [];
  if (!isTypeOnly && part.knows.some((name) => fits(name, to))) {
    return [`${from}: may know only types of ${to} (write "import type")`];
  }
  return [`${from}: imports ${to}; ${part.part} may not (see who-may-import.ts)`];
}

/** A stand-in beside the file it stands in for, used by tests only. */
function isPretend(file: string): boolean {
  return /^src\/(.*\/)?pretend-[^/]+\.ts$/.test(file);
}

/** Two adapters are both `src/channels/*` and yet never see each other. */
function sameFolder(part: Part, from: string, to: string): boolean {
  if (!part.part.includes("*")) return true;
  const length = part.part.split("/").length;
  return from.split("/").slice(0, length).join("/") === to.split("/").slice(0, length).join("/");
}

/** Packages used in `src/` outside the part that is their home. */
export function strayPackages(all: readonly Import[] = imports): Complaint[] {
  return all.flatMap(({ from, to, isOurs, isTypeOnly }) => {
    const home = homes[to];
    if (isOurs || isTypeOnly || !home || !from.startsWith("src/") || isTest(from)) return [];
    return home.some((part) => fits(part, from))
      ? []
      : [`${from}: uses ${to}, whose home is ${home.join(", ")}`];
  });
}

/** The table of ARCHITECTURE.md. */
export function tableOfParts(): string {
  const names = (list: string[]) =>
    list.length === 0 ? "–" : list.map((name) => `\`${name.replace(/^src\//, "")}\``).join(" ");
  const rows = parts
    .filter(({ part }) => part.startsWith("src/"))
    .map(({ part, what, uses, knows }) => `| \`${part}\` | ${what} | ${names(uses)} | ${names(knows)} |`);
  return [
    "| part | what it is | may use | may know the types of |",
    "| --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}
