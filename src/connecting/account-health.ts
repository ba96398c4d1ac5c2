import { z } from "zod";
import type { HealthCheck } from "../channels/channel.ts";
import type { MissingRight } from "../channels/connecting.ts";
import { disconnect, goodStanding, notConnected, type Standing } from "../publishing/account.ts";
import type { PublishingPolicy } from "../publishing/policy.ts";

/** How often each account is looked over. */
export const healthEveryMs = 3_600_000;

/** What a look at an account saw. */
export interface AccountHealth {
  checks: HealthCheck[];
  /** Rights the network does not see with the account's own token. */
  missing: MissingRight[];
  /** Missing when the account was connected, and not to be seen with its token: what the person behind it may not do. */
  missingOfPerson: MissingRight[];
}

const right = z.object({ name: z.string(), isEssential: z.boolean() });

const storedHealth = z.object({
  checks: z
    .array(
      z.object({
        name: z.string(),
        state: z.enum(["ok", "warning", "fault"]),
        reason: z.string().optional(),
        detail: z.string(),
      }),
    )
    .catch([]),
  missing: z.array(right).catch([]),
  missingOfPerson: z.array(right).catch([]),
});

/** Of its column. What another release wrote is read as far as it goes. */
export function readHealth(stored: unknown): AccountHealth {
  return storedHealth.safeParse(stored).data ?? newHealth([]);
}

/** Of an account just connected, nothing looked at yet. */
export function newHealth(missing: MissingRight[]): AccountHealth {
  return { checks: [], missing, missingOfPerson: [] };
}

/** All that an account lacks. */
export function allMissing({ missing, missingOfPerson }: AccountHealth): MissingRight[] {
  return [...missing, ...missingOfPerson];
}

/**
 * What is missing now. The account's own token tells which permissions it has, not what the person behind it may do on
 * the Page: that was told at the login, so at the first look it is what remains of what was missing then.
 */
export function missingAfterLook(
  before: AccountHealth,
  isFirstLook: boolean,
  seen: MissingRight[] | undefined,
): Pick<AccountHealth, "missing" | "missingOfPerson"> {
  if (!seen) return { missing: before.missing, missingOfPerson: before.missingOfPerson };
  const isSeen = ({ name }: MissingRight) => seen.some((one) => one.name === name);
  const missingOfPerson = isFirstLook
    ? before.missing.filter((one) => !isSeen(one))
    : before.missingOfPerson.filter((one) => !isSeen(one));
  return { missing: seen, missingOfPerson };
}

/** Whether the network could be asked about the Page at all; otherwise a look says nothing about it. */
export function isAnswered(checks: readonly HealthCheck[]): boolean {
  return checks.every((check) => check.name !== "page" || check.state !== "warning");
}

/** Why nothing may leave; a network that could not be asked leaves an account as it was. */
export function troubleIn(
  checks: readonly HealthCheck[],
  { reason, detail }: Pick<Standing, "reason" | "detail">,
): { reason: string; detail: string } | undefined {
  const fault = checks.find((check) => check.state === "fault");
  if (fault) return { reason: fault.reason ?? "disconnected", detail: fault.detail };
  return isAnswered(checks) ? undefined : { reason: reason ?? "disconnected", detail: detail ?? "" };
}

/**
 * How the account stands after a look; undefined = as before. A rest is the network's wish and is waited out; what is
 * off, or was never connected, is so by people's will.
 */
export function standingAfterLook(
  standing: Standing,
  checks: readonly HealthCheck[],
  now: Date,
  policy: PublishingPolicy,
): Standing | undefined {
  if (standing.state === "off" || standing.reason === notConnected) return undefined;
  const trouble = troubleIn(checks, standing);
  const isGone = standing.state === "disconnected";
  if (!trouble) return isGone ? goodStanding : undefined;
  const isFault = checks.some((check) => check.state === "fault");
  // Its own probe asks again soon enough; nothing new was learned.
  if (!isFault || (isGone && standing.reason === trouble.reason)) return undefined;
  return disconnect(standing, trouble, now, policy);
}

export interface Telling {
  /** What people have not been told yet. */
  news: HealthCheck[];
  /** What they know from now on; what is over is forgotten, so that its return is told again. */
  told: string[];
}

/** Each trouble is told once while it lasts. Expiries have a reason of their own at each stage, so each stage is told. */
export function tellingOf(checks: readonly HealthCheck[], told: readonly string[]): Telling {
  if (!isAnswered(checks)) return { news: [], told: [...told] };
  const troubles = checks.filter((check) => check.state !== "ok");
  return {
    news: troubles.filter((check) => !told.includes(keyOf(check))),
    told: [...new Set(troubles.map(keyOf))],
  };
}

function keyOf({ name, reason }: HealthCheck): string {
  return `${name}: ${reason ?? ""}`;
}

/** What people should see to, the gravest first. */
export function troublesIn({ checks }: AccountHealth): HealthCheck[] {
  return [
    ...checks.filter((check) => check.state === "fault"),
    ...checks.filter((check) => check.state === "warning"),
  ];
}
