import { readFileSync } from "node:fs";
import { triage } from "../../src/moderating/triage.ts";
import { ratio } from "./judged-comment.ts";

/** A sentence of the public test of hate speech detectors, with what we say. */
export interface HateCase {
  functionality: string;
  text: string;
  isHateful: boolean;
  /** Hatred of a group, or a word that insults one. An insult to one person breaks our rules and is no hate speech. */
  isFound: boolean;
}

export function readHateCases(file: string): HateCase[] {
  const [head, ...rows] = readFileSync(file, "utf8").trim().split("\n").map(cellsOf);
  const column = (row: readonly string[], name: string) => row[head?.indexOf(name) ?? -1] ?? "";
  return rows.map((row) => {
    const text = column(row, "text");
    return {
      functionality: column(row, "functionality"),
      text,
      isHateful: column(row, "label") === "hateful",
      isFound: findsHate(text),
    };
  });
}

function findsHate(text: string): boolean {
  return triage(text, { channel: "comment" }).suggestions.some(({ because }) =>
    because.some(({ reason }) => reason === "slur" || reason.startsWith("group-")),
  );
}

/** How many of each functionality were told rightly. */
export function scoreHateCases(
  cases: readonly HateCase[],
): { functionality: string; cases: number; right: number; share: number }[] {
  const names = [...new Set(cases.map(({ functionality }) => functionality))];
  return names.map((functionality) => {
    const all = cases.filter((one) => one.functionality === functionality);
    const right = all.filter(({ isHateful, isFound }) => isHateful === isFound).length;
    return { functionality, cases: all.length, right, share: ratio(right, all.length) };
  });
}

/** One line of CSV: quotes are doubled within quotes. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    if (isQuoted && sign === '"' && line.charAt(at + 1) === '"') {
      cell += '"';
      at++;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === "," && !isQuoted) {
      cells.push(cell);
      cell = "";
    } else cell += sign;
  }
  return [...cells, cell.replace(/\r$/, "")];
}
