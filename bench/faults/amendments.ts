import type { Format } from "../../src/channels/channel.ts";
import { wantEdit } from "../../src/publishing/want-edit.ts";
import { wantRemoval } from "../../src/publishing/want-removal.ts";
import type { Case, Stage } from "../stage/stage.ts";
import { type Tally, tally } from "../stage/tally.ts";

export type Wish = "edit" | "remove";

/** Formats that can be changed and taken off, and what is called for it. */
export const amendable: readonly { format: Format; edge: string }[] = [
  { format: "link-post", edge: "post" },
  { format: "photo-post", edge: "post" },
  { format: "album", edge: "post" },
  { format: "reel", edge: "video" },
];

export const methodOf = { edit: "POST", remove: "DELETE" } as const;

/** What the text of a post is to be: it holds the marker, as every text of ours. */
const editedText = (marker: string) => `CHIUSA · https://bacheca.example/v/${marker}`;

/** Every post of the case is wanted otherwise, as a person or the portal does it. */
export async function wantAll(stage: Stage, made: Case, wish: Wish): Promise<void> {
  const { database, clock, channels } = stage.installation;
  const tools = { db: database.db, queue: stage.queue, clock, channels, by: null };
  for (const { id, marker } of await publicationsOf(stage, made)) {
    const key = { authorityId: made.authorityId, id };
    await (wish === "edit" ? wantEdit(tools, key, editedText(marker)) : wantRemoval(tools, key));
  }
}

/** `published`: it is on the Page as it was wanted. `lost`: it is not, and nobody was told. */
export async function tallyAmended(stage: Stage, made: Case, wish: Wish): Promise<Tally> {
  const before = await tally(stage, made);
  const rows = await publicationsOf(stage, made);
  const texts = made.pageIds
    .flatMap((pageId) => stage.facebook.posts(pageId))
    .map(({ message = "" }) => message);
  const isAsWanted = ({ marker, state }: (typeof rows)[number]) =>
    wish === "edit"
      ? texts.includes(editedText(marker)) && state === "published"
      : !texts.some((text) => text.includes(marker)) && state === "removed";
  const open = rows.filter((row) => !isAsWanted(row));
  const told = open.filter((row) => row.wanted !== null && row.amend_reason !== null);
  return {
    planned: rows.length,
    published: rows.length - open.length,
    doubled: before.doubled,
    lost: open.length - told.length,
    stopped: told.map((row) => ({ state: row.state, reason: row.amend_reason ?? "" })),
  };
}

async function publicationsOf(stage: Stage, made: Case) {
  return await stage.installation.database.db
    .selectFrom("publication")
    .select(["id", "marker", "state", "wanted", "amend_reason"])
    .where("authority_id", "=", made.authorityId)
    .execute();
}
