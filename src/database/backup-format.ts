/**
 * A backup is gzip over JSON Lines. A line that is an array is structure, a line that is an object is a row:
 *
 *     ["bacheca-backup", {…header}]
 *     ["table", "item"]
 *     {"authority_id":"…", …}              one row, as PostgreSQL writes it (row_to_json)
 *     ["end", {…footer}]
 *
 * The footer's SHA-256 covers every byte before it, uncompressed. Secrets are in there as they are in the tables,
 * encrypted; the key is not. The queue's own tables are left out: rows are the truth, jobs only wake-ups.
 */
export interface BackupHeader {
  format: 1;
  createdAt: string;
  engine: string;
  serverVersion: string;
  migrations: { name: string; hash: string }[];
  /** Rows at the moment of the snapshot, by table, in the order they follow. */
  tables: Record<string, number>;
}

export interface BackupFooter {
  rows: Record<string, number>;
  sequences: SequencePosition[];
  sha256: string;
}

/** Where a sequence stands; `lastValue` is an int8 as text. */
export interface SequencePosition {
  name: string;
  lastValue: string;
  isCalled: boolean;
}

/** One line of a backup, read. A row stays text: JavaScript would round its large numbers. */
export type BackupLine =
  | { kind: "header"; header: BackupHeader }
  | { kind: "table"; table: string }
  | { kind: "row"; text: string }
  | { kind: "footer"; footer: BackupFooter };

export const headerLine = (header: BackupHeader) => `${JSON.stringify(["bacheca-backup", header])}\n`;
export const tableLine = (table: string) => `${JSON.stringify(["table", table])}\n`;
export const footerLine = (footer: BackupFooter) => `${JSON.stringify(["end", footer])}\n`;

/** A column of type json keeps the line breaks it was written with; between values they mean nothing. */
export const rowLine = (row: string) => `${row.replaceAll("\n", " ")}\n`;

/** Reads one line; throws when it is none of ours. */
export function parseLine(text: string): BackupLine {
  if (text.startsWith("{")) return { kind: "row", text };
  const [word, value] = JSON.parse(text) as [string, unknown];
  if (word === "bacheca-backup") return { kind: "header", header: value as BackupHeader };
  if (word === "table") return { kind: "table", table: String(value) };
  if (word === "end") return { kind: "footer", footer: value as BackupFooter };
  throw new Error(`unknown line "${text.slice(0, 40)}"`);
}
