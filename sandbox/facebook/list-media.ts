import { type Answer, type KnownCall, read, type Surroundings } from "./call.ts";
import { readMoment } from "./list-edge.ts";
import { turnList } from "./turn-list.ts";

interface Dated {
  id: string;
  createdAt: number;
}

/** One piece of a list of pictures or films, newest first: `since`, `until`, cursors, and the read lag of the call. */
export function listMedia<Item extends Dated>(
  call: KnownCall,
  around: Surroundings,
  all: readonly Item[],
  view: (item: Item) => unknown,
): Answer {
  const since = readMoment(call.params.since, "since", around) ?? 0;
  const until = readMoment(call.params.until, "until", around) ?? Number.POSITIVE_INFINITY;
  const oldEnough = around.now() - call.lagMs;
  const listed = all.filter(({ createdAt }) => {
    const second = Math.floor(createdAt / 1000);
    return createdAt <= oldEnough && second >= since && second <= until;
  });
  const { items, paging } = turnList(listed, (item) => item.id, {
    params: call.params,
    path: call.path,
    origin: around.origins.graph,
    call,
  });
  return read({ data: items.map(view), ...(paging ? { paging } : {}) });
}
