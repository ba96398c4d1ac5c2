import type { Transaction } from "kysely";
import { doubtRestoredReplies } from "../../conversing/doubt-restored-replies.ts";
import { type Progress, backup as writeBackup } from "../../database/backup.ts";
import { pendingMigrations } from "../../database/migrate.ts";
import { restore as readBackup } from "../../database/restore.ts";
import type { Schema } from "../../database/schema.ts";
import { dropRestoredMail } from "../../mailing/mail-store.ts";
import { holdRestored } from "../../publishing/hold-restored.ts";
import { closeRestoredDoors } from "../../staff/close-restored-doors.ts";
import type { Command, CommandContext } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";

export const backup: Command = {
  name: "backup",
  options: {},
  operands: { least: 1, most: 1 },
  run: runBackup,
};

export const restore: Command = {
  name: "restore",
  options: { "nothing-published-since": { type: "boolean" } },
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
    let held = 0;
    const isComplete = context.options["nothing-published-since"] === true;
    const finish = async (trx: Transaction<Schema>) => {
      const now = installation.clock.now();
      await closeRestoredDoors(trx, now);
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
    terminal.say(words.backup.needsKey);
    return exitCode.ok;
  } finally {
    await installation.close();
  }
}

function progressOn({ terminal, words }: CommandContext): Progress {
  return ({ table, rows, total: all }) => terminal.progress(words.backup.progress(table, rows, all));
}

function total(rows: Record<string, number>): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}
