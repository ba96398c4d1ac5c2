import { migrate as applyMigrations, pendingMigrations } from "../../database/migrate.ts";
import type { Command, CommandContext } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";

export const migrate: Command = {
  name: "migrate",
  options: { check: { type: "boolean" } },
  operands: { least: 0, most: 0 },
  run: runMigrate,
};

async function runMigrate(context: CommandContext): Promise<ExitCode> {
  const { terminal, words, options } = context;
  const installation = await context.installation({ migrate: false });
  try {
    if (options.check) {
      const pending = await pendingMigrations(installation.database);
      for (const name of pending) terminal.say(words.migrate.pending(name));
      if (pending.length === 0) terminal.say(words.migrate.upToDate);
      return pending.length === 0 ? exitCode.ok : exitCode.needsPerson;
    }
    const { applied } = await applyMigrations(installation.database);
    for (const name of applied) terminal.say(words.migrate.applied(name));
    if (applied.length === 0) terminal.say(words.migrate.upToDate);
    return exitCode.ok;
  } finally {
    await installation.close();
  }
}
