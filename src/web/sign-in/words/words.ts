import type { LinkFault } from "../../../staff/accept-link.ts";
import type { LinkPurpose } from "../../../staff/link.ts";

/** What the pages say that lead into the desk, in one language. */
export interface SignInWords {
  signIn: {
    title: string;
    email: string;
    password: string;
    button: string;
    lost: string;
    /** The session one had is over. */
    over: string;
    refused: string;
    wait(seconds: number): string;
    busy: string;
    /** Nobody can sign in yet. */
    nobodyYet: string;
  };
  code: {
    title: string;
    lead: string;
    label: string;
    hint: string;
    button: string;
    refused: string;
    over: string;
    back: string;
  };
  welcome: Record<LinkPurpose, { title(name: string): string; lead: string; button: string }> & {
    name: string;
    email: string;
    emailHint: string;
    password: string;
    passwordHint: string;
    again: string;
    faultsTitle: string;
  };
  faults: Record<LinkFault, string>;
  /** Goes before the title of a page that was not taken, for those who hear it first. */
  errorTitle: string;
}
