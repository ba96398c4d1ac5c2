import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import h264 from "h264-mp4-encoder";
import type { ClipOptions } from "../src/publishing/cards/render-clip.ts";

/** A program in the place of ffmpeg that hands out one ready film, and frames small enough to cost nothing. */
export interface FilmProgram {
  clip: Required<Pick<ClipOptions, "shape" | "ffmpeg">>;
  remove(): void;
}

/**
 * Real films take seconds of a processor each, and what is tested with hundreds of them is their way to the network. The
 * film is real: half a Reel's size, three seconds, made once.
 */
export async function openFilmProgram(): Promise<FilmProgram> {
  const folder = mkdtempSync(path.join(tmpdir(), "bacheca-film-"));
  const film = path.join(folder, "film.mp4");
  const program = path.join(folder, "ffmpeg");
  writeFileSync(film, await greyFilm());
  writeFileSync(
    program,
    `#!/bin/sh\n[ "$1" = -version ] && exit 0\ncat >/dev/null\nfor file; do :; done\ncp '${film}' "$file"\n`,
  );
  chmodSync(program, 0o755);
  return {
    clip: { ffmpeg: program, shape: { width: 36, height: 64, framesPerSecond: 1 } },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const width = 540;
const height = 960;
const framesPerSecond = 24;

async function greyFilm(): Promise<Uint8Array> {
  const encoder = await h264.createH264MP4Encoder();
  Object.assign(encoder, { width, height, frameRate: framesPerSecond, speed: 10, quantizationParameter: 45 });
  encoder.initialize();
  const frame = new Uint8Array((width * height * 3) / 2).fill(128);
  for (let count = 0; count < 3 * framesPerSecond; count += 1) encoder.addFrameYuv(frame);
  encoder.finalize();
  const bytes = encoder.FS.readFile(encoder.outputFilename).slice();
  encoder.delete();
  return bytes;
}
