import { readFileSync } from "node:fs";
import path from "node:path";
import { applyAuthority, type Refusal } from "../../authority/apply-authority.ts";
import type { Difference, FieldDifference } from "../../authority/apply-authority-differences.ts";
import { type AuthorityFile, readAuthorityFile } from "../../authority/authority-file.ts";
import { openChannels } from "../../channels/registry.ts";
import type { Installation } from "../../installation.ts";
import { adoptSecretKey } from "../../operation/verify-secret-key.ts";
import { systemClock } from "../../platform/clock.ts";
import { openHttpClient } from "../../platform/open-http-client.ts";
import type { FormatChoice } from "../../publishing/format-choice.ts";
import { openSources } from "../../sources/registry.ts";
import { version } from "../../version.ts";
import type { Command, CommandContext } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { CommandFailure } from "../failure.ts";
import { formatsText } from "../formats-text.ts";
import { refuseAnotherKey } from "../refuse-another-key.ts";
import type { Words } from "../words/it.ts";

/** An authority described in YAML becomes rows; may be repeated at will. */
export const apply: Command = {
  name: "apply",
  options: { "dry-run": { type: "boolean" }, "new-key": { type: "boolean" } },
  operands: { least: 1, most: 1 },
  run: runApply,
};

async function runApply(context: CommandContext): Promise<ExitCode> {
  const name = context.operands[0] ?? "";
  const file = await readFileOrFail(context, name);
  const installation = await context.installation();
  try {
    if (context.options["new-key"] && !context.options["dry-run"]) {
      await adoptSecretKey(installation.database.db, installation.vault);
    } else {
      await refuseAnotherKey(context.words, installation);
    }
    return await applyFile(context, installation, file);
  } finally {
    await installation.close();
  }
}

/** Reads the file before any database is opened: its faults are told even where there is none. */
export async function readFileOrFail(context: CommandContext, name: string): Promise<AuthorityFile> {
  const { words, language, environment } = context;
  const text = readFileSync(name, "utf8");
  const http = openHttpClient({ userAgent: `Bacheca/${version}` });
  try {
    const reading = readAuthorityFile(text, {
      folder: path.dirname(path.resolve(name)),
      environment,
      channels: openChannels(http, systemClock),
      sourceKinds: Object.keys(openSources(http)),
    });
    if (reading.kind === "file") return reading.file;
    const lines = reading.faults.map((fault) => {
      const where = `${name}:${fault.line}:${fault.column}`;
      return `  ${where}  ${fault.path ? `${fault.path}: ` : ""}${fault.words[language]}`;
    });
    throw new CommandFailure({
      lines: [words.apply.faults(name, reading.faults.length), ...lines],
      exitCode: exitCode.wrongUse,
    });
  } finally {
    await http.close();
  }
}

async function applyFile(
  { terminal, words, options }: CommandContext,
  installation: Installation,
  file: AuthorityFile,
): Promise<ExitCode> {
  const { database, vault, clock } = installation;
  const dryRun = options["dry-run"] === true;
  const queue = dryRun ? { add: async () => {} } : await installation.queue();
  const result = await applyAuthority({ db: database.db, queue, vault, clock }, file, { dryRun });
  const { id } = file.authority;
  if (result.kind === "refused") {
    const lines = result.refusals.map((refusal) => `  ${refusalText(refusal, words)}`);
    throw new CommandFailure({ lines: [words.apply.refused(id), ...lines], exitCode: exitCode.wrongUse });
  }
  const { differences } = result;
  for (const difference of differences)
    for (const line of differenceLines(difference, words)) terminal.say(line);
  const count = differences.length;
  if (count === 0) terminal.say(words.apply.nothing(id));
  else terminal.say(dryRun ? words.apply.wouldApply(id, count) : words.apply.applied(id, count));
  return exitCode.ok;
}

function differenceLines(difference: Difference, words: Words): string[] {
  const { subjects, verbs } = words.apply;
  return [
    `${subjects[difference.subject]} ${difference.id}: ${verbs[difference.verb]}`,
    ...difference.fields.map((field) => `  ${fieldText(field, words)}`),
  ];
}

function fieldText(field: FieldDifference, words: Words): string {
  if (field.isSecret) return `${field.name}: ${words.apply.secretChanged}`;
  const shown = (value: unknown) =>
    value === undefined || value === null ? words.apply.nothingThere : valueText(field.name, value, words);
  return `${field.name}: ${shown(field.before)} → ${shown(field.after)}`;
}

function valueText(name: string, value: unknown, words: Words): string {
  if (name === "formats") return formatsText(value as FormatChoice, words.apply.nothingThere);
  return JSON.stringify(value, withoutPicture);
}

/** A logo is kept as hundreds of lines of base64; that it differs is seen from its beginning and length. */
function withoutPicture(key: string, value: unknown): unknown {
  if (key !== "data" || typeof value !== "string" || value.length < 40) return value;
  return `${value.slice(0, 12)}… (${value.length})`;
}

function refusalText(refusal: Refusal, words: Words): string {
  switch (refusal.kind) {
    case "page-taken":
      return words.apply.pageTaken(
        refusal.accountId,
        refusal.externalId,
        refusal.by.authorityId,
        refusal.by.accountId,
      );
    case "page-changed":
      return words.apply.pageChanged(refusal.accountId, refusal.before, refusal.after);
    case "host-taken":
      return words.apply.hostTaken(refusal.host, refusal.by);
    case "rules-clash":
      return words.apply.rulesClash[refusal.fault];
  }
}
