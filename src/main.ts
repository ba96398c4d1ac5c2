import process from "node:process";
import { runCommand } from "./cli/run-command.ts";

// The entry: hands the surroundings of this process to the command line, and its end back. No rules in here. The
// environment is passed on for src/config.ts to read, and for the secrets that an authority's file may name.

// A reader that goes away ("bacheca preview … | head") is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await runCommand(process.argv.slice(2), {
  environment: process.env,
  write: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  columns: () => process.stderr.columns ?? 80,
});
