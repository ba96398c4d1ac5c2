import type { FastifyInstance } from "fastify";
import { openPasswordHasher } from "../../staff/password-hasher.ts";
import type { StaffTools } from "../../staff/staff-tools.ts";
import type { DeskGuard } from "../desk-guard.ts";
import { showCode, showSignIn, signOut, takeCode, takeSignIn } from "../sign-in/sign-in-address.ts";
import { showWelcome, takeWelcome } from "../sign-in/welcome-address.ts";
import type { WebParts } from "../web-parts.ts";
import { accountsAddress } from "./accounts/accounts-address.ts";
import { choiceAction, choiceAddress } from "./accounts/choice-address.ts";
import { checkAction, connectAction, returnedAddress, tokenAction } from "./accounts/connect-actions.ts";
import {
  discardAction,
  discardHeldAction,
  dropWishAction,
  holdAction,
  publishNowAction,
  releaseAction,
  releaseHeldAction,
  removeAction,
  resumeAction,
  sendAgainAction,
  takeOnAction,
  tryWishAgainAction,
} from "./actions.ts";
import { showAttachment } from "./attachments/attachment-address.ts";
import {
  downloadExtract,
  showExtracts,
  takeExtract,
  takeRegisterNumber,
} from "./extracts/extracts-address.ts";
import { showFeedback, takeFeedbackSeen } from "./feedback/feedback-address.ts";
import { addFiguresRoutes } from "./figures/add-figures-routes.ts";
import { addInboxRoutes } from "./inbox/add-inbox-routes.ts";
import { showItem, showItems } from "./items/items-address.ts";
import { addModerationRoutes } from "./moderation/add-moderation-routes.ts";
import {
  exportPerson,
  searchForPersons,
  showErasure,
  showPersonHeld,
  showPersons,
  takeErasure,
} from "./persons/persons-address.ts";
import { downloadRetention, showRetention } from "./retention/retention-address.ts";
import { addRulesRoutes } from "./rules/add-rules-routes.ts";
import {
  changeAbout,
  chooseMail,
  endOneSession,
  endOtherSessions,
  showMe,
  takePassword,
} from "./staff/me-address.ts";
import { showPeople, takeInvitation } from "./staff/people-address.ts";
import { showPerson, shutOutPerson, signOutPerson, takeNewLink, takeRoles } from "./staff/person-address.ts";
import {
  removeSecondFactor,
  showSecondFactor,
  takeNewCodes,
  takeSecondFactor,
} from "./staff/second-factor-address.ts";
import { todayAddress } from "./today-address.ts";

/** Every address of the desk, each with the right it asks for. */
export function addDesk(app: FastifyInstance, parts: WebParts, guard: DeskGuard): void {
  const staff = { ...parts, db: parts.database.db, hasher: openPasswordHasher() };
  addEntryRoutes(app, parts, guard, staff);
  addTodayRoutes(app, parts, guard);
  addInboxRoutes(app, parts, guard);
  addModerationRoutes(app, parts, guard);
  addItemRoutes(app, parts, guard);
  addAccountRoutes(app, parts, guard);
  addRecordRoutes(app, parts, guard);
  addRulesRoutes(app, parts, guard);
  addFiguresRoutes(app, parts, guard);
  addDataRoutes(app, parts, guard);
  addPeopleRoutes(app, parts, guard, staff);
}

/** The ways in and out, for strangers too, and what is one's own. */
function addEntryRoutes(app: FastifyInstance, parts: WebParts, guard: DeskGuard, staff: StaffTools): void {
  app.get("/desk/sign-in", guard.page("anyone"), showSignIn(parts));
  app.post("/desk/sign-in", guard.form("anyone"), takeSignIn(parts, staff));
  app.get("/desk/sign-in/code", guard.page("anyone"), showCode(parts));
  app.post("/desk/sign-in/code", guard.form("anyone"), takeCode(parts, staff));
  app.get("/desk/welcome/:token", guard.page("anyone"), showWelcome(parts));
  app.post("/desk/welcome/:token", guard.form("anyone"), takeWelcome(parts, staff));
  app.post("/desk/sign-out", guard.form("anyone"), signOut(parts));

  const own = guard.form("signed-in");
  app.get("/desk/me", guard.page("signed-in"), showMe(parts));
  app.post("/desk/me/about", own, changeAbout(parts));
  app.post("/desk/me/mail", own, chooseMail(parts));
  app.post("/desk/me/password", own, takePassword(parts, staff));
  app.post("/desk/me/sessions/:session/end", own, endOneSession(parts));
  app.post("/desk/me/sessions/end-others", own, endOtherSessions(parts));
  app.get("/desk/me/second-factor", guard.page("signed-in"), showSecondFactor(parts));
  app.post("/desk/me/second-factor", own, takeSecondFactor(parts, staff));
  app.post("/desk/me/second-factor/remove", own, removeSecondFactor(parts, staff));
  app.post("/desk/me/recovery-codes", own, takeNewCodes(parts, staff));
}

