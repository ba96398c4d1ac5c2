import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readAuthorityFile } from "../authority/authority-file.ts";
import { readFormats } from "../authority/authority-file-formats.ts";
import { authorityFileSchema } from "../authority/authority-file-schema.ts";
import { pacingSettings } from "../authority/settings.ts";
import { siteSettings } from "../authority/site-settings.ts";
import { formats } from "../channels/channel.ts";
import { openChannels } from "../channels/registry.ts";
import { settingNames } from "../config.ts";
import { systemClock } from "../platform/clock.ts";
import { itemKinds } from "../watching/found-item.ts";
import { commands } from "./commands.ts";
import { exitCode } from "./exit-code.ts";

/** What the documents for operators say is what the program knows, no more and no less. */

const channels = openChannels(
  { request: () => Promise.reject(new Error("no call is made")), close: async () => {} },
  systemClock,
);

function document(name: string): string {
  return readFileSync(path.join(import.meta.dirname, "../../docs/operate", name), "utf8");
}

/** The part under a heading, up to the next of its rank or above. */
function section(text: string, heading: string): string {
  const rank = heading.split(" ")[0] ?? "##";
  const from = text.indexOf(`${heading}`);
  expect(from, `"${heading}" is there`).toBeGreaterThanOrEqual(0);
  const rest = text.slice(from + heading.length);
  const end = rest.search(new RegExp(`^#{1,${rank.length}} `, "m"));
  return end < 0 ? rest : rest.slice(0, end);
}

/** What stands in backticks in the first column of tables; of each only the first word. */
function firstColumn(text: string): string[] {
  return [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, code = ""]) => code.split(" ")[0] ?? "");
}

function keysOf(schema: unknown): string[] {
  let at = schema;
  while (at instanceof z.ZodDefault || at instanceof z.ZodOptional || at instanceof z.ZodPrefault) {
    at = at.unwrap();
  }
  if (at instanceof z.ZodArray) return keysOf(at.element);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

test("settings.md names every variable", () => {
  expect(firstColumn(document("settings.md")).sort()).toEqual(settingNames().sort());
});

describe("authority-file.md", () => {
  const text = document("authority-file.md");
  const { shape } = authorityFileSchema;

  test("has a part for every part of the file", () => {
    expect([...text.matchAll(/^## `(\w+)`/gm)].map(([, name]) => name)).toEqual(Object.keys(shape));
  });

  test.each([
    [
      "## `authority`",
      [...keysOf(shape.authority), ...keysOf(shape.authority.shape.look), ...keysOf(siteSettings)],
    ],
    ["## `sources`", keysOf(shape.sources)],
    ["## `apps`", [...keysOf(shape.apps), ...(channels["facebook-page"]?.connecting?.appSettingNames ?? [])]],
    [
      "## `accounts`",
      [
        ...keysOf(shape.accounts),
        ...keysOf(pacingSettings),
        ...(channels["facebook-page"]?.settingNames ?? []),
      ],
    ],
    ["## `rules`", keysOf(shape.rules)],
  ])("%s names every key", (heading, keys) => {
    expect(firstColumn(section(text, heading)).sort()).toEqual([...keys].sort());
  });

  test("names every kind of item", () => {
    const named = [...section(text, "## Generi").matchAll(/`([\w-]+)` \(/g)].map(([, kind]) => kind);
    expect(named).toEqual([...itemKinds]);
  });

  test("names every format", () => {
    expect(firstColumn(section(text, "## Formati"))).toEqual([...formats]);
  });

  test("shows only formats that are read without a fault", () => {
    const examples = [...section(text, "## Formati").matchAll(/```yaml\n([\s\S]+?)```/g)];
    expect(examples).toHaveLength(2);
    for (const [, example = ""] of examples) {
      const { formats: written } = parse(example) as { formats: unknown };
      expect(readFormats(written)).toEqual({ kind: "formats", formats: written });
    }
  });

  test("shows an example that is a good file", () => {
    const example = /```yaml\n([\s\S]+?)```/.exec(text)?.[1] ?? "";
    const reading = readAuthorityFile(example.replace("{ file: pagina.token }", "EAA"), {
      channels,
      sourceKinds: ["feed"],
      folder: "/",
      environment: { FACEBOOK_APP_SECRET: "x" },
    });
    expect(reading).toMatchObject({ kind: "file" });
  });
});

describe("commands.md", () => {
  const text = document("commands.md");

  test("has a part for every command, in the order of the help", () => {
    expect([...text.matchAll(/^## bacheca ([\w-]+)$/gm)].map(([, name]) => name)).toEqual(
      commands.map((command) => command.name),
    );
  });

  test.each(commands.map((command) => [command.name, command] as const))(
    "says every option of %s",
    (name, command) => {
      const options = firstColumn(section(text, `## bacheca ${name}\n`)).map((option) =>
        option.replace(/^--/, ""),
      );
      expect(options.sort()).toEqual(Object.keys(command.options).sort());
    },
  );

  test("says every exit code", () => {
    const rows = [...section(text, "## Codici d'uscita").matchAll(/^\| (\d+) \|/gm)].map(([, code]) =>
      Number(code),
    );
    expect(rows).toEqual(Object.values(exitCode));
  });
});
