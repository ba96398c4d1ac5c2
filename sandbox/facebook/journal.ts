import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { Post } from "./post.ts";
import type { World } from "./world.ts";

type Line =
  | { did: "created" | "edited"; post: Post }
  | { did: "deleted"; id: string }
  | { did: "counted"; seq: number };

/**
 * Writes what happens to posts into an append-only file of JSON lines, after giving the world what the file already
 * holds, so that a restart shows the same wall. A line cut short by a killed process is dropped.
 * Returns a function that stops writing and closes the file.
 */
export function keepJournal(world: World, file: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const { posts, seq } = readJournal(file);
  for (const post of posts) world.restorePost(post);
  world.countFrom(seq);
  compact(file, posts, seq);
  const descriptor = openSync(file, "a");
  const write = (line: Line): void => {
    writeSync(descriptor, `${JSON.stringify(line)}\n`);
  };
  const created = (post: Post): void => write({ did: "created", post });
  const edited = (post: Post): void => write({ did: "edited", post });
  const deleted = (post: Post): void => write({ did: "deleted", id: post.id });
  world.on("created", created).on("edited", edited).on("deleted", deleted);
  return () => {
    world.off("created", created).off("edited", edited).off("deleted", deleted);
    closeSync(descriptor);
  };
}

/** Rewrites the file with what still exists, under another name first: a kill in between leaves the old one whole. */
function compact(file: string, posts: Post[], seq: number): void {
  const lines: Line[] = [
    { did: "counted", seq },
    ...posts.map((post) => ({ did: "created" as const, post })),
  ];
  writeFileSync(`${file}.new`, `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`);
  renameSync(`${file}.new`, file);
}

/** The posts that exist at the end of the file, oldest first, and the highest number ever given to one. */
function readJournal(file: string): { posts: Post[]; seq: number } {
  const posts = new Map<string, Post>();
  let seq = 0;
  for (const text of linesOf(file)) {
    const line = parse(text);
    if (!line) continue;
    if (line.did === "counted") seq = Math.max(seq, line.seq);
    else if (line.did === "deleted") posts.delete(line.id);
    else {
      posts.set(line.post.id, line.post);
      seq = Math.max(seq, line.post.seq);
    }
  }
  return { posts: [...posts.values()].sort((a, b) => a.seq - b.seq), seq };
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function parse(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
}
