import { existsSync, readFileSync } from "node:fs";
import type { Transaction } from "kysely";
import { doubtRestoredReplies } from "../../conversing/doubt-restored-replies.ts";
import { eraseAgain } from "../../conversing/erase-again.ts";
import { type ErasedList, readErasedList } from "../../conversing/erased-list.ts";
import { type Progress, backup as writeBackup } from "../../database/backup.ts";
import { pendingMigrations } from "../../database/migrate.ts";
import { restore as readBackup } from "../../database/restore.ts";
import type { Schema } from "../../database/schema.ts";
import type { Installation } from "../../installation.ts";
import { dropRestoredMail } from "../../mailing/mail-store.ts";
import { holdRestored } from "../../publishing/hold-restored.ts";
import { closeRestoredDoors } from "../../staff/close-restored-doors.ts";
import { type Command, type CommandContext, textOption } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { CommandFailure } from "../failure.ts";

export const backup: Command = {
  name: "backup",
  options: {},
  operands: { least: 1, most: 1 },
  run: runBackup,
};

export const restore: Command = {
  name: "restore",
  options: { "nothing-published-since": { type: "boolean" }, erased: { type: "string" } },
  operands: { least: 1, most: 1 },
  run: runRestore,
};

async function runBackup(context: CommandContext): Promise<ExitCode> {
  const { terminal, words, operands } = context;
  const file = operands[0] ?? "";
  const installation = await context.installation({ migrate: false });
  try {
    const { rows } = await writeBackup(installation.database, file, progressOn(context));
    terminal.endProgress();
    terminal.say(words.backup.written(file, total(rows)));
    terminal.say(words.backup.keepKey);
    return exitCode.ok;
  } finally {
    await installation.close();
  }
}

async function runRestore(context: CommandContext): Promise<ExitCode> {
  const { terminal, words, operands } = context;
  const file = operands[0] ?? "";
  // Not migrated first: the backup brings the schema of its own day, and the later migrations follow by themselves.
  const installation = await context.installation({ migrate: false });
  try {
    const list = erasedListOf(context, installation);
    let held = 0;
    let again = 0;
    const isComplete = context.options["nothing-published-since"] === true;
    const finish = async (trx: Transaction<Schema>) => {
      const now = installation.clock.now();
      await closeRestoredDoors(trx, now);
      if (list) again = await eraseAgain(trx, installation, list);
      if (isComplete) return;
      held = await holdRestored(trx, now);
      await doubtRestoredReplies(trx, now);
      await dropRestoredMail(trx, now);
    };
    const { rows } = await readBackup(installation.database, file, { progress: progressOn(context), finish });
    terminal.endProgress();
    const pending = await pendingMigrations(installation.database);
    terminal.say(words.backup.restored(file, total(rows)));
    for (const name of pending) terminal.say(words.migrate.pending(name));
    if (!isComplete) terminal.say(words.backup.held(held));
    if (list) terminal.say(words.backup.erasedAgain(again));
    else if (!isComplete) terminal.say(words.backup.erasedNotGiven);
    terminal.say(words.backup.needsKey);
    return exitCode.ok;
  } finally {
    await installation.close();
  }
}

/** Read before anything is written: a list that is none, or of another key, must not end in a restored database. */
function erasedListOf(context: CommandContext, { vault }: Installation): ErasedList | undefined {
  const file = textOption(context, "erased");
  if (file === undefined) return undefined;
  const said = context.words.backup;
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const read = readErasedList(text, vault.keyCheck());
  if (read.kind === "list") return read.list;
  const sentence = read.kind === "no-list" ? said.erasedNoList(file) : said.erasedOtherKey(file);
  throw new CommandFailure({ lines: [sentence], exitCode: exitCode.wrongUse });
}

function progressOn({ terminal, words }: CommandContext): Progress {
  return ({ table, rows, total: all }) => terminal.progress(words.backup.progress(table, rows, all));
}

function total(rows: Record<string, number>): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}
