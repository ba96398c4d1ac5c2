import type { FastifyInstance } from "fastify";
import type { DeskGuard } from "../../desk-guard.ts";
import type { WebParts } from "../../web-parts.ts";
import { takeJudgement } from "../reviews/judge-action.ts";
import { showReview, showReviews } from "../reviews/reviews-address.ts";
import { takeDecision, takeSeen } from "./decide-action.ts";
import { showModeration, showQueued } from "./moderation-address.ts";

/** What waits for a decision by the rules of conversation, and the reviews of what was decided. */
export function addModerationRoutes(app: FastifyInstance, parts: WebParts, guard: DeskGuard): void {
  const ofPage = guard.page("moderate");
  const ofForm = guard.form("moderate");
  app.get("/desk/moderation", ofPage, showModeration(parts));
  app.get("/desk/moderation/:authority/:message", ofPage, showQueued(parts));
  app.post("/desk/moderation/:authority/:message/decide", ofForm, takeDecision(parts));
  app.post("/desk/moderation/:authority/:message/seen", ofForm, takeSeen(parts));
  app.get("/desk/reviews", ofPage, showReviews(parts));
  app.get("/desk/reviews/:authority/:review", ofPage, showReview(parts));
  app.post("/desk/reviews/:authority/:review", ofForm, takeJudgement(parts));
}
