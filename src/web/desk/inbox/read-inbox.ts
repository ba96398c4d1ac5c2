import type { Authority } from "../../../authority/authority-store.ts";
import { findOffices } from "../../../authority/office-store.ts";
import { countInbox, findInbox } from "../../../conversing/inbox/inbox-store.ts";
import { findMembers } from "../../../staff/member-store.ts";
import type { WebParts } from "../../web-parts.ts";
import type { InboxList } from "./desk-conversation.ts";
import { type InboxFilter, nextOf, searchOf } from "./inbox-filter.ts";
import { readAsides } from "./inbox-store.ts";

const onPage = 30;

/** One page of the conversations of these authorities, of which the filter may have chosen one. */
export async function readInbox(
  parts: WebParts,
  authorities: readonly Authority[],
  filter: InboxFilter,
  me: string,
): Promise<InboxList> {
  const { db } = parts.database;
  const ids = idsOf(authorities, filter);
  const [only] = ids;
  const offices = only !== undefined && ids.length === 1 ? await findOffices(db, only) : [];
  const isKnown = offices.some(({ id }) => id === filter.office);
  const own = { ...filter, office: isKnown ? filter.office : undefined };
  const page = { now: parts.clock.now(), most: onPage + 1, skip: (filter.page - 1) * onPage };
  const found = await findInbox(db, ids, searchOf(own, me), page);
  const entries = found.slice(0, onPage);
  const asides = new Map((await readAsides(db, entries)).map((one) => [one.id, one]));
  const members = await findMembers(db, ids);
  return {
    filter: own,
    authorities,
    offices: offices.filter(({ isStopped }) => !isStopped),
    entries: entries.map((one) => ({
      ...one,
      title: null,
      reply: null,
      isInNeed: false,
      ...asides.get(one.id),
    })),
    hasMore: found.length > onPage,
    names: new Map(members.map(({ id, name }) => [id, name])),
  };
}

/** The next that waits, apart from one, and how many do. */
export async function findNext(
  parts: WebParts,
  authorities: readonly Authority[],
  filter: InboxFilter,
  how: { me: string; apartFrom: string | undefined },
): Promise<{ next: { authorityId: string; id: string } | undefined; left: number }> {
  const { db } = parts.database;
  const ids = idsOf(authorities, filter);
  const search = nextOf(filter, how.me);
  const now = parts.clock.now();
  const found = await findInbox(db, ids, search, { now, most: 2 });
  const left = await countInbox(db, ids, search, now);
  return { next: found.find(({ id }) => id !== how.apartFrom), left };
}

function idsOf(authorities: readonly Authority[], { authority }: InboxFilter): string[] {
  return authorities.map(({ id }) => id).filter((id) => authority === undefined || id === authority);
}
