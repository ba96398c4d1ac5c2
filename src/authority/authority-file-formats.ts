import { formats as allFormats, type Format } from "../channels/channel.ts";
import type { FormatChoice } from "../publishing/format-choice.ts";
import { itemKinds } from "../watching/found-item.ts";
import type { FilePath } from "./authority-file-positions.ts";
import {
  type FaultWords,
  otherWords,
  wordsOfUnknownKey,
  wordsOfUnknownValue,
} from "./authority-file-words.ts";

/** What an account of the file says of its formats, checked; `path` of a fault begins at the formats. */
export type FormatsReading =
  | { kind: "formats"; formats: FormatChoice }
  | { kind: "faults"; faults: FormatsFault[] };

export interface FormatsFault {
  path: FilePath;
  /** Stands where the fault is a key itself. */
  key?: string;
  words: FaultWords;
}

/** Where nothing is said. */
const usual: FormatChoice = ["link-post"];

const kindKeys: readonly string[] = [...itemKinds, "others"];

/**
 * Formats as people write them: a list for all kinds of item, or a list for each kind. `known`: those that the
 * account's channel has; all there are, where the channel itself is unknown.
 */
export function readFormats(value: unknown, known: readonly Format[] = allFormats): FormatsReading {
  if (value === undefined) return { kind: "formats", formats: usual };
  const faults = faultsOf(value, known);
  // Without a fault it is a choice: every key is a kind and every value a list of known formats.
  return faults.length > 0 ? { kind: "faults", faults } : { kind: "formats", formats: value as FormatChoice };
}

function faultsOf(value: unknown, known: readonly Format[]): FormatsFault[] {
  if (Array.isArray(value)) {
    return value.length === 0 ? [{ path: [], words: otherWords.emptyList }] : faultsOfList(value, [], known);
  }
  if (typeof value !== "object" || value === null) return [{ path: [], words: otherWords.formatsForm }];
  const byKind = Object.entries(value);
  // A kind may be left without any format, but not all of them.
  if (!byKind.some(([, list]) => !Array.isArray(list) || list.length > 0)) {
    return [{ path: [], words: otherWords.emptyList }];
  }
  return byKind.flatMap(([kind, list]) => {
    if (!kindKeys.includes(kind)) return [{ path: [], key: kind, words: wordsOfUnknownKey(kind, kindKeys) }];
    if (!Array.isArray(list)) return [{ path: [kind], words: otherWords.formatsForm }];
    return faultsOfList(list, [kind], known);
  });
}

function faultsOfList(list: readonly unknown[], path: FilePath, known: readonly Format[]): FormatsFault[] {
  return list.flatMap((value, index) => {
    const format = String(value);
    const at = [...path, index];
    if (!(known as readonly string[]).includes(format)) {
      return [{ path: at, words: wordsOfUnknownValue(format, known) }];
    }
    return list.indexOf(value) < index ? [{ path: at, words: otherWords.writtenAgain(format) }] : [];
  });
}
