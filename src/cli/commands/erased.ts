import { writeErasedList } from "../../conversing/erased-list.ts";
import { listErased } from "../../conversing/list-erased.ts";
import { writeWhole } from "../../database/write-whole.ts";
import type { Command, CommandContext } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";

/** Writes who was erased, to be given to `restore`. */
export const erased: Command = {
  name: "erased",
  options: {},
  operands: { least: 1, most: 1 },
  run: runErased,
};

async function runErased(context: CommandContext): Promise<ExitCode> {
  const { terminal, words, operands } = context;
  const [file = ""] = operands;
  const installation = await context.installation();
  try {
    const list = await listErased(installation.database.db, installation);
    writeWhole(file, writeErasedList(list));
    terminal.say(words.backup.erasedWritten(file, list.erased.length));
    return exitCode.ok;
  } finally {
    await installation.close();
  }
}
