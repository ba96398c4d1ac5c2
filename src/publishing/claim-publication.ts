import type { Picture } from "../channels/channel.ts";
import { composeClaim, postOf } from "./compose-claim.ts";
import { drawMedia } from "./draw-media.ts";
import type { LinePublication } from "./line-store.ts";
import type { ClaimedPublication, ReadyAccount } from "./open-account.ts";
import { refused } from "./publication.ts";
import { saveClaim, saveStep } from "./publication-store.ts";
import type { PublishTools } from "./publish-tools.ts";

/**
 * Claims a publication, which is committed before its call. A crash after it leaves a row in "sending", which whoever
 * takes the line next holds for uncertain. Undefined when the row was not ours to claim any more; "refused" when what
 * goes with it cannot be drawn, and a person has it now.
 */
export async function claimPublication(
  tools: PublishTools,
  account: ReadyAccount,
  publication: LinePublication,
): Promise<ClaimedPublication | "refused" | undefined> {
  const pictures = await draw(tools, account, publication);
  if (!Array.isArray(pictures)) return pictures;
  const composed = composeClaim(tools, account, publication, tools.clock.now(), pictures);
  if (!(await saveClaim(tools.db, composed.claim))) return undefined;
  const fresh = claimedNow(tools);
  await tools.reached?.("claimed");
  return { ...composed.claimed, ...fresh };
}

/** The moments by which a claim is told to be fresh, to be taken right after its commit. */
export function claimedNow(tools: Pick<PublishTools, "clock">) {
  return { claimedAt: tools.clock.now(), claimedAtMs: performance.now() };
}

/** Pictures that go with the post itself; what is staged is at the network already. */
async function draw(
  tools: PublishTools,
  account: ReadyAccount,
  publication: LinePublication,
): Promise<Picture[] | "refused" | undefined> {
  const needs = account.channel.formats[publication.format];
  if (!needs || needs.isStaged || needs.media === "none") return [];
  const { link } = postOf(tools, account, publication);
  const drawn = await drawMedia(tools, { ...account, item: publication.item, link, needs });
  switch (drawn.kind) {
    case "media":
      return drawn.pictures;
    case "not-now":
      return undefined;
    case "impossible": {
      const after = refused(publication, drawn.reason, drawn.detail, tools.clock.now());
      await saveStep(tools.db, publication, publication.state, after);
      return "refused";
    }
  }
}
