import type { Language } from "../channels/channel.ts";
import { ConfigError, type ConfigFault, settingNames } from "../config.ts";
import { DatabaseProblem, isConnectionError } from "../database/database.ts";
import { nearest } from "../platform/nearest.ts";
import { VaultError } from "../platform/vault.ts";
import { UsageError } from "./command.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import type { Words } from "./words/it.ts";
import { wordsIn } from "./words/words.ts";

/** What to tell a person about something thrown, and how the command ends. */
export interface Failure {
  lines: string[];
  exitCode: ExitCode;
}

/** Ends a command with a sentence of its own. */
export class CommandFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.lines.join("\n"));
    this.name = "CommandFailure";
    this.failure = failure;
  }
}

/** A sentence for everything that can be thrown: what happened, what to do. */
export function explainFailure(error: unknown, language: Language): Failure {
  const words = wordsIn(language);
  if (error instanceof CommandFailure) return error.failure;
  if (error instanceof UsageError) return { lines: [error.say(words)], exitCode: exitCode.wrongUse };
  if (error instanceof ConfigError) {
    const faults = error.faults.map((fault) => `  ${fault.name}: ${settingSentence(fault, words)}`);
    return { lines: [words.failure.settings, ...faults], exitCode: exitCode.wrongUse };
  }
  if (error instanceof DatabaseProblem) {
    // A file that is no backup, or a database that is not empty, says nothing against the database itself.
    const isAboutFiles = /^(backup|restore|not-migrated)/.test(error.code);
    const code = isAboutFiles ? exitCode.failed : exitCode.noDatabase;
    return { lines: [error.words[language]], exitCode: code };
  }
  if (isConnectionError(error)) return { lines: [words.failure.databaseGone], exitCode: exitCode.noDatabase };
  if (error instanceof VaultError) return { lines: [words.failure.otherKey], exitCode: exitCode.wrongUse };
  return { lines: [systemSentence(error, language)], exitCode: exitCode.failed };
}

function settingSentence(fault: ConfigFault, { settingFaults }: Words): string {
  switch (fault.kind) {
    case "not-usable":
      return settingFaults.notUsable(fault.example);
    case "unknown":
      return settingFaults.unknown(nearest(fault.name, settingNames()));
    case "retired":
      return settingFaults.retired[fault.name];
    case "twice":
      return settingFaults.twice(`${fault.name}_FILE`);
    case "file-not-readable":
      return settingFaults.fileNotReadable(fault.detail);
  }
}

function systemSentence(error: unknown, language: Language): string {
  const { failure } = wordsIn(language);
  const { code, path, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (code === "EADDRINUSE") return failure.portTaken(`${address ?? ""}:${port ?? ""}`);
  if (code === "EACCES" && port !== undefined) return failure.portForbidden(`${address ?? ""}:${port}`);
  if (code === "EADDRNOTAVAIL") return failure.noSuchHost(`${address ?? ""}:${port ?? ""}`);
  if (code === "ENOENT" && path) return failure.noSuchFile(path);
  if ((code === "EACCES" || code === "EPERM" || code === "EROFS") && path) return failure.notAllowed(path);
  // Node names no path when it is the reading, not the opening, that fails.
  if (code === "EISDIR") return failure.isDirectory(path ?? "");
  if (code === "ENOSPC") return failure.diskFull;
  return failure.unexpected(error instanceof Error ? error.message : String(error));
}
