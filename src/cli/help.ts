import type { Command } from "./command.ts";
import { exitCode } from "./exit-code.ts";
import type { CommandHelp } from "./words/help-it.ts";
import type { Words } from "./words/it.ts";

/** What `bacheca --help` prints. */
export function generalHelp(commands: readonly Command[], words: Words): string {
  const { help } = words;
  return [
    help.what,
    "",
    `${help.usage}: bacheca ${help.command} [${help.optionsWord}]`,
    "",
    `${help.commands}:`,
    ...inColumns(commands.map((command) => [command.name, helpOf(command, words).summary])),
    "",
    `${help.everywhere}:`,
    ...inColumns(commonRows(words)),
    "",
    `${help.exitCodes}:`,
    ...inColumns(
      Object.entries(exitCode).map(([name, code]) => [
        String(code),
        words.exitCodes[name as keyof typeof exitCode],
      ]),
    ),
    "",
    help.settings,
  ].join("\n");
}

/** What `bacheca COMMAND --help` prints. */
export function commandHelp(command: Command, words: Words): string {
  const { help } = words;
  const own = helpOf(command, words);
  const options = Object.keys(command.options).map((name) => {
    const { takes, does } = own.options[name] ?? { does: "" };
    return [takes ? `--${name} ${takes}` : `--${name}`, does] as [string, string];
  });
  const usage = ["bacheca", command.name, own.operands, `[${help.optionsWord}]`].filter(Boolean).join(" ");
  return [
    `${own.summary[0]?.toUpperCase()}${own.summary.slice(1)}.`,
    "",
    `${help.usage}: ${usage}`,
    ...(own.more.length > 0 ? ["", ...own.more] : []),
    "",
    `${help.optionsTitle}:`,
    ...inColumns([...options, ...commonRows(words)]),
  ].join("\n");
}

function helpOf(command: Command, words: Words): CommandHelp {
  return words.commands[command.name as keyof Words["commands"]];
}

function commonRows(words: Words): [string, string][] {
  const { help } = words;
  return [
    ["-h, --help", help.helpOption],
    ["-v, --version", help.versionOption],
    ["--lang it|en", help.langOption],
    ["--debug", help.debugOption],
  ];
}

function inColumns(rows: [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
