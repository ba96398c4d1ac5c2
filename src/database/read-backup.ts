import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { type BackupFooter, type BackupHeader, type BackupLine, parseLine } from "./backup-format.ts";
import { DatabaseProblem } from "./database-problem.ts";

/** What a backup proved to be when it was read from end to end. */
export interface CheckedBackup {
  header: BackupHeader;
  footer: BackupFooter;
}

/**
 * Reads the whole file and hands each line but the footer to `take` in order; memory stays constant whatever its size.
 * Only when this returns is the file known to be whole: header first, footer last, every count and the checksum right.
 *
 * Throws DatabaseProblem "backup-unreadable" for what never was a backup, "backup-damaged" for one that was.
 */
export async function readBackup(
  file: string,
  take: (line: BackupLine) => Promise<void> | void = () => {},
): Promise<CheckedBackup> {
  const reading = new Reading(file, take);
  try {
    await pipeline(createReadStream(file), createGunzip(), (bytes: AsyncIterable<Buffer>) =>
      reading.readAll(bytes),
    );
  } catch (error) {
    throw reading.asProblem(error);
  }
  return reading.conclude();
}

class Reading {
  readonly #file: string;
  readonly #take: (line: BackupLine) => Promise<void> | void;
  readonly #hash = createHash("sha256");
  readonly #rows: Record<string, number> = {};
  #table: string | undefined;
  #header: BackupHeader | undefined;
  #footer: BackupFooter | undefined;

  constructor(file: string, take: (line: BackupLine) => Promise<void> | void) {
    this.#file = file;
    this.#take = take;
  }

  async readAll(bytes: AsyncIterable<Buffer>): Promise<void> {
    for await (const line of splitLines(bytes)) await this.#readLine(line);
  }

  conclude(): CheckedBackup {
    const header = this.#header;
    const footer = this.#footer;
    if (header === undefined) throw this.#unreadable("no header");
    if (footer === undefined) throw this.#damaged("it ends too early");
    if (this.#hash.digest("hex") !== footer.sha256) throw this.#damaged("wrong checksum");
    if (!sameCounts(this.#rows, footer.rows)) throw this.#damaged("wrong number of rows");
    return { header, footer };
  }

  /** What an error of reading means; an error of the one who takes the lines is none of ours. */
  asProblem(error: unknown): unknown {
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (error instanceof TakeError) return error.cause;
    if (error instanceof DatabaseProblem) return error;
    // Node's zlib: Z_DATA_ERROR for garbage, Z_BUF_ERROR for an end in the middle.
    if (code.startsWith("Z_") && this.#header !== undefined) return this.#damaged(message);
    return this.#unreadable(code.startsWith("E") ? code : message);
  }

  async #readLine(line: Buffer): Promise<void> {
    if (this.#footer !== undefined) throw this.#damaged("there is something after its end");
    const parsed = this.#parse(line);
    if (parsed.kind === "footer") {
      this.#footer = parsed.footer;
      return;
    }
    this.#hash.update(line).update("\n");
    this.#count(parsed);
    try {
      await this.#take(parsed);
    } catch (error) {
      throw new TakeError("the taker failed", { cause: error });
    }
  }

  #parse(line: Buffer): BackupLine {
    const first = this.#header === undefined;
    try {
      const parsed = parseLine(line.toString("utf8"));
      if (first !== (parsed.kind === "header")) throw new Error("the header is not where it belongs");
      return parsed;
    } catch (error) {
      throw first ? this.#unreadable((error as Error).message) : this.#damaged((error as Error).message);
    }
  }

  #count(line: BackupLine): void {
    if (line.kind === "header") {
      if (line.header.format !== 1) throw this.#unreadable(`format ${String(line.header.format)}`);
      this.#header = line.header;
    } else if (line.kind === "table") {
      this.#table = line.table;
      this.#rows[line.table] ??= 0;
    } else if (this.#table === undefined) throw this.#damaged("a row before any table");
    else this.#rows[this.#table] = (this.#rows[this.#table] ?? 0) + 1;
  }

  #unreadable(detail: string): DatabaseProblem {
    return new DatabaseProblem("backup-unreadable", { file: this.#file, detail });
  }

  #damaged(detail: string): DatabaseProblem {
    return new DatabaseProblem("backup-damaged", { file: this.#file, detail });
  }
}

class TakeError extends Error {}

function sameCounts(found: Record<string, number>, stated: Record<string, number>): boolean {
  const names = new Set([...Object.keys(found), ...Object.keys(stated)]);
  return [...names].every((name) => found[name] === stated[name]);
}

/** As bytes, so that a character cut by a chunk's end is not harmed. A last line without its end is not given. */
async function* splitLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(10, from); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]);
      rest = [];
      from = end + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
}
