/** How a command ends; also told in the help and in docs/operate/commands.md. */
export const exitCode = {
  ok: 0,
  /** The work itself failed: a source gave nothing, a file could not be written, a port is taken. */
  failed: 1,
  /** Wrong use of the command, wrong settings, a file with faults. Nothing was done. */
  wrongUse: 2,
  /** It worked, and something waits for a person; for `doctor`, something is not well. */
  needsPerson: 3,
  /** The database does not answer or cannot be used. */
  noDatabase: 4,
  /** Broken off by Ctrl-C, as shells count it. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
