import type { History } from "../../sandbox/portal/histories.ts";
import type { Stage } from "../stage/stage.ts";
import type { RealItem } from "./real-truth.ts";
import { type Replayed, sourceId } from "./replay-history.ts";

/** What the pretend Facebook shows of a history, held against what is true of it. */
export interface Verdict {
  items: number;
  doubled: string[];
  lost: string[];
  /** Items of the first look that were told although no backfill was asked for. */
  archiveTold: string[];
  /** Items of the plain count that the product holds to be one with another: for people to look at. */
  joined: string[];
}

/** Each marker of an invented history must stand in exactly one post; of the archive in none when nobody asked for it. */
export function judgeInvented(
  stage: Stage,
  history: Pick<History, "truth">,
  replayed: Replayed,
  backfill: "all" | 0,
): Verdict {
  const verdict: Verdict = { items: 0, doubled: [], lost: [], archiveTold: [], joined: [] };
  const messages = stage.facebook.posts(replayed.pageId).map((post) => post.message ?? "");
  for (const { marker, firstPoll } of history.truth) {
    const count = messages.filter((message) => message.includes(marker)).length;
    if (backfill === 0 && firstPoll === 0) {
      if (count > 0) verdict.archiveTold.push(marker);
      continue;
    }
    verdict.items += 1;
    if (count === 0) verdict.lost.push(marker);
    if (count > 1) verdict.doubled.push(marker);
  }
  const known = new Set(history.truth.map((item) => item.marker));
  // A post of something that was never whole on the portal is one too many.
  const strange = messages.filter(
    (message) => !(message.match(/x[b-t]{7}x/g) ?? []).some((m) => known.has(m)),
  );
  verdict.doubled.push(...strange.map((message) => `stranger: ${message.slice(0, 60)}`));
  return verdict;
}

/**
 * Holds the posts of a real history against the plain count. A post leads to its item by its marker; the item's keys
 * say which of the plain items it stands for.
 */
export async function judgeReal(stage: Stage, truth: RealItem[], replayed: Replayed): Promise<Verdict> {
  const identities = await identitiesOfMarkers(stage, truth, replayed.made.authorityId);
  const told = new Map<string, number>();
  const verdict: Verdict = { items: truth.length, doubled: [], lost: [], archiveTold: [], joined: [] };
  for (const post of stage.facebook.posts(replayed.pageId)) {
    const marker = /\/v\/([a-z0-9]+)/.exec(post.link ?? "")?.[1] ?? "";
    const ones = identities.get(marker) ?? [];
    if (ones.length === 0) verdict.doubled.push(`stranger: ${post.message?.slice(0, 60)}`);
    verdict.joined.push(...ones.slice(1));
    for (const identity of ones) told.set(identity, (told.get(identity) ?? 0) + 1);
  }
  for (const { identity } of truth) {
    const count = told.get(identity) ?? 0;
    if (count === 0) verdict.lost.push(identity);
    if (count > 1) verdict.doubled.push(identity);
  }
  return verdict;
}

/** Marker of a publication to the plain items that its item stands for. */
async function identitiesOfMarkers(
  stage: Stage,
  truth: RealItem[],
  authorityId: string,
): Promise<Map<string, string[]>> {
  const { db } = stage.installation.database;
  const rows = await db
    .selectFrom("publication as p")
    .innerJoin("item as i", (join) =>
      join.onRef("i.authority_id", "=", "p.authority_id").onRef("i.id", "=", "p.item_id"),
    )
    .select(["p.marker", "p.item_id", "i.title", "i.body", "i.link"])
    .where("p.authority_id", "=", authorityId)
    .execute();
  const keys = await db
    .selectFrom("item_key")
    .select(["item_id", "key"])
    .where("authority_id", "=", authorityId)
    .execute();
  const idsOf = Map.groupBy(keys, (row) => row.item_id ?? "");
  return new Map(
    rows.map((row) => {
      const ids = new Set((idsOf.get(row.item_id) ?? []).flatMap(({ key }) => idsIn(key)));
      const byId = truth.filter((item) => item.guid && ids.has(bare(item.guid)));
      const ones = byId.length > 0 ? byId : truth.filter((item) => looksAlike(item, row));
      return [row.marker, ones.map((item) => item.identity)];
    }),
  );
}

/** An id may be kept with or without the source's own name before it. */
function idsIn(key: string): string[] {
  if (!key.startsWith("id:")) return [];
  const id = bare(key.slice(3));
  return id.startsWith(`${sourceId}:`) ? [id, id.slice(sourceId.length + 1)] : [id];
}

/** One address, however it is written. */
function bare(id: string): string {
  const short = id.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/(?=$|\?)/, "");
  try {
    return decodeURIComponent(short);
  } catch {
    return short;
  }
}

function looksAlike(item: RealItem, ours: { link: string | null; title: string }): boolean {
  const hasItsLink = item.link ? ours.link !== null && bare(ours.link) === bare(item.link) : !ours.link;
  return hasItsLink && (item.titles.has(plain(ours.title)) || (item.link !== "" && item.guid === ""));
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
