import { disconnect, rest } from "./account.ts";
import { saveStanding } from "./account-store.ts";
import { keepTrying } from "./keep-trying.ts";
import { type LinePublication, uncertainFrom } from "./line-store.ts";
import type { ReadyAccount } from "./open-account.ts";
import { conclude } from "./publication.ts";
import { saveConcluded } from "./publication-store.ts";
import type { PublishTools } from "./publish-tools.ts";

/**
 * One look on the network for a publication whose end is uncertain. Found: it is published. Absent: it is looked for
 * again, and sent again only after all looks of the policy came back empty. Reading changes nothing there, so a crash
 * at any moment just means another look.
 */
export async function searchPublication(
  tools: PublishTools,
  account: ReadyAccount,
  publication: LinePublication,
): Promise<void> {
  await tools.reached?.("search begun");
  const startedAt = tools.clock.now();
  const attemptedAt = (await uncertainFrom(tools.db, publication)) ?? publication.firstTriedAt ?? startedAt;
  const isLastLook = publication.looks + 1 >= tools.policy.lookAfterMs.length;
  const since = isLastLook ? new Date(attemptedAt.getTime() - tools.policy.lastLookReachesMs) : attemptedAt;
  if (!publication.post) throw new Error(`publication ${publication.id} is uncertain without a post`);
  const { format, marker } = publication;
  const post = { ...publication.post, format, marker };
  const staged = publication.staged ?? undefined;
  const finding = await account.channel.findPublished(post, account.remote, since, staged);
  await tools.reached?.("search answered");

  const now = tools.clock.now();
  const concluded = conclude(publication, finding, now, tools.policy, tools.chance());
  const reason = finding.kind === "no-answer" ? finding.reason : null;
  const detail = finding.kind === "no-answer" ? finding.detail : null;
  await keepTrying(
    async () => {
      if (finding.kind === "no-answer") await restAccount(tools, account, finding, now);
      const search = { outcome: finding.kind, reason, detail, startedAt };
      return await saveConcluded(tools.db, publication, concluded, search, now);
    },
    tools.policy.holdLineMs,
    tools,
  );
  const fields = { authorityId: publication.authorityId, publicationId: publication.id, reason, detail };
  tools.log.info(
    { ...fields, finding: finding.kind, state: concluded.state },
    "looked for an uncertain publication",
  );
  await tools.reached?.("search settled");
}

async function restAccount(
  tools: PublishTools,
  account: ReadyAccount,
  finding: { reason: string; detail: string; notBefore?: Date; reconnect: boolean },
  now: Date,
): Promise<void> {
  if (!finding.reconnect && !finding.notBefore) return;
  const standing = finding.reconnect
    ? disconnect(account.own.standing, finding, now, tools.policy)
    : rest(account.own.standing, finding, now, tools.policy, tools.chance());
  await saveStanding(tools.db, account.own, standing, account.leaseToken);
  account.own.standing = standing;
}
