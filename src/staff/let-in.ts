import { beginSession } from "./begin-session.ts";
import { isKnownBrowser, sealKnownBrowser } from "./browser-token.ts";
import { noteStaffAct } from "./note-staff-act.ts";
import type { StaffTools } from "./staff-tools.ts";

/** From where somebody tries. */
export interface Browser {
  address: string;
  /** What it calls itself. */
  agent: string;
  /** The mark of a known browser, if it has one. */
  mark: string | undefined;
}

/** The token is for the cookie, the mark for the cookie that says "known". */
export interface SignedIn {
  kind: "signed-in";
  token: string;
  mark: string;
}

/** The end of every way in. */
export async function letIn(tools: StaffTools, memberId: string, browser: Browser): Promise<SignedIn> {
  const token = await beginSession(tools, memberId, browser.agent);
  await noteStaffAct(tools.db, tools.clock.now(), memberId, "sign-in", memberId);
  const isKnown = isKnownBrowser(tools.vault, browser.mark, memberId);
  return {
    kind: "signed-in",
    token,
    mark: isKnown && browser.mark ? browser.mark : sealKnownBrowser(tools.vault, memberId),
  };
}
