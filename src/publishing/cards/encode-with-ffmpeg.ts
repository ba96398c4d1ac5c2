import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { finished } from "node:stream/promises";
import type { ClipShape } from "./clip.ts";

export type FfmpegEnd =
  | { kind: "clip"; bytes: Uint8Array }
  /** Last lines of what it said. */
  | { kind: "failed"; detail: string };

/** To say which version it is takes it a few hundredths of a second. */
const versionMsMax = 10_000;

// Where systems put it. Nothing else of our environment is its business: secrets may stand there.
const env = { PATH: "/usr/local/bin:/usr/bin:/bin" };
const detailCharactersMax = 500;

/**
 * Encodes frames (I420, one after the other) with the ffmpeg of this machine. A frame is only asked for when the one
 * before has been taken. The file goes through a folder of its own: its index is written in front of the pictures at
 * the end, which cannot be done in a pipe.
 */
export async function encodeWithFfmpeg(
  program: string,
  shape: ClipShape,
  nextFrame: () => Promise<Uint8Array | undefined>,
  signal: AbortSignal,
): Promise<FfmpegEnd> {
  const folder = await mkdtemp(path.join(tmpdir(), "bacheca-clip-"));
  const file = path.join(folder, "clip.mp4");
  const child = spawn(program, argumentsFor(shape, file), { stdio: ["pipe", "ignore", "pipe"], env });
  const said = collect(child);
  const ended = endOf(child);
  try {
    const fed = feed(child, nextFrame, signal);
    // The program may end before all is fed, and a cancelled feeding ends before the program: whichever is first.
    const code = await Promise.race([ended, fed.then(() => ended)]);
    signal.throwIfAborted();
    return code === 0
      ? { kind: "clip", bytes: await readFile(file) }
      : { kind: "failed", detail: said().slice(-detailCharactersMax) };
  } finally {
    // On the way out: harmless where it has ended by itself.
    child.kill("SIGKILL");
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether there is such a program: asked first, because all cards would have to be drawn for nothing. */
export async function isProgram(program: string): Promise<boolean> {
  return (await endOf(spawn(program, ["-version"], { stdio: "ignore", timeout: versionMsMax, env }))) === 0;
}

function argumentsFor({ width, height, framesPerSecond }: ClipShape, file: string): string[] {
  const input = `-f rawvideo -pix_fmt yuv420p -s ${width}x${height} -r ${framesPerSecond} -i -`;
  // Two threads, so that posts go on being published meanwhile; closed groups of pictures, as Facebook asks.
  const video = `-an -c:v libx264 -preset veryfast -crf 20 -pix_fmt yuv420p -threads 2 -g ${framesPerSecond * 2} -flags +cgop`;
  const colours = "-colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv";
  const all = `-nostdin -loglevel error ${input} ${video} ${colours} -movflags +faststart -y`;
  return [...all.split(" "), file];
}

async function feed(
  child: ChildProcess,
  nextFrame: () => Promise<Uint8Array | undefined>,
  signal: AbortSignal,
): Promise<void> {
  const { stdin } = child;
  if (!stdin) return;
  // A program that ends before it has taken everything breaks the pipe; how it ended says more than that.
  const closed = finished(stdin).catch(() => {});
  for (let frame = await nextFrame(); frame && stdin.writable; frame = await nextFrame()) {
    if (!stdin.write(frame)) await Promise.race([once(stdin, "drain", { signal }), closed]);
  }
  stdin.end();
}

/** Its exit code; -1 when it could not be started, or a signal ended it. */
function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(-1));
    child.once("close", (code) => resolve(code ?? -1));
  });
}

function collect(child: ChildProcess): () => string {
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (part: string) => {
    text = (text + part).slice(-4 * detailCharactersMax);
  });
  return () => text.trim();
}
