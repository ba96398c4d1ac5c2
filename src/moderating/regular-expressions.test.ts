import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isSafePattern } from "redos-detector";
import { describe, expect, test } from "vitest";

const literal =
  /(?<=[=(,:?&|!\s[])\/(?![/*])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)(?=[\s;,).\]])/g;

const patterns = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .flatMap((file) => {
    const program = readFileSync(path.join(import.meta.dirname, file), "utf8").replace(
      /^\s*(?:\/\/|\/?\*).*$/gm,
      "",
    );
    return [...program.matchAll(literal)].map(([, source = "", flags = ""]) => ({ file, source, flags }));
  });

/** How many ways there may be to read the same text; what grows with the text has no bound. */
const waysMax = 60;

describe("no regular expression goes back and forth without bound", () => {
  test.each(patterns)("$file: /$source/$flags", ({ source, flags }) => {
    const judged = isSafePattern(source, {
      unicode: flags.includes("u"),
      maxScore: waysMax,
      timeout: 10_000,
    });
    expect({ safe: judged.safe, error: judged.error }).toEqual({ safe: true, error: null });
  });

  test("they were found", () => {
    expect(patterns.length).toBeGreaterThan(20);
  });
});

test("the checker knows one that does", () => {
  expect(isSafePattern("(a+)+$", { maxScore: waysMax }).safe).toBe(false);
});
