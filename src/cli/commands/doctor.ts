import type { Language } from "../../channels/channel.ts";
import { explainConnecting, healthDetail } from "../../connecting/explain.ts";
import { DatabaseProblem } from "../../database/database.ts";
import type { Installation } from "../../installation.ts";
import { mailWordsOf } from "../../mailing/words/index.ts";
import type { Check } from "../../operation/checks/check.ts";
import { examine } from "../../operation/examine.ts";
import { wordsOf } from "../../web/words/index.ts";
import type { Command, CommandContext } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { CheckWords } from "../words/checks-it.ts";
import type { Words } from "../words/it.ts";

/** Looks an installation over; changes nothing. */
export const doctor: Command = {
  name: "doctor",
  options: { json: { type: "boolean" } },
  operands: { least: 0, most: 0 },
  run: runDoctor,
};

interface Told extends Check, CheckWords {}

async function runDoctor(context: CommandContext): Promise<ExitCode> {
  context.terminal.progress(context.words.doctor.looking);
  let installation: Installation;
  try {
    installation = await context.installation({ migrate: false });
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    const [happened = "", ...rest] = error.words[context.language].split(/(?<=\.) /);
    const check = { part: "database", state: "fault", code: "check-failed", facts: {} } as const;
    tell(context, [{ ...check, happened, toDo: rest.join(" ") }]);
    return exitCode.noDatabase;
  }
  try {
    const checks = await examine(installation);
    tell(
      context,
      checks.map((check) => ({ ...check, ...inWords(check, installation, context) })),
    );
    return checks.some((check) => check.state === "fault") ? exitCode.needsPerson : exitCode.ok;
  } finally {
    await installation.close();
  }
}

function tell({ terminal, words, options }: CommandContext, told: Told[]): void {
  terminal.endProgress();
  if (options.json) {
    terminal.say(JSON.stringify({ checks: told }, null, 2));
    return;
  }
  for (const check of told) for (const line of linesOf(check, words)) terminal.say(line);
  const count = (state: Check["state"]) => told.filter((check) => check.state === state).length;
  terminal.say(words.doctor.summary(count("fault"), count("warning")));
}

function linesOf(check: Told, words: Words): string[] {
  const { parts, states } = words.doctor;
  const name = check.subject ? `${parts[check.part]} ${check.subject}` : parts[check.part];
  const first = `${states[check.state]}  ${name}: ${check.happened}`;
  return check.toDo && check.state !== "ok"
    ? [first, `${" ".repeat(states.ok.length)}  → ${check.toDo}`]
    : [first];
}

/**
 * In our words; where the source or the channel knows better what is wrong, what was looked at comes from us, then their
 * sentence, and last, for whoever they call for help, what the other side said.
 */
function inWords(check: Check, installation: Installation, { words, language }: CommandContext): CheckWords {
  const own: CheckWords = words.doctor.checks[check.code](check.facts);
  const others = otherWords(check, installation, language);
  if (!others) return own;
  const detail = healthDetail(check.facts.detail, language);
  const sentence = detail ? `${others.happened.replace(/\.$/, "")} (${detail}).` : others.happened;
  return { happened: `${own.happened}: ${sentence}`, toDo: others.toDo };
}

function otherWords(check: Check, installation: Installation, language: Language): CheckWords | undefined {
  const by = check.explainedBy;
  if (!by) return undefined;
  if ("reason" in by) {
    const own = explainConnecting(by.reason, language);
    return own ?? installation.channels[by.channel]?.explain(by.reason, language);
  }
  if ("mailServer" in by) return mailWordsOf(language).serverTroubles[by.mailServer];
  if ("missing" in by) {
    return installation.channels[by.channel]?.connecting?.explainMissing(by.missing, language);
  }
  const { faults, generalFault } = wordsOf(language);
  return (faults as Record<string, CheckWords>)[by.fault] ?? generalFault;
}
