import { VaultError } from "../platform/vault.ts";
import { isKnownBrowser, openTicket } from "./browser-token.ts";
import { findCredentials, findTotpSecret, useRecoveryCode, useTotpStep } from "./credentials-store.ts";
import { type Browser, letIn, type SignedIn } from "./let-in.ts";
import { noteStaffAct } from "./note-staff-act.ts";
import { plainRecoveryCode, stepOfCode } from "./one-time-code.ts";
import type { StaffTools } from "./staff-tools.ts";
import { countTry, giveBackTry, type TrySubject } from "./try-store.ts";

export type SecondFactorEnd =
  | SignedIn
  | { kind: "refused" }
  | { kind: "wait"; seconds: number }
  /** The password was right too long ago, or the member was shut out meanwhile: from the beginning. */
  | { kind: "over" };

/** With the code of an authenticator, or one of those for the day it is lost. */
export async function answerSecondFactor(
  tools: StaffTools,
  ticket: string | undefined,
  typed: string,
  browser: Browser,
): Promise<SecondFactorEnd> {
  const { db, vault, clock, log } = tools;
  const now = clock.now();
  const memberId = openTicket(vault, ticket, now);
  const credentials = memberId === undefined ? undefined : await findCredentials(db, { memberId });
  if (memberId === undefined || !credentials?.hasSecondFactor) return { kind: "over" };
  const isKnown = isKnownBrowser(vault, browser.mark, memberId);
  // Whoever guesses codes has the password already; even they do not keep the owner of a known browser out.
  const subject: TrySubject = { kind: "code", value: isKnown ? `${memberId} ${browser.mark}` : memberId };
  const seconds = await countTry(db, vault, subject, now);
  if (seconds > 0) return { kind: "wait", seconds };
  if (!(await isRight(tools, memberId, typed, now))) {
    log.warn({ address: browser.address, memberId }, "a wrong code after a right password");
    await noteStaffAct(db, now, null, "code-refused", memberId);
    return { kind: "refused" };
  }
  await giveBackTry(db, vault, subject);
  return await letIn(tools, memberId, browser);
}

async function isRight(
  { db, vault, log }: StaffTools,
  memberId: string,
  typed: string,
  now: Date,
): Promise<boolean> {
  const recovery = plainRecoveryCode(typed);
  if (recovery !== undefined) return await useRecoveryCode(db, vault, memberId, recovery);
  try {
    const secret = await findTotpSecret(db, vault, memberId);
    const step = secret === undefined ? undefined : stepOfCode(secret, typed, now);
    return step !== undefined && (await useTotpStep(db, memberId, step));
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    log.error({ memberId }, "a second factor was sealed with another secret key: bacheca staff reset");
    return false;
  }
}
