import { z } from "zod";

/** Somebody who was erased, as a keyed hash. */
const erasedPerson = z.strictObject({
  authorityId: z.string(),
  channel: z.string(),
  code: z.string(),
  /** Base64. */
  personHash: z.string(),
  askedAt: z.iso.datetime(),
});

/**
 * Who was erased, to be kept apart from backups: an older backup that is put in again brings these people back, and this
 * list takes them out again. Nobody can read a person from it without the installation's key.
 */
export const erasedList = z.strictObject({
  format: z.literal("bacheca-erased-1"),
  madeAt: z.iso.datetime(),
  /** Of the installation's key, in Base64: with another one no hash means anybody. */
  keyCheck: z.string(),
  erased: z.array(erasedPerson),
});

export type ErasedList = z.infer<typeof erasedList>;

export type ListReading =
  | { kind: "list"; list: ErasedList }
  | { kind: "no-list" }
  /** Made by an installation with another key. */
  | { kind: "another-key" };

export function readErasedList(text: string, keyCheck: Buffer): ListReading {
  const read = erasedList.safeParse(jsonOrUndefined(text));
  if (!read.success) return { kind: "no-list" };
  if (read.data.keyCheck !== keyCheck.toString("base64")) return { kind: "another-key" };
  return { kind: "list", list: read.data };
}

export function writeErasedList(list: ErasedList): string {
  return `${JSON.stringify(list, null, 1)}\n`;
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
