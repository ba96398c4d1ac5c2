import type { InviteFault } from "../../../../staff/invite-member.ts";
import type { Role } from "../../../../staff/rights.ts";

/** What the pages about people say, in one language. Moments come already put into words. */
export interface StaffWords {
  signOut: string;
  /** In a demonstration, where one is somebody without having signed in. */
  signInAsOther: string;
  roles: Record<Role, string>;
  /** What a role lets one do, in a line. */
  rolesHint: Record<Role, string>;
  installationAdministrator: string;
  installationAdministratorHint: string;
  done: Record<Done, string>;
  me: MeWords;
  mail: MailPartWords;
  secondFactor: SecondFactorWords;
  people: PeopleWords;
}

export type Done =
  | "saved"
  | "mail-chosen"
  | "password-changed"
  | "session-ended"
  | "others-ended"
  | "second-factor-removed"
  | "roles-changed"
  | "shut-out"
  | "let-in"
  | "signed-out-everywhere"
  | "added";

export interface MailPartWords {
  title: string;
  lead: (email: string) => string;
  none: string;
  noneToDo: string;
  /** The server takes nothing for now, told to those who can do nothing about it. */
  waits: string;
  alerts: string;
  alertsHint: string;
  warnings: string;
  warningsHint: string;
  digest: string;
  digestHint: string;
  digestHour: string;
}

export interface MeWords {
  title: string;
  about: string;
  name: string;
  nameMissing: string;
  language: string;
  /** As the browser says. */
  anyLanguage: string;
  languages: Record<"it" | "en", string>;
  save: string;
  /** "Editor in: Provincia…" is told as a list under this. */
  rolesTitle: string;
  noRoles: string;
  passwordTitle: string;
  current: string;
  wanted: string;
  wantedHint: string;
  again: string;
  changePassword: string;
  passwordEnds: string;
  passwordWrong: string;
  sessionsTitle: string;
  thisOne: string;
  unknownBrowser: string;
  on(browser: string, system: string): string;
  sessionMoments(began: string, seen: string): string;
  end: string;
  endOthers: string;
  noSession: string;
}

export interface SecondFactorWords {
  title: string;
  lead: string;
  /** To whom it is not left to choose. */
  obliged: string;
  isOn(codesLeft: number): string;
  isOff: string;
  isObliged: string;
  setUp: string;
  app: string;
  square: string;
  squareLabel: string;
  key: string;
  code: string;
  confirm: string;
  wrongCode: string;
  tooLate: string;
  codesTitle: string;
  codesLead: string;
  codesKept: string;
  newCodes: string;
  newCodesHint: string;
  remove: string;
  removeHint: string;
  withPassword: string;
}

export interface PeopleWords {
  title: string;
  lead: string;
  nobody: string;
  ofInstallation: string;
  ofNobody: string;
  states: Record<"invited" | "active" | "out", string>;
  withSecondFactor: string;
  withoutSecondFactor: string;
  open: string;
  inviteTitle: string;
  /** Where the installation has no mail, and where it has. */
  inviteLead: string;
  inviteLeadByMail: string;
  name: string;
  email: string;
  where: string;
  role: string;
  wholeInstallation: string;
  invite: string;
  faultsTitle: string;
  faults: Record<InviteFault | "authority-missing", string>;
  linkTitle: string;
  linkLead(name: string): string;
  linkInvitation: string;
  linkMailed: (email: string) => string;
  linkReset: string;
  linkLabel: string;
  back: string;
  rolesTitle: string;
  saveRoles: string;
  oneself: string;
  elsewhere: string;
  notAllowed: string;
  keysTitle: string;
  newLink: string;
  newLinkHint: string;
  newInvitation: string;
  signOut: string;
  signOutHint: string;
  shutOut: string;
  shutOutHint: string;
  letIn: string;
  letInHint: string;
}
