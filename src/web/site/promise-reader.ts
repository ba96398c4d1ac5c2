import type { Kysely } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { type KeptPromise, keptPromise } from "./kept-promise.ts";
import { findPromised } from "./kept-promise-store.ts";
import type { Site } from "./site.ts";

export const keptDays = 90;
const dayMs = 86_400_000;
/** A promise of so many working days ends within so many days; Christmas and August are in it. */
const daysFor = (workingDays: number) => workingDays * 2 + 30;

/** Reads how the promise was kept in the last 90 days, and remembers it for some minutes. */
export interface PromiseReader {
  read(site: Site): Promise<KeptPromise>;
}

const freshMs = 10 * 60_000;

/** Walking over the talk of a quarter costs more than the rest of the page, and says the same all day. */
export function openPromiseReader(db: Kysely<Schema>): PromiseReader {
  const known = new Map<string, { at: number; kept: Promise<KeptPromise> }>();
  return {
    read(site) {
      const { id } = site.authority;
      const at = site.reading.now.getTime();
      const last = known.get(id);
      if (last && at >= last.at && at - last.at < freshMs) return last.kept;
      const kept = readNow(db, site);
      known.set(id, { at, kept });
      kept.catch(() => known.delete(id));
      return kept;
    },
  };
}

async function readNow(db: Kysely<Schema>, site: Site): Promise<KeptPromise> {
  const { authority, offices, reading } = site;
  const { promise } = authority.settings;
  const from = new Date(reading.now.getTime() - keptDays * dayMs);
  const since = new Date(from.getTime() - daysFor(promise.workingDays) * dayMs);
  const own = { id: authority.id, timeZone: reading.timeZone, offices };
  return keptPromise(await findPromised(db, own, since), promise, { from, until: reading.now });
}
