import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { authoritySettings } from "../../authority/settings.ts";
import { openChannels } from "../../channels/registry.ts";
import { systemClock } from "../../platform/clock.ts";
import type { HttpClient } from "../../platform/http-client.ts";
import { nearest } from "../../platform/nearest.ts";
import { openHttpClient } from "../../platform/open-http-client.ts";
import { explainMend, openSources } from "../../sources/registry.ts";
import type { Look } from "../../sources/source.ts";
import { version } from "../../version.ts";
import { type ItemKind, itemKinds } from "../../watching/found-item.ts";
import { wordsOf } from "../../web/words/index.ts";
import { type Command, type CommandContext, textOption, UsageError } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { type PreviewedItem, type PreviewingAuthority, previewItems } from "../preview-items.ts";
import { readFileOrFail } from "./apply.ts";

/** What would be read from an address or a file, and what would be posted of it. Needs no database. */
export const preview: Command = {
  name: "preview",
  options: {
    kind: { type: "string" },
    authority: { type: "string" },
    json: { type: "boolean" },
    "allow-private": { type: "boolean" },
  },
  operands: { least: 1, most: 1 },
  run: runPreview,
};

type Found = Extract<Look, { kind: "found" }>;

async function runPreview(context: CommandContext): Promise<ExitCode> {
  const kind = kindOption(context);
  const authority = await authorityOf(context);
  const http = openHttpClient({ userAgent: `Bacheca/${version}` });
  try {
    const look = await lookAt(context, http);
    if (look.kind !== "found") return tellFault(context, look);
    const limits = Object.values(openChannels(http, systemClock))[0]?.limits ?? { textCharactersMax: 10_000 };
    const items = previewItems(look.items, authority, kind, limits);
    if (context.options.json) context.terminal.say(JSON.stringify(asJson(look, items), null, 2));
    else tellItems(context, look, items);
    return exitCode.ok;
  } finally {
    await http.close();
  }
}

function kindOption(context: CommandContext): ItemKind {
  const kind = textOption(context, "kind") ?? "offer";
  const known = itemKinds.find((one) => one === kind);
  if (known) return known;
  throw new UsageError((said) => said.use.notOneOf("kind", itemKinds, nearest(kind, itemKinds)));
}

async function authorityOf(context: CommandContext): Promise<PreviewingAuthority> {
  const name = textOption(context, "authority");
  if (name !== undefined) {
    const file = await readFileOrFail(context, name);
    return { ...file.authority, accounts: file.accounts };
  }
  const settings = authoritySettings.parse({ language: context.language });
  return { name: context.words.preview.sampleAuthority, settings };
}

async function lookAt(context: CommandContext, http: HttpClient): Promise<Look> {
  const place = context.operands[0] ?? "";
  const isAddress = /^https?:\/\//i.test(place);
  const url = isAddress ? place : pathToFileURL(path.resolve(place)).href;
  const source = openSources(isAddress ? http : clientForFile(place)).feed;
  if (!source) throw new Error("the registry of sources has no feed");
  const allowPrivateAddress = context.options["allow-private"] === true;
  return await source.look({ url, allowPrivateAddress }, {}, systemClock.now());
}

/** A file is read as if a server had sent it, so that it meets the same reading and the same limits of sense. */
function clientForFile(file: string): HttpClient {
  const body = readFileSync(file);
  return {
    request: async ({ url }) => ({ status: 200, headers: {}, body, url }),
    close: async () => {},
  };
}

function tellFault({ terminal, words, language }: CommandContext, look: Exclude<Look, Found>): ExitCode {
  const { faults, generalFault } = wordsOf(language);
  const fault = look.kind === "fault" ? look.fault : "";
  const said = (faults as Record<string, typeof generalFault>)[fault] ?? generalFault;
  // There is no file here to set allowPrivateAddress in; the command has an option.
  const toDo = fault === "private-address" ? words.preview.allowPrivate : said.toDo;
  terminal.note(`${said.happened} ${toDo}`);
  if (look.kind === "fault") terminal.note(words.preview.detail(look.detail));
  return exitCode.failed;
}

function tellItems(context: CommandContext, look: Found, items: PreviewedItem[]): void {
  const { terminal, words, language } = context;
  const said = words.preview;
  terminal.say(said.found(look.title ?? "", items.length));
  for (const mend of look.mended) terminal.say(said.mended(explainMend(mend, language)));
  for (const [index, item] of items.entries()) {
    terminal.say("");
    terminal.say(
      said.heading(index + 1, items.length, item.publishedAt?.toLocaleString(language) ?? said.noDate),
    );
    terminal.say(said.identity(item.keys.join(", ")));
    for (const line of goesOutLines(item, context)) terminal.say(line);
    terminal.say(said.length(item.post.text.length));
    for (const line of item.post.text.split("\n")) terminal.say(line === "" ? "  |" : `  | ${line}`);
  }
}

function goesOutLines({ goesOut }: PreviewedItem, { words, language }: CommandContext): string[] {
  if (!goesOut) return [];
  if (goesOut.length === 0) return [words.preview.goesNowhere];
  const names = wordsOf(language).formats;
  return goesOut.map(({ account, formats }) =>
    words.preview.goesOut(account, formats.map((format) => names[format]).join(", ")),
  );
}

function asJson(look: Found, items: PreviewedItem[]): object {
  return { title: look.title, mended: look.mended, items };
}
