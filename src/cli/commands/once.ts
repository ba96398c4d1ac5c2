import { type PassResult, runOnce } from "../../operation/run-once.ts";
import { wordsOf } from "../../web/words/index.ts";
import { type Command, type CommandContext, numberOption } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { refuseAnotherKey } from "../refuse-another-key.ts";
import { listenForStop } from "../stop-signals.ts";

/** One full pass, for cron and for those who want to see it happen. */
export const once: Command = {
  name: "once",
  options: { wait: { type: "string" } },
  operands: { least: 0, most: 0 },
  run: runPass,
};

const defaultWaitSeconds = 60;

async function runPass(context: CommandContext): Promise<ExitCode> {
  const { terminal, words } = context;
  const seconds = numberOption(context, "wait", { least: 0, most: 86_400 }) ?? defaultWaitSeconds;
  const signals = listenForStop();
  const installation = await context.installation();
  try {
    await refuseAnotherKey(words, installation);
    const result = await runOnce(installation, {
      waitMs: seconds * 1000,
      stopping: signals.stop,
      progress: (standing) => terminal.progress(words.once.progress(standing)),
    });
    terminal.endProgress();
    summarise(context, result);
    return signals.stop.aborted ? exitCode.interrupted : codeOf(result);
  } finally {
    terminal.endProgress();
    await installation.close();
    signals.release();
  }
}

function codeOf({ totals, looks }: PassResult): ExitCode {
  if (totals.held + totals.refused + totals.disconnected > 0) return exitCode.needsPerson;
  return looks.some((look) => look.fault) ? exitCode.failed : exitCode.ok;
}

function summarise({ terminal, words, language }: CommandContext, result: PassResult): void {
  const said = words.once;
  const { faults, generalFault } = wordsOf(language);
  if (result.looks.length === 0) terminal.say(said.noSources);
  for (const look of result.looks) {
    const name = `${look.authorityId}/${look.sourceId}`;
    const trouble = look.fault
      ? ((faults as Record<string, typeof generalFault>)[look.fault] ?? generalFault)
      : undefined;
    terminal.say(
      trouble ? said.fault(name, trouble.happened, trouble.toDo) : said.looked(name, look.found, look.new),
    );
  }
  const { totals, open, nextStepAt } = result;
  terminal.say(said.published(result.published));
  if (open > 0) terminal.say(said.open(open, nextStepAt?.toLocaleString(language) ?? ""));
  if (totals.held > 0) terminal.say(said.held(totals.held));
  if (totals.refused > 0) terminal.say(said.refused(totals.refused));
  if (totals.disconnected > 0) terminal.say(said.disconnected(totals.disconnected));
  if (result.published + open > 0) terminal.say(said.shortLinks);
}
