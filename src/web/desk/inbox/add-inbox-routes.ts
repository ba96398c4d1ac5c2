import type { FastifyInstance } from "fastify";
import type { DeskGuard } from "../../desk-guard.ts";
import type { WebParts } from "../../web-parts.ts";
import { takeChange } from "./change-action.ts";
import { keepDraft, takePresence, takeReply } from "./inbox-actions.ts";
import { showConversation, showInbox } from "./inbox-address.ts";
import { takeSettling } from "./settle-action.ts";

/** As much as a text may be that is far too long and full of emoji, so that it comes back and is not lost. */
const textBodyBytesMax = 512 * 1024;

/** What people wrote, and what is answered. */
export function addInboxRoutes(app: FastifyInstance, parts: WebParts, guard: DeskGuard): void {
  const ofForm = guard.form("answer");
  const ofText = { ...ofForm, bodyLimit: textBodyBytesMax };
  app.get("/desk/inbox", guard.page("answer"), showInbox(parts));
  app.get("/desk/inbox/:authority/:conversation", guard.page("answer"), showConversation(parts));
  app.post("/desk/inbox/:authority/:conversation/reply", ofText, takeReply(parts));
  app.post("/desk/inbox/:authority/:conversation/draft", ofText, keepDraft(parts));
  app.post("/desk/inbox/:authority/:conversation/change", ofText, takeChange(parts));
  app.post("/desk/inbox/:authority/:conversation/settle", ofForm, takeSettling(parts));
  app.post("/desk/inbox/:authority/:conversation/presence", ofForm, takePresence(parts));
}
