import { samplePicture } from "../sandbox/facebook/media/samples.ts";
import type { SentFile } from "../sandbox/facebook/messenger/sent-files.ts";
import type { World } from "./publishing-world.ts";

/** Puts a file where people's files are on the pretend Facebook; gives the address an event would tell. */
export function sentFile({ facebook }: World, file: Partial<SentFile> & { bytes: Buffer }): string {
  const whole = { type: "application/pdf", name: "curriculum.pdf", ...file };
  return facebook.origin + facebook.world.messenger.sentFiles.keep(whole);
}

/** A picture that is one, of so many points square. */
export function picture(side: number): Buffer {
  return samplePicture(side, side);
}
