import { Problem } from "../problem.ts";
import type { WebParts } from "../web-parts.ts";
import { wholeAddress } from "./addresses.ts";
import { type ChangePlace, readChanges, type StreamedChange } from "./change-store.ts";
import type { Site } from "./site.ts";

const changesMost = 500;

/** One answer of the stream, with the address to go on from. */
export interface ChangeStream {
  changes: { id: string; url: string; what: StreamedChange["what"]; at: string }[];
  next: string;
  hasMore: boolean;
}

/**
 * Reads the stream from `since`, an ISO moment, and behind `after` where many things share that moment; without either
 * from the beginning.
 * @throws Problem for words that are no such place
 */
export async function changeStream(
  { database }: WebParts,
  site: Site,
  { since, after }: { since?: unknown; after?: unknown },
): Promise<ChangeStream> {
  const from = { at: momentOf(since), after: numberOf(after) };
  const found = await readChanges(database.db, site.reading, from, changesMost + 1);
  const changes = found.slice(0, changesMost);
  const last = changes.at(-1);
  const { place } = site;
  return {
    changes: changes.map(({ seq, what, at }) => ({
      id: seq,
      url: `${place.home}/notizie/${seq}`,
      what,
      at: at.toISOString(),
    })),
    next: wholeAddress(place, "changes", parametersOf(last ? { at: last.at, after: last.place } : from)),
    hasMore: found.length > changesMost,
  };
}

function parametersOf({ at, after }: ChangePlace): [string, string][] {
  return [["since", at.toISOString()], ...(after === "0" ? [] : [["after", after] as [string, string]])];
}

function numberOf(after: unknown): string {
  if (after === undefined || after === "") return "0";
  if (typeof after === "string" && /^[1-9]\d{0,17}$/.test(after)) return after;
  throw new Problem(400, "bad-request");
}

const momentShape = /^(19|2\d)\d\d-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?$/;

function momentOf(since: unknown): Date {
  if (since === undefined || since === "") return new Date(0);
  const moment = typeof since === "string" && momentShape.test(since) ? new Date(since) : undefined;
  if (!moment || Number.isNaN(moment.getTime())) throw new Problem(400, "bad-request");
  return moment;
}
