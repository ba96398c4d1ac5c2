import { createHash } from "node:crypto";
import type { FetchedFile } from "../../channels/conversing.ts";
import { isConnectionError } from "../../database/database.ts";
import type { ConverseTools } from "../converse-tools.ts";
import { openListener } from "../open-listener.ts";
import { attachmentLimits, dayFullPauseMs, isDayFull, type KeptOutReason, nextTryAt } from "./attachment.ts";
import { type DueAttachment, findBurden, settleUnkept, takeAttachment } from "./attachment-store.ts";
import { keepFile } from "./file-store.ts";
import { recogniseFile } from "./recognise-file.ts";

/** Each holds a whole file in memory. */
const atOnce = 2;

/**
 * Fetches the files people sent, before the network's addresses expire, until none is due. What a file is, its bytes
 * say; what we do not want, or cannot have, is settled with the reason. Several processes share the work.
 */
export async function fetchAttachments(tools: ConverseTools): Promise<void> {
  await Promise.all(Array.from({ length: atOnce }, () => fetchInTurn(tools)));
}

async function fetchInTurn(tools: ConverseTools): Promise<void> {
  while (!tools.stopping.aborted && !tools.giveWay?.()) {
    const one = await takeAttachment(tools.db, tools.clock.now());
    if (!one) return;
    try {
      await fetchOne(tools, one);
    } catch (error) {
      if (isConnectionError(error)) throw error;
      // Addresses are personal data, and errors may quote them.
      tools.log.error({ attachmentId: one.id, error: (error as Error).name }, "a file could not be fetched");
      await tryAgain(tools, one);
    }
  }
}

async function fetchOne(tools: ConverseTools, one: DueAttachment): Promise<void> {
  const { db, clock } = tools;
  if (one.ordinal > attachmentLimits.messageFilesMax) return await refuse(tools, one, "too-many");
  const burden = await findBurden(db, one, clock.now());
  if (isDayFull(burden.dayBytes)) {
    const again = new Date(clock.now().getTime() + dayFullPauseMs);
    return await settleUnkept(db, one, { again, isUncounted: true }, clock.now());
  }
  const account = await openListener(tools, one);
  if (!account) return await tryAgain(tools, one);
  const { fileBytesMax, messageBytesMax } = attachmentLimits;
  const fetched = await account.conversing.fetchFile(account.remote, one.address, fileBytesMax);
  if (fetched.kind !== "file") return await withoutFile(tools, one, fetched);
  if (burden.messageBytes + fetched.bytes.length > messageBytesMax) {
    return await refuse(tools, one, "message-too-large");
  }
  const recognised = await recogniseFile(fetched.bytes);
  if (recognised.kind === "refused") return await refuse(tools, one, recognised.why);
  const sha256 = createHash("sha256").update(fetched.bytes).digest("hex");
  const name = one.name ?? fetched.name ?? null;
  const file = { mediaType: recognised.mediaType, sha256, bytes: fetched.bytes, name };
  await keepFile(db, one, file, clock.now());
}

async function withoutFile(
  tools: ConverseTools,
  one: DueAttachment,
  fetched: Exclude<FetchedFile, { kind: "file" }>,
): Promise<void> {
  switch (fetched.kind) {
    case "gone":
      return await settleUnkept(tools.db, one, { state: "gone", why: "expired" }, tools.clock.now());
    case "refused":
      return await refuse(tools, one, fetched.reason);
    case "no-answer":
      return await tryAgain(tools, one);
  }
}

async function refuse(tools: ConverseTools, one: DueAttachment, why: KeptOutReason): Promise<void> {
  tools.log.info({ attachmentId: one.id, why }, "a file was kept out");
  await settleUnkept(tools.db, one, { state: "refused", why }, tools.clock.now());
}

async function tryAgain(tools: ConverseTools, one: DueAttachment): Promise<void> {
  const now = tools.clock.now();
  const again = nextTryAt(one.attempts, now);
  await settleUnkept(tools.db, one, again ? { again } : { state: "gone", why: "not-reached" }, now);
}
