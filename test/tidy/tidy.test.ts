// The rules must be able to say no: a check that finds nothing because it reads nothing keeps nobody honest.
import { describe, expect, test } from "vitest";
import { circles } from "./circles.ts";
import { fits, partOf, strayPackages, wrongDirections } from "./directions.ts";
import { type Import, imports, importsOf } from "./imports.ts";
import { impureNouns, isNoun } from "./nouns.ts";
import { lineRules } from "./text-rules.ts";

function file(path: string, text: string) {
  return { path, text, lines: text.split("\n") };
}

function edge(from: string, to: string, isTypeOnly = false): Import {
  return { from, to, isOurs: to.includes("/"), isTypeOnly };
}

describe("imports are read", () => {
  test("in every form the formatter leaves", () => {
    const text = [
      `import pg from "pg";`,
      `import type { A } from "./a.ts";`,
      `import {`,
      `  type B,`,
      `  c,`,
      `} from "../b.ts";`,
      `import "./effect.ts";`,
      `export { d } from "./d.ts";`,
      `export type * from "./e.ts";`,
      `export const f = 1;`,
      `const g = await import("node:fs");`,
      `import h, { i } from "@scope/h/deep.js";`,
      ` * import { not } from "./an-example.ts";`,
    ].join("\n");
    expect(importsOf(file("src/x/y.ts", text)).map(({ to, isTypeOnly }) => [to, isTypeOnly])).toEqual([
      ["pg", false],
      ["src/x/a.ts", true],
      ["src/b.ts", false],
      ["src/x/effect.ts", false],
      ["src/x/d.ts", false],
      ["src/x/e.ts", true],
      ["@scope/h", false],
      ["node:fs", false],
    ]);
  });

  test("of the whole tree, and lead to files that are there", () => {
    expect(imports.length).toBeGreaterThan(500);
  });
});

describe("directions", () => {
  test("a star is one folder and not the files beside it", () => {
    expect(fits("src/channels/*", "src/channels/facebook-page/graph.ts")).toBe(true);
    expect(fits("src/channels/*", "src/channels/registry.ts")).toBe(false);
    expect(partOf("src/channels/registry.ts")?.part).toBe("src/channels/registry.ts");
  });

  test.each([
    ["sandbox and product never meet", "sandbox/portal/index.ts", "src/config.ts"],
    ["nor the other way", "src/jobs/worker.ts", "sandbox/main.ts"],
    ["the demonstration knows neither", "demo/start.ts", "src/main.ts"],
    ["an adapter does not see another", "src/channels/other/index.ts", "src/channels/facebook-page/graph.ts"],
    ["an adapter does not see the product", "src/sources/feed/look.ts", "src/watching/item-store.ts"],
    ["the platform knows no product", "src/platform/clock.ts", "src/config.ts"],
    ["the product does not use what tests share", "src/jobs/worker.ts", "test/people.ts"],
    ["a flow does not call the web", "src/watching/poll-source.ts", "src/web/server.ts"],
    ["a new folder is first given a place", "src/inbox/reply.ts", "src/platform/clock.ts"],
  ])("%s", (_, from, to) => {
    expect(wrongDirections([edge(from, to)])).toHaveLength(1);
  });

  test("types of a part may be known where using it is forbidden", () => {
    const [from, to] = ["src/sources/feed/read.ts", "src/watching/found-item.ts"];
    expect(wrongDirections([edge(from, to, true)])).toEqual([]);
    expect(wrongDirections([edge(from, to)])[0]).toContain("import type");
  });

  test("a test may use what all tests share, beside what its file may", () => {
    expect(wrongDirections([edge("src/jobs/worker.test.ts", "test/people.ts")])).toEqual([]);
    expect(wrongDirections([edge("src/jobs/worker.test.ts", "sandbox/main.ts")])).toHaveLength(1);
  });

  test("a package has one home", () => {
    expect(strayPackages([edge("src/web/server.ts", "undici")])).toHaveLength(1);
    expect(strayPackages([edge("src/platform/open-http-client.ts", "undici")])).toEqual([]);
  });
});

describe("circles", () => {
  const run = [
    edge("a/a.ts", "a/b.ts"),
    edge("a/b.ts", "a/c.ts"),
    edge("a/c.ts", "a/a.ts"),
    edge("a/d.ts", "a/a.ts"),
  ];

  test("are found with exactly the files in them", () => {
    expect(circles(run, false)).toEqual([["a/a.ts", "a/b.ts", "a/c.ts"]]);
  });

  test("that only types close are told apart", () => {
    const types = [edge("a/a.ts", "a/b.ts"), edge("a/b.ts", "a/a.ts", true)];
    expect(circles(types, false)).toEqual([]);
    expect(circles(types, true)).toEqual([["a/a.ts", "a/b.ts"]]);
  });
});

describe("nouns", () => {
  test("are what is neither a flow nor a store", () => {
    expect(isNoun("src/publishing/publication.ts")).toBe(true);
    expect(isNoun("src/publishing/publication-store.ts")).toBe(false);
    expect(isNoun("src/publishing/send-publication.ts")).toBe(false);
    expect(isNoun("src/jobs/worker.ts")).toBe(false);
  });

  test("reach no store, no flow and no database", () => {
    const noun = "src/publishing/publication.ts";
    for (const to of [
      "src/publishing/publication-store.ts",
      "src/publishing/send-publication.ts",
      "kysely",
    ]) {
      expect(impureNouns([edge(noun, to)])).toHaveLength(1);
      expect(impureNouns([edge(noun, to, true)])).toEqual([]);
    }
  });
});

describe("lines", () => {
  test.each([
    ["environment", "const home = process.env.HOME;"],
    ["console", `console.log("hello");`],
    ["outbound", "await fetch(url);"],
    ["openTasks", "// TODO later"],
    ["machinePaths", `const at = "/${"work"}/x";`],
    ["machinePaths", `see /${"home"}/giulia/x`],
    ["registryHosts", ["registry", "npmjs", "org"].join(".")],
    ["silencedTypes", "// @ts-ignore"],
    ["loneTests", `test.only("x", () => {});`],
  ])("%s: a broken one is recognised: %s", (name, line) => {
    expect(lineRules[name]?.pattern.test(line)).toBe(true);
  });

  test.each([
    ["openTasks", "// TODO(#12): later"],
    ["outbound", "await client.fetch(url);"],
    ["machinePaths", "https://portale.example/home/giulia"],
  ])("%s: a good one is left alone: %s", (name, line) => {
    expect(lineRules[name]?.pattern.test(line)).toBe(false);
  });
});
