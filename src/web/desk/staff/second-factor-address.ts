import { VaultError } from "../../../platform/vault.ts";
import { dropSecondFactor } from "../../../staff/credentials-store.ts";
import { newTotpSecret } from "../../../staff/one-time-code.ts";
import { provePassword } from "../../../staff/prove-password.ts";
import { renewRecoveryCodes } from "../../../staff/renew-recovery-codes.ts";
import { mustHaveSecondFactor, type Staff } from "../../../staff/rights.ts";
import { setUpSecondFactor } from "../../../staff/set-up-second-factor.ts";
import type { StaffTools } from "../../../staff/staff-tools.ts";
import { textsOf } from "../../form-fields.ts";
import { Problem } from "../../problem.ts";
import { signInWordsOf } from "../../sign-in/words/index.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { back, sendMe } from "./me-address.ts";
import { recoveryCodesPage, secondFactorPage } from "./second-factor-page.ts";
import { type StaffView, staffViewOf } from "./staff-view.ts";
import { staffWordsOf } from "./words/index.ts";

/** One's own second factor: set up, its spare codes made anew, taken away where nobody has to have it. */
export function showSecondFactor(parts: WebParts): Handler {
  return async (request, reply) => {
    const view = staffViewOf(request, parts);
    if (view.who.staff.hasSecondFactor || !view.who.session) return reply.redirect("/desk/me", 303);
    return sendPage(reply, secondFactorPage(view, sealed(parts, view.who.staff, newTotpSecret())));
  };
}

export function takeSecondFactor(parts: WebParts, tools: StaffTools): Handler {
  return async (request, reply) => {
    const view = staffViewOf(request, parts);
    const { staff, session } = view.who;
    const { secret: box = "", code = "" } = textsOf(request);
    const secret = opened(parts, staff, box);
    if (secret === undefined || !session) throw new Problem(400, "bad-request");
    const words = staffWordsOf(view.language).secondFactor;
    const end = await setUpSecondFactor(tools, staff, secret, code);
    switch (end.kind) {
      case "set-up":
        return sendPage(reply, recoveryCodesPage(view, end.recoveryCodes));
      case "wrong-code":
        return sendPage(
          reply,
          secondFactorPage(view, { plain: secret, sealed: box }, [words.wrongCode]),
          422,
        );
      case "there-already":
        return await sendMe(parts, request, reply, [words.tooLate]);
    }
  };
}

export function takeNewCodes(parts: WebParts, tools: StaffTools): Handler {
  return async (request, reply) => {
    const view = staffViewOf(request, parts);
    const trouble = await troubleWithPassword(tools, view, textsOf(request).password ?? "");
    if (trouble !== undefined) return await sendMe(parts, request, reply, [trouble]);
    if (!view.who.staff.hasSecondFactor) throw new Problem(400, "bad-request");
    return sendPage(reply, recoveryCodesPage(view, await renewRecoveryCodes(tools, view.who.staff)));
  };
}

export function removeSecondFactor(parts: WebParts, tools: StaffTools): Handler {
  return async (request, reply) => {
    const view = staffViewOf(request, parts);
    if (mustHaveSecondFactor(view.who.staff)) throw new Problem(403, "not-your-role");
    const trouble = await troubleWithPassword(tools, view, textsOf(request).password ?? "");
    if (trouble !== undefined) return await sendMe(parts, request, reply, [trouble]);
    await dropSecondFactor(tools.db, view.who.staff.id);
    return back(view, reply, "second-factor-removed");
  };
}

/** An open browser is not enough for what would open the door without its owner. */
async function troubleWithPassword(
  tools: StaffTools,
  { who, language }: StaffView,
  password: string,
): Promise<string | undefined> {
  const proof = await provePassword(tools, who.staff.id, password);
  switch (proof.kind) {
    case "right":
      return undefined;
    case "wrong":
      return staffWordsOf(language).me.passwordWrong;
    case "wait":
      return signInWordsOf(language).signIn.wait(proof.seconds);
  }
}

function sealed(parts: WebParts, { id }: Staff, plain: string): { plain: string; sealed: string } {
  return { plain, sealed: parts.vault.seal(plain, contextOf(id)).toString("base64url") };
}

function opened(parts: WebParts, { id }: Staff, box: string): string | undefined {
  try {
    return parts.vault.open(Buffer.from(box, "base64url"), contextOf(id));
  } catch (error) {
    if (error instanceof VaultError) return undefined;
    throw error;
  }
}

function contextOf(memberId: string): string {
  return `staff:${memberId}:setting-up`;
}
