import type { Insertable } from "kysely";
import type { Database } from "../../src/database/database.ts";
import type { Schema } from "../../src/database/schema.ts";
import { newDecisionCode } from "../../src/moderating/deciding/decision-code.ts";
import { starterVersions } from "../../src/moderating/ruling/rule-version.ts";
import { insertRuleVersions } from "../../src/moderating/ruling/rule-version-store.ts";
import { valdilago } from "../people.ts";
import { now } from "./site-cast.ts";

/** Codes of decisions, by how their review stands. Each ends with its check sign. */
export const codes = {
  fresh: "7K3M9QTW2XC4D",
  asked: "0123456789ABV",
  overturned: "HJKMNPQRSTVWT",
  late: "ZYXWVTSRQPNM3",
  /** Nobody's. */
  nobodys: "222222222222M",
};

const hour = 3_600_000;
const ago = (hours: number) => new Date(now.getTime() - hours * hour);
const reason = "Insulto rivolto agli operatori.";

/** Decisions of all kinds about comments at Valdilago, over two months; texts and people that no page may show. */
export async function fillDecisions(database: Database): Promise<void> {
  const { db } = database;
  await db
    .transaction()
    .execute((trx) => insertRuleVersions(trx, valdilago.id, starterVersions("2026-01-01", ago(2000))));
  await add(database, { code: codes.fresh, at: ago(24) });
  const asked = await add(database, { code: codes.asked, at: ago(48), decided_by: "marco" });
  const overturned = await add(database, { code: codes.overturned, at: ago(800), action: "delete" });
  await add(database, { code: codes.late, at: ago(1000), action: "warn", review_until: ago(100) });
  const review = { authority_id: valdilago.id, text: "testo segreto di chi chiede", asked_at: ago(20) };
  const due = { due_on: "2026-11-30", due_at: new Date("2026-11-30T23:00:00Z") };
  await db
    .insertInto("decision_review")
    .values([
      { ...review, ...due, decision_id: asked, first_by: "marco" },
      {
        ...review,
        decision_id: overturned,
        first_by: "marco",
        outcome: "overturned",
        reason: "Era una critica, non un'offesa.",
        decided_by: "giulia",
        decided_at: ago(2),
      },
    ])
    .execute();
  // Six by one rule on one day: enough for the day to be named.
  for (let index = 0; index < 6; index++) {
    await add(database, { code: null, at: ago(200), rule: 7, topic: "advertising", byItself: index < 2 });
  }
}

type Columns = Partial<Pick<Insertable<Schema["decision"]>, "action" | "decided_by" | "review_until">>;

async function add(
  { db }: Database,
  one: Columns & { code: string | null; at: Date; rule?: number; topic?: string; byItself?: boolean },
): Promise<string> {
  const { code, at, rule = 6, topic = "offence", byItself = false, ...columns } = one;

  const row = {
    authority_id: valdilago.id,
    code: code ?? newDecisionCode(),
    account_id: "pagina",
    channel: "facebook-page",
    target: "commento-1",
    is_private: false,
    action: "hide" as const,
    rule,
    rule_version: 1,
    topic,
    reason,
    is_automatic: byItself,
    decided_by: byItself ? null : "marco",
    decided_at: at,
    seen_at: new Date(at.getTime() - 3 * hour),
    acted_at: at,
    settled_at: at,
    evidence: JSON.stringify({ text: "testo segreto del commento", author: "Persona Segreta" }),
    evidence_hash: "0".repeat(64),
    state: "done" as const,
    notice: "none" as const,
    review_until: new Date(at.getTime() + 180 * 24 * hour),
    ...columns,
  };
  const { id } = await db.insertInto("decision").values(row).returning("id").executeTakeFirstOrThrow();
  return id;
}