function addTodayRoutes(app: FastifyInstance, parts: WebParts, guard: DeskGuard): void {
  const publish = guard.form("publish");
  app.get("/desk", guard.page("see-desk"), todayAddress(parts));
  app.post("/desk/publications/:authority/:id/release", publish, releaseAction(parts));
  app.post("/desk/publications/:authority/:id/hold", publish, holdAction(parts));
  app.post("/desk/publications/:authority/:id/publish-now", publish, publishNowAction(parts));
  app.post("/desk/publications/:authority/:id/send-again", publish, sendAgainAction(parts));
  app.post("/desk/publications/:authority/:id/discard", publish, discardAction(parts));
  app.post("/desk/publications/:authority/:id/remove", publish, removeAction(parts));
  app.post("/desk/publications/:authority/:id/try-wish-again", publish, tryWishAgainAction(parts));
  app.post("/desk/publications/:authority/:id/drop-wish", publish, dropWishAction(parts));
  app.post("/desk/authorities/:authority/release-flood", publish, releaseHeldAction(parts, "flood"));
  app.post("/desk/authorities/:authority/discard-flood", publish, discardHeldAction(parts, "flood"));
  app.post("/desk/authorities/:authority/release-restored", publish, releaseHeldAction(parts, "restored"));
  app.post("/desk/authorities/:authority/discard-restored", publish, discardHeldAction(parts, "restored"));
  app.post("/desk/accounts/:authority/:account/resume", publish, resumeAction(parts));
  app.post("/desk/alerts/:authority/:id/take-on", guard.form("answer"), takeOnAction(parts));
}

/** What the portals published. What can be done about a post is done at the addresses above. */
function addItemRoutes(app: FastifyInstance, parts: WebParts, guard: DeskGuard): void {
  app.get("/desk/items", guard.page("see-desk"), showItems(parts));
  app.get("/desk/items/:authority/:item", guard.page("see-desk"), showItem(parts));
}

/** How Pages are connected, and how they are. */
function addAccountRoutes(app: FastifyInstance, parts: WebParts, guard: DeskGuard): void {
  const ofPage = guard.page("connect-accounts");
  const ofForm = guard.form("connect-accounts");
  app.get("/desk/accounts", guard.page("see-desk"), accountsAddress(parts));
  app.get("/desk/accounts/connected/:channel", ofPage, returnedAddress(parts));
  app.get("/desk/accounts/:authority/logins/:login", ofPage, choiceAddress(parts));
  app.post("/desk/accounts/:authority/logins/:login", ofForm, choiceAction(parts));
  app.post("/desk/accounts/:authority/connect", ofForm, connectAction(parts));
  app.post("/desk/accounts/:authority/token", ofForm, tokenAction(parts));
  app.post("/desk/accounts/:authority/:account/check", ofForm, checkAction(parts));
}

/** What people sent, and what is kept of it. */
function addRecordRoutes(app: FastifyInstance, parts: WebParts, guard: DeskGuard): void {
  app.get("/desk/attachments/:authority/:id", guard.page("answer"), showAttachment(parts));
  const extracts = "/desk/extracts/:authority/:conversation";
  app.get(extracts, guard.page("answer"), showExtracts(parts));
  app.post(extracts, guard.form("answer"), takeExtract(parts));
  app.get(`${extracts}/:extract/file`, guard.page("answer"), downloadExtract(parts));
  app.post(`${extracts}/:extract/number`, guard.form("answer"), takeRegisterNumber(parts));
}

/** What is held of one person, and how long anything is. */
function addDataRoutes(app: FastifyInstance, parts: WebParts, guard: DeskGuard): void {
  app.get("/desk/persons", guard.page("find-persons"), showPersons(parts));
  app.post("/desk/persons", guard.form("find-persons"), searchForPersons(parts));
  const person = "/desk/persons/:authority/:channel/:person";
  app.get(person, guard.page("find-persons"), showPersonHeld(parts));
  app.post(`${person}/export`, guard.form("handle-personal-data"), exportPerson(parts));
  app.get(`${person}/erase`, guard.page("handle-personal-data"), showErasure(parts));
  app.post(`${person}/erase`, guard.form("handle-personal-data"), takeErasure(parts));
  app.get("/desk/retention", guard.page("see-reports"), showRetention(parts));
  app.get("/desk/feedback", guard.page("see-reports"), showFeedback(parts));
  app.post("/desk/feedback/:authority/:code/seen", guard.form("see-reports"), takeFeedbackSeen(parts));
  app.get("/desk/retention/:authority/csv", guard.page("see-reports"), downloadRetention(parts));
}

/** Who may do what. A person is no part of one authority; which of them one sees is decided with each page. */
function addPeopleRoutes(app: FastifyInstance, parts: WebParts, guard: DeskGuard, staff: StaffTools): void {
  const ofPage = guard.page("manage-people");
  const ofForm = guard.form("manage-people");
  app.get("/desk/people", ofPage, showPeople(parts));
  app.post("/desk/people/invite", ofForm, takeInvitation(parts, staff));
  app.get("/desk/people/:member", ofPage, showPerson(parts));
  app.post("/desk/people/:member/roles", ofForm, takeRoles(parts, staff));
  app.post("/desk/people/:member/link", ofForm, takeNewLink(parts, staff));
  app.post("/desk/people/:member/sign-out", ofForm, signOutPerson(parts));
  app.post("/desk/people/:member/shut-out", ofForm, shutOutPerson(parts, staff, true));
  app.post("/desk/people/:member/let-in", ofForm, shutOutPerson(parts, staff, false));
}
