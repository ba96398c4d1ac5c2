import type { Kysely, Transaction } from "kysely";
import { recordAct } from "../auditing/record-act.ts";
import { removeNetworkApp, writeNetworkApp } from "../connecting/network-app-store.ts";
import type { Schema } from "../database/schema.ts";
import type { Queue } from "../jobs/queue.ts";
import type { RuleFault } from "../moderating/ruling/rule-version.ts";
import type { Clock } from "../platform/clock.ts";
import type { Vault } from "../platform/vault.ts";
import { type AppliedAuthority, type Difference, differencesBetween } from "./apply-authority-differences.ts";
import {
  checkAccountsOf,
  findOwners,
  hasPublications,
  lockApplying,
  readApplied,
  stopAccount,
  stopSource,
  writeAccount,
  writeAuthority,
  writeSource,
} from "./apply-authority-store.ts";
import { applyRules } from "./apply-rules.ts";
import type { AuthorityFile } from "./authority-file.ts";
import { findAuthorityOfHost } from "./authority-store.ts";
import { keepObtained } from "./obtained-settings.ts";
import { stopOffice, writeOffice } from "./office-store.ts";
import { planRules } from "./plan-rules.ts";

export interface ApplyTools {
  db: Kysely<Schema>;
  queue: Pick<Queue, "add">;
  vault: Vault;
  clock: Clock;
}

/** Why an account of the file, or the name of its pages, cannot be as it says. */
export type Refusal =
  /** Its Page is spoken for by another account of this installation. */
  | {
      kind: "page-taken";
      accountId: string;
      externalId: string;
      by: { authorityId: string; accountId: string };
    }
  /** It has published on another Page, and its publications are looked for there. */
  | { kind: "page-changed"; accountId: string; before: string; after: string }
  /** The pages of another authority answer under this name. */
  | { kind: "host-taken"; host: string; by: string }
  /** Together with the rules of the desk there would be none left, or two about the same. */
  | { kind: "rules-clash"; fault: RuleFault };

export type ApplyResult =
  | { kind: "applied"; differences: Difference[] }
  | { kind: "refused"; refusals: Refusal[] };

/**
 * Makes an authority, its sources and its accounts what its file says, in one transaction, and tells what differed.
 * Applying the same file again finds nothing to do. What is no longer in the file is stopped, never deleted: its
 * memory keeps old items from becoming news again; what people connected at the desk goes on. With `dryRun` nothing is written and no lock is taken.
 */
export async function applyAuthority(
  tools: ApplyTools,
  file: AuthorityFile,
  options: { dryRun?: boolean } = {},
): Promise<ApplyResult> {
  return await tools.db.transaction().execute(async (trx) => {
    if (!options.dryRun) await lockApplying(trx);
    const now = await readApplied(trx, tools.vault, file.authority.id);
    const when = { isNew: !now.authority, now: tools.clock.now() };
    const rules = await planRules(trx, file, when);
    const refusals = await refusalsOf(trx, now, file);
    if (rules.fault) refusals.push({ kind: "rules-clash", fault: rules.fault });
    if (refusals.length > 0) return { kind: "refused", refusals };
    const wanted = withObtained(now, file);
    const differences = [...differencesBetween(now, wanted), ...rules.differences];
    if (!options.dryRun) {
      for (const difference of inOrder(differences)) await writeAndNote(trx, tools, wanted, difference);
      const { timeZone } = file.authority.settings;
      await applyRules(trx, file.authority.id, rules, { ...when, timeZone });
    }
    return { kind: "applied", differences };
  });
}

function withObtained(now: AppliedAuthority, file: AuthorityFile): AuthorityFile {
  const there = (id: string) => now.accounts.find((account) => account.id === id);
  return { ...file, accounts: file.accounts.map((account) => keepObtained(account, there(account.id))) };
}

/** What stops comes first: there is only one default office at a time. */
function inOrder(differences: readonly Difference[]): Difference[] {
  return differences.toSorted((a, b) => Number(b.verb === "stopped") - Number(a.verb === "stopped"));
}

async function refusalsOf(
  trx: Transaction<Schema>,
  now: AppliedAuthority,
  file: AuthorityFile,
): Promise<Refusal[]> {
  const authorityId = file.authority.id;
  const owners = await findOwners(trx, file.accounts);
  const refusals: Refusal[] = [];
  for (const { id: accountId, channel, externalId } of file.accounts) {
    const owner = owners.find(
      (one) =>
        one.channel === channel &&
        one.externalId === externalId &&
        (one.authorityId !== authorityId || one.accountId !== accountId),
    );
    if (owner) refusals.push({ kind: "page-taken", accountId, externalId, by: owner });
    const before = now.accounts.find((account) => account.id === accountId);
    const isElsewhere = before && (before.externalId !== externalId || before.channel !== channel);
    if (isElsewhere && (await hasPublications(trx, authorityId, accountId))) {
      refusals.push({ kind: "page-changed", accountId, before: before.externalId, after: externalId });
    }
  }
  const host = file.authority.settings.site?.host;
  const by = host && (await findAuthorityOfHost(trx, host));
  if (by && by !== authorityId) refusals.push({ kind: "host-taken", host, by });
  return refusals;
}

/** What a file changed is in the trail by name; its values may be secrets, and stay where they are. */
async function writeAndNote(
  trx: Transaction<Schema>,
  tools: ApplyTools,
  file: AuthorityFile,
  difference: Difference,
): Promise<void> {
  await write(trx, tools, file, difference);
  const { subject, id, verb } = difference;
  await recordAct(trx, {
    authorityId: file.authority.id,
    at: tools.clock.now(),
    by: null,
    act: `settings-${verb}`,
    subject: `${subject} ${id}`,
  });
}

async function write(
  trx: Transaction<Schema>,
  tools: ApplyTools,
  file: AuthorityFile,
  difference: Difference,
): Promise<void> {
  const authorityId = file.authority.id;
  const { subject, id, verb } = difference;
  const now = tools.clock.now();
  if (subject === "authority") return await writeAuthority(trx, file.authority);
  if (subject === "source") {
    const source = file.sources.find((one) => one.id === id);
    return source
      ? await writeSource(trx, authorityId, source, difference, now)
      : await stopSource(trx, authorityId, id, now);
  }
  // All of them are written together, once the authority is there.
  if (subject === "rule") return;
  if (subject === "app") return await writeApp(trx, tools, file, id);
  if (subject === "office") {
    const office = file.offices?.find((one) => one.id === id);
    return office ? await writeOffice(trx, authorityId, office) : await stopOffice(trx, authorityId, id, now);
  }
  const account = file.accounts.find((one) => one.id === id);
  if (!account) return await stopAccount(trx, authorityId, id);
  await writeAccount(trx, tools.vault, authorityId, account, difference, now);
  // What waited for this account, or for its new pace, goes out now and not at some later sweep.
  if (verb !== "new") await tools.queue.add(trx, "advance-account", { authorityId, accountId: id });
}

async function writeApp(
  trx: Transaction<Schema>,
  tools: ApplyTools,
  file: AuthorityFile,
  channel: string,
): Promise<void> {
  const authorityId = file.authority.id;
  const app = file.apps?.find((one) => one.channel === channel);
  if (app) await writeNetworkApp(trx, tools.vault, { authorityId, channel }, app);
  else await removeNetworkApp(trx, { authorityId, channel });
  await checkAccountsOf(trx, authorityId, channel);
}
