import { signatures, writeBody } from "../../sandbox/facebook/webhooks/bytes.ts";
import type { Happening } from "./happenings.ts";

/** One POST, ready to go: signed over its bytes, as Facebook does. */
export interface Parcel {
  pageId: string;
  ids: string[];
  body: string;
  headers: Record<string, string>;
}

export interface Packing {
  appSecret: string;
  /** Share of these events that are delivered a second time, later. */
  repeated: number;
  /** Share of events that travel in a batch, and how many in each. */
  batched: number;
  batchSize: number;
}

/** How many parcels later the second delivery comes. */
const repeatedAfter = 200;

/** Packs happenings in their order: most alone, some changes in batches, some twice. */
export function pack(happenings: readonly Happening[], packing: Packing): Parcel[] {
  const parcels: Parcel[] = [];
  const late: { at: number; parcel: Parcel }[] = [];
  const gathered = new Map<string, Happening[]>();
  let repeatedShare = 0;
  let batchShare = 0;

  function add(some: readonly Happening[]): void {
    const parcel = seal(some, packing.appSecret);
    parcels.push(parcel);
    repeatedShare += packing.repeated * some.length;
    if (repeatedShare >= some.length) {
      repeatedShare -= some.length;
      late.push({ at: parcels.length + repeatedAfter, parcel });
    }
    while (late[0] && late[0].at <= parcels.length) parcels.push((late.shift() as { parcel: Parcel }).parcel);
  }

  for (const happening of happenings) {
    batchShare += packing.batched;
    if (batchShare < 1 || happening.content.way !== "changes") {
      add([happening]);
      continue;
    }
    batchShare -= 1;
    const batch = [...(gathered.get(happening.pageId) ?? []), happening];
    gathered.set(happening.pageId, batch.length < packing.batchSize ? batch : []);
    if (batch.length >= packing.batchSize) add(batch);
  }
  for (const rest of gathered.values()) if (rest.length > 0) add(rest);
  return [...parcels, ...late.map(({ parcel }) => parcel)];
}

function seal(some: readonly Happening[], appSecret: string): Parcel {
  const { pageId = "", content } = some[0] ?? {};
  const way = content?.way ?? "changes";
  const time = way === "changes" ? Math.floor(Date.now() / 1000) : Date.now();
  const entry = [{ id: pageId, time, [way]: some.map((happening) => happening.content.piece) }];
  const body = writeBody({ object: "page", entry });
  return { pageId, ids: some.map(({ id }) => id), body, headers: signatures(body, appSecret) };
}
