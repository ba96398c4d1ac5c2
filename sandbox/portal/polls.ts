import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import * as z from "zod";

/** One state of a feed, as a reader met it. */
export interface Poll {
  contentType: string;
  body: string;
  /** When it was met, ISO 8601. */
  time?: string;
  /** 200 when left out. */
  status?: number;
}

const line = z.object({
  contentType: z.string(),
  body: z.string(),
  time: z.string().optional(),
  status: z.int().min(200).max(599).optional(),
});

/**
 * Reads a history of polls: one JSON object a line, `{"poll", "time", "contentType", "body"}`, oldest first, plain
 * or compressed with gzip (told by its first bytes, not by its name).
 * @throws with file and line when a line is something else, or when there is none
 */
export function readPolls(file: string): Poll[] {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
  const polls = text
    .split("\n")
    .flatMap((json, index) => (json.trim() === "" ? [] : [pollOf(json, file, index + 1)]));
  if (polls.length === 0) throw new Error(`${file} holds no polls.`);
  return polls;
}

function pollOf(json: string, file: string, lineNumber: number): Poll {
  try {
    return line.parse(JSON.parse(json));
  } catch (cause) {
    throw new Error(`${file}, line ${lineNumber}: not a poll with "contentType" and "body".`, { cause });
  }
}
