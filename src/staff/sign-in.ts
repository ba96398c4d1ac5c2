import { isKnownBrowser, sealTicket } from "./browser-token.ts";
import { type Credentials, findCredentials } from "./credentials-store.ts";
import { readEmail } from "./identity.ts";
import { type Browser, letIn, type SignedIn } from "./let-in.ts";
import { changeMember } from "./member-store.ts";
import { noteStaffAct } from "./note-staff-act.ts";
import { isOutdated } from "./password-hash.ts";
import type { StaffTools } from "./staff-tools.ts";
import { countTry, giveBackTry, type TrySubject } from "./try-store.ts";

export type SignInEnd =
  | SignedIn
  /** The password is right and a code is asked for. */
  | { kind: "second-factor"; ticket: string }
  /** Whatever the reason: nobody learns whether there is such a person. */
  | { kind: "refused" }
  | { kind: "wait"; seconds: number }
  /** Too many sign in at this moment. */
  | { kind: "busy" };

/** With e-mail and password, as they were typed. */
export async function signIn(
  tools: StaffTools,
  typed: { email: string; password: string },
  browser: Browser,
): Promise<SignInEnd> {
  const { db, vault, clock, log, hasher } = tools;
  const now = clock.now();
  const email = readEmail(typed.email) ?? "";
  const credentials = await findCredentials(db, { email });
  const subjects = subjectsOf(tools, email, credentials, browser);
  for (const subject of subjects) {
    const seconds = await countTry(db, vault, subject, now);
    if (seconds > 0) return { kind: "wait", seconds };
  }
  const verdict = await hasher.verify(typed.password, credentials?.passwordHash);
  if (verdict === "busy") {
    await giveBackAll(tools, subjects);
    return { kind: "busy" };
  }
  if (verdict === "wrong" || !credentials) {
    log.warn({ address: browser.address }, "a wrong e-mail or password for the desk");
    await noteStaffAct(db, now, null, "sign-in-refused", credentials?.memberId ?? "unknown");
    return { kind: "refused" };
  }
  await giveBackAll(tools, subjects);
  const { memberId, passwordHash } = credentials;
  if (isOutdated(passwordHash)) {
    await changeMember(db, memberId, { passwordHash: await hasher.hash(typed.password) });
  }
  if (credentials.hasSecondFactor) {
    return { kind: "second-factor", ticket: sealTicket(vault, memberId, now) };
  }
  return await letIn(tools, memberId, browser);
}

/** What a try counts against: see tryLimits. */
function subjectsOf(
  { vault }: StaffTools,
  email: string,
  credentials: Credentials | undefined,
  { address, mark }: Browser,
): TrySubject[] {
  if (mark !== undefined && credentials && isKnownBrowser(vault, mark, credentials.memberId)) {
    return [{ kind: "device", value: mark }];
  }
  return [
    { kind: "address", value: address },
    { kind: "email", value: email },
  ];
}

async function giveBackAll({ db, vault }: StaffTools, subjects: readonly TrySubject[]): Promise<void> {
  for (const subject of subjects) await giveBackTry(db, vault, subject);
}
