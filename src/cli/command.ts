import type { ParseArgsConfig } from "node:util";
import type { Language } from "../channels/channel.ts";
import type { Config } from "../config.ts";
import type { Installation } from "../installation.ts";
import type { ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";
import type { Words } from "./words/it.ts";

export type OptionValue = string | boolean | undefined;

/** One command of the command line. Its words (summary, usage, options) are in words/, under its name. */
export interface Command {
  name: string;
  options: NonNullable<ParseArgsConfig["options"]>;
  /** How many operands it takes; `most` may be Infinity. */
  operands: { least: number; most: number };
  run(context: CommandContext): Promise<ExitCode>;
}

/** What a command works with. */
export interface CommandContext {
  operands: readonly string[];
  options: Readonly<Record<string, OptionValue>>;
  language: Language;
  words: Words;
  terminal: Terminal;
  environment: Readonly<Record<string, string | undefined>>;
  /** The settings of the installation; faults end the command with a sentence for each. */
  config(): Config;
  /** Opens the installation for a command that comes to an end: its log is quiet below a warning. */
  installation(options?: { migrate?: boolean }): Promise<Installation>;
}

/** Wrong use of a command; `say` gives the sentence. Ends with exit code 2 and a pointer to the help. */
export class UsageError extends Error {
  readonly say: (words: Words) => string;
  constructor(say: (words: Words) => string) {
    super("wrong use of a command");
    this.name = "UsageError";
    this.say = say;
  }
}

/** An option that has a value, or undefined. */
export function textOption(context: CommandContext, name: string): string | undefined {
  const value = context.options[name];
  return typeof value === "string" ? value : undefined;
}

/** An option that is a whole number within bounds, or undefined. */
export function numberOption(
  context: CommandContext,
  name: string,
  bounds: { least: number; most: number },
): number | undefined {
  const text = textOption(context, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < bounds.least || value > bounds.most) {
    throw new UsageError((words) => words.use.notANumber(name, bounds.least, bounds.most));
  }
  return value;
}
