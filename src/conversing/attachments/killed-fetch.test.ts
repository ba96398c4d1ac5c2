// A real process is killed at each statement of fetching a file; another fetches it. It is kept once, whole, or not yet.
import { randomBytes } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { type InboxWorld, messageBy, openInboxWorld, tell } from "../../../test/inbox-world.ts";
import { authorityId } from "../../../test/publishing-world.ts";
import { runDying } from "../../../test/run-dying.ts";
import { sentFile } from "../../../test/sent-file.ts";
import { openVault } from "../../platform/vault.ts";
import { secretContext } from "../../publishing/account-store.ts";
import { handleEvents } from "../handle-events.ts";
import { fetchAttachments } from "./fetch-attachments.ts";
import { readFile } from "./file-store.ts";

let world: InboxWorld;
afterEach(async () => await world.close());

const key = randomBytes(32);
const pdf = Buffer.concat([
  Buffer.from("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"),
  Buffer.alloc(150_000, 7),
]);

test("a fetch whose process is killed, at whichever statement, is begun again and kept whole, once", async () => {
  world = await openInboxWorld();
  const { db, connection } = world.database;
  const vault = openVault(key);
  const { pageToken, app } = world.facebook.seed;
  // From here on with a key that the other process is told.
  const secrets = vault.seal(
    JSON.stringify({ token: pageToken, appSecret: app.secret }),
    secretContext(world.account),
  );
  await db.updateTable("account").set({ secrets }).execute();
  const order = { connection, work: "fetch-attachments", authorityId, key: key.toString("hex") } as const;
  let kills = 0;
  for (let statement = 1, end = "killed"; end === "killed"; statement += 1) {
    const attachments = [{ type: "file", url: sentFile(world, { bytes: pdf }) }];
    await tell(world, [messageBy("youssef", `m_${statement}`, "Ecco", world.clock.now(), { attachments })]);
    await handleEvents({ ...world.converse, vault });
    const side = statement % 2 === 0 ? "before" : "after";
    world.clock.moveBy(1_000);
    end = await runDying({ ...order, now: world.clock.now().toISOString(), dieAt: { statement, side } });
    if (end === "killed") kills += 1;
    const half = await db.selectFrom("attachment").select(["id", "state"]).execute();
    const pieces = await db.selectFrom("attachment_piece").select("attachment_id").execute();
    const kept = new Set(half.filter(({ state }) => state === "kept").map(({ id }) => id));
    expect(new Set(pieces.map(({ attachment_id }) => attachment_id))).toEqual(kept);
    await db
      .updateTable("attachment")
      .set({ lease_until: new Date(0) })
      .where("state", "=", "fetching")
      .execute();
    await fetchAttachments({ ...world.converse, vault });
    const files = await db.selectFrom("attachment").select(["id", "state"]).execute();
    expect(files.map(({ state }) => state)).toEqual(Array(statement).fill("kept"));
    for (const { id } of files) expect((await readFile(db, { authorityId, id })).equals(pdf)).toBe(true);
    world.clock.moveBy(1_000);
  }
  expect(kills).toBeGreaterThan(8);
}, 180_000);
