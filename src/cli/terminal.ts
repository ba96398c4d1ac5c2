/** The surroundings of the process, as a command sees them. */
export interface Surroundings {
  environment: Readonly<Record<string, string | undefined>>;
  write(text: string): void;
  writeError(text: string): void;
  /** Whether standard error is a terminal, on which a line may be rewritten. */
  isTerminal: boolean;
  columns(): number;
}

/** Where a command speaks: results on standard output, everything about the work on standard error. */
export interface Terminal {
  /** A line of the result. */
  say(line: string): void;
  /** A line about the work: a warning, a fault. */
  note(line: string): void;
  /** How far long work is: one line rewritten on a terminal, a plain line now and then elsewhere. */
  progress(line: string): void;
  /** Clears the progress line; on anything but a terminal, tells the last one not yet told. */
  endProgress(): void;
}

// A log file should tell that something moves, not how each step went.
const plainEveryMs = 5_000;
const rewriteEveryMs = 80;

/**
 * Titles and messages come from portals and networks: an escape sequence in one would move the cursor, rewrite what
 * stands above or retitle the window of whoever reads it.
 */
function printable(line: string): string {
  return line.replace(/(?![\n\t])\p{Cc}/gu, "\ufffd");
}

export function openTerminal(surroundings: Surroundings, now = () => performance.now()): Terminal {
  let shown = false;
  let untold: string | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const clear = () => {
    if (shown) surroundings.writeError("\r\x1b[K");
    shown = false;
  };
  const fitting = (line: string) => {
    const room = Math.max(surroundings.columns() - 1, 10);
    return line.length > room ? `${line.slice(0, room - 1)}…` : line;
  };
  const tell = (line: string) => {
    last = now();
    untold = undefined;
    surroundings.writeError(surroundings.isTerminal ? `\r\x1b[K${fitting(line)}` : `${line}\n`);
    shown = surroundings.isTerminal;
  };
  return {
    say(line) {
      clear();
      surroundings.write(`${printable(line)}\n`);
    },
    note(line) {
      clear();
      surroundings.writeError(`${printable(line)}\n`);
    },
    progress(written) {
      const line = printable(written);
      const pause = surroundings.isTerminal ? rewriteEveryMs : plainEveryMs;
      if (now() - last >= pause) tell(line);
      else untold = line;
    },
    endProgress() {
      if (untold !== undefined && !surroundings.isTerminal) tell(untold);
      clear();
      untold = undefined;
      last = Number.NEGATIVE_INFINITY;
    },
  };
}
