import type { FastifyInstance } from "fastify";
import type { DeskGuard } from "../../desk-guard.ts";
import type { WebParts } from "../../web-parts.ts";
import { showNewRule, showRule, takeNewRule, takeRule, withdrawRule } from "./rule-address.ts";
import { leadToRules, showRules } from "./rules-address.ts";
import { showTry, takeTry } from "./try-address.ts";

/** The rules of conversation: looked over, changed, tried. */
export function addRulesRoutes(app: FastifyInstance, parts: WebParts, guard: DeskGuard): void {
  const ofPage = guard.page("change-settings");
  const ofForm = guard.form("change-settings");
  const rules = "/desk/rules/:authority";
  app.get("/desk/rules", ofPage, leadToRules(parts));
  app.get(rules, ofPage, showRules(parts));
  app.get(`${rules}/new`, ofPage, showNewRule(parts));
  app.post(`${rules}/new`, ofForm, takeNewRule(parts));
  app.get(`${rules}/try`, ofPage, showTry(parts));
  app.post(`${rules}/try`, ofForm, takeTry(parts));
  app.get(`${rules}/:rule`, ofPage, showRule(parts));
  app.post(`${rules}/:rule`, ofForm, takeRule(parts));
  app.post(`${rules}/:rule/withdraw`, ofForm, withdrawRule(parts));
}
