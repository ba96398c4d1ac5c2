import { afterEach, expect, it } from "vitest";
import { facebookPeople } from "../../../test/conformance/facebook-people.ts";
import { commentBy, type InboxWorld, openInboxWorld } from "../../../test/inbox-world.ts";
import { authorityId } from "../../../test/publishing-world.ts";
import { rulesOf } from "../rule-store.ts";
import { changeRules } from "../ruling/change-rules.ts";
import { contentOf } from "../ruling/rule-version.ts";
import { actAlone } from "./act-alone.ts";

let world: InboxWorld;
afterEach(async () => await world.close());

const insult = { action: "hide" as const, topic: "offence", rule: 6, confidence: "certain" as const };

/** A comment that triage is sure about, at an authority that lets rule 6 act by itself, or not. */
async function begin(options: { isOn?: boolean; besides?: object[]; confidence?: "likely" } = {}) {
  world = await openInboxWorld();
  const { db } = world.database;
  const text = "siete dei coglioni";
  await world.hear(commentBy("anna", "100_2", text, world.clock.now()));
  const rule = (await rulesOf(db, authorityId, world.clock.now())).find(({ number }) => number === 6);
  if (!rule) throw new Error("there is no rule 6");
  const validFrom = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Rome" }).format(world.clock.now());
  const put = { kind: "put" as const, validFrom, after: 1 };
  if (options.isOn ?? true) {
    const changed = { ...contentOf(rule), mayActByItself: true };
    const result = await changeRules(world.tools, { authorityId, by: "ferri" }, [{ ...put, rule: changed }]);
    expect(result).toMatchObject({ kind: "changed" });
  }
  const [message] = await world.messages();
  const suggestion = { ...insult, confidence: options.confidence ?? insult.confidence };
  const row = {
    ...suggestion,
    authority_id: authorityId,
    message_id: message?.id ?? "",
    conversation_id: message?.conversation_id ?? "",
    needs_person: false,
    suggestions: JSON.stringify([suggestion, ...(options.besides ?? [])]),
    judged_at: world.clock.now(),
  };
  const keys = ["authority_id", "message_id"] as const;
  await db
    .insertInto("message_triage")
    .values(row)
    .onConflict((conflict) => conflict.columns([...keys]).doUpdateSet(row))
    .execute();
  await actAlone({ ...world.tools, reached: undefined });
  return await db.selectFrom("decision").selectAll().execute();
}

it("hides by itself, once, where the authority switched the rule on and the band is measured", async () => {
  expect(await begin()).toMatchObject([
    { action: "hide", is_automatic: true, decided_by: null, rule: 6, rule_version: 2, notice: "wanted" },
  ]);
  await actAlone({ ...world.tools, reached: undefined });
  expect(await world.database.db.selectFrom("decision").select("id").execute()).toHaveLength(1);
});

it.each([
  ["the rule is not switched on", { isOn: false }],
  ["triage is not certain", { confidence: "likely" as const }],
  ["somebody in despair may be writing", { besides: [{ action: "crisis" }] }],
  ["a threat is in it too", { besides: [{ action: "escalate" }] }],
])("does nothing by itself when %s", async (_, options) => {
  expect(await begin(options)).toEqual([]);
  expect(facebookPeople(world.facebook).comments()).toEqual([]);
});
