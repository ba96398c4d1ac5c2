import { parseArgs } from "node:util";
import type { Language } from "../channels/channel.ts";
import { readConfig } from "../config.ts";
import { type Installation, openInstallation } from "../installation.ts";
import { nearest } from "../platform/nearest.ts";
import { version } from "../version.ts";
import { type Command, type CommandContext, type OptionValue, UsageError } from "./command.ts";
import { commands } from "./commands.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { explainFailure } from "./failure.ts";
import { commandHelp, generalHelp } from "./help.ts";
import { languageOf } from "./language.ts";
import { openTerminal, type Surroundings } from "./terminal.ts";
import { wordsIn } from "./words/words.ts";

/** Options every command has. */
const commonOptions = {
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
  lang: { type: "string" },
  debug: { type: "boolean" },
} as const;

/**
 * Runs what the command line asks for and gives the exit code. Never throws: whatever goes wrong becomes a sentence on
 * standard error, with the stack trace only where --debug asks for it.
 */
export async function runCommand(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const terminal = openTerminal(surroundings);
  const asked = languageAsked(argv);
  const language = languageOf(asked, surroundings.environment);
  const words = wordsIn(language);
  const name = argv.find((word, index) => !word.startsWith("-") && argv[index - 1] !== "--lang");
  try {
    if (asked !== undefined && !/^(it|en)$/.test(asked))
      throw new UsageError((said) => said.use.noSuchLanguage);
    if (argv.some((word) => word === "--version" || word === "-v")) {
      terminal.say(version);
      return exitCode.ok;
    }
    if (name === undefined || name === "help") return showHelp(argv, name, language, terminal.say);
    const command = commands.find((one) => one.name === name);
    if (!command) throw unknownCommand(name);
    const { options, operands } = readArguments(command, argv);
    if (options.help) {
      terminal.say(commandHelp(command, words));
      return exitCode.ok;
    }
    const { least, most } = command.operands;
    if (operands.length < least) throw new UsageError((said) => said.use.missingOperand);
    if (operands.length > most) {
      throw new UsageError((said) => said.use.tooManyOperands(operands[most] ?? ""));
    }
    return await command.run(contextOf({ options, operands, language, terminal, surroundings }));
  } catch (error) {
    terminal.endProgress();
    const failure = explainFailure(error, language);
    for (const line of failure.lines) terminal.note(line);
    if (error instanceof UsageError) terminal.note(words.use.seeHelp(commandNamed(name)?.name));
    if (argv.includes("--debug") && error instanceof Error) terminal.note(debugText(error));
    return failure.exitCode;
  }
}

function commandNamed(name: string | undefined): Command | undefined {
  return commands.find((command) => command.name === name);
}

function languageAsked(argv: readonly string[]): string | undefined {
  const index = argv.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  if (index < 0) return undefined;
  return argv[index]?.startsWith("--lang=") ? argv[index]?.slice(7) : (argv[index + 1] ?? "");
}

/** `bacheca`, `bacheca --help` and `bacheca help [COMMAND]`; without anything, the help is an answer to wrong use. */
function showHelp(
  argv: readonly string[],
  name: string | undefined,
  language: Language,
  say: (line: string) => void,
): ExitCode {
  const words = wordsIn(language);
  const about = name === "help" ? argv[argv.indexOf("help") + 1] : undefined;
  if (about !== undefined && !about.startsWith("-")) {
    const command = commandNamed(about);
    if (!command) throw unknownCommand(about);
    say(commandHelp(command, words));
    return exitCode.ok;
  }
  say(generalHelp(commands, words));
  return argv.length === 0 ? exitCode.wrongUse : exitCode.ok;
}

function unknownCommand(name: string): UsageError {
  const meant = nearest(
    name,
    commands.map((command) => command.name),
  );
  return new UsageError((said) => said.use.unknownCommand(name, meant));
}

function readArguments(
  command: Command,
  argv: readonly string[],
): { options: Record<string, OptionValue>; operands: string[] } {
  const known = { ...commonOptions, ...command.options };
  const parsed = parseArgs({
    args: [...argv],
    options: known,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of parsed.tokens) {
    if (token.kind !== "option") continue;
    const option = (known as Command["options"])[token.name];
    if (!option) {
      const meant = nearest(token.name, Object.keys(known));
      throw new UsageError((said) => said.use.unknownOption(token.rawName, meant));
    }
    const hasValue = token.value !== undefined;
    if (option.type === "string" && !hasValue)
      throw new UsageError((said) => said.use.needsValue(token.name));
    if (option.type === "boolean" && hasValue)
      throw new UsageError((said) => said.use.takesNoValue(token.name));
  }
  const operands = [...parsed.positionals];
  operands.splice(operands.indexOf(command.name), 1);
  return { options: parsed.values as Record<string, OptionValue>, operands };
}

type Parts = Pick<CommandContext, "options" | "operands" | "language" | "terminal"> & {
  surroundings: Surroundings;
};

function contextOf({ surroundings, ...parts }: Parts): CommandContext {
  const config = () => {
    const settings = readConfig(surroundings.environment);
    return parts.options.debug ? { ...settings, logLevel: "debug" } : settings;
  };
  return {
    ...parts,
    words: wordsIn(parts.language),
    environment: surroundings.environment,
    config,
    async installation(options): Promise<Installation> {
      const settings = config();
      // What such a command does is told in its own words; its log would only repeat it.
      const logLevel = settings.logLevel === "info" ? "warn" : settings.logLevel;
      return await openInstallation({ ...settings, logLevel }, options);
    },
  };
}

function debugText(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${debugText(error.cause)}` : "";
  return `${error.stack ?? error.message}${cause}`;
}
