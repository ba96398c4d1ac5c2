import { globSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");

/** A group of test files that is run together, under one heading. */
export interface Suite {
  name: string;
  heading: string;
  files: string[];
}

const kinds = [
  { name: "tidy", heading: "Tidy: what we agreed on", owns: /^test\/tidy/ },
  {
    name: "conformance",
    heading: "Conformance: every adapter, both databases",
    owns: /^test\/conformance\//,
  },
  { name: "journeys", heading: "Journeys: the whole product", owns: /^test\/journeys\// },
  { name: "pages", heading: "Pages in Chromium", owns: /^test\/(pages\/|browser)/ },
  { name: "beside", heading: "Rules, flows and adapters, beside their files", owns: /./ },
];

/** From what is quick and tells most to what is slow; every test file is in exactly one suite. */
const order = ["tidy", "beside", "conformance", "journeys", "pages"];

/** All suites that have files, in the order in which they are run. */
export function suites(files: readonly string[] = testFiles()): Suite[] {
  const byName = new Map(kinds.map(({ name, heading }) => [name, { name, heading, files: [] as string[] }]));
  for (const file of files) {
    const kind = kinds.find(({ owns }) => owns.test(file));
    byName.get(kind?.name ?? "")?.files.push(file);
  }
  return order.flatMap((name) => byName.get(name) ?? []).filter((suite) => suite.files.length > 0);
}

function testFiles(): string[] {
  return globSync("{src,sandbox,test,bench,demo,tools,bin}/**/*.test.ts", {
    cwd: root,
    exclude: (name) => name.includes("node_modules"),
  })
    .map((file) => file.split(path.sep).join("/"))
    .sort();
}
