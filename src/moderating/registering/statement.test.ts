import { expect, test } from "vitest";
import { ruleTopics } from "../rule.ts";
import { type StatedDecision, statementOf } from "./statement.ts";
import { statementColumns, statementCsv, statementLines } from "./statement-forms.ts";
import { en } from "./words/en.ts";
import { it } from "./words/it.ts";

// As the transparency database publishes them (schema v2, July 2025).
const published: Record<string, readonly string[]> = {
  decision_visibility: ["DECISION_VISIBILITY_CONTENT_REMOVED", "DECISION_VISIBILITY_CONTENT_DISABLED"],
  decision_provision: ["DECISION_PROVISION_PARTIAL_SUSPENSION"],
  decision_ground: ["DECISION_GROUND_ILLEGAL_CONTENT", "DECISION_GROUND_INCOMPATIBLE_CONTENT"],
  content_type: ["CONTENT_TYPE_TEXT", "CONTENT_TYPE_IMAGE"],
  source_type: [
    "SOURCE_ARTICLE_16",
    "SOURCE_TRUSTED_FLAGGER",
    "SOURCE_TYPE_OTHER_NOTIFICATION",
    "SOURCE_VOLUNTARY",
  ],
  automated_detection: ["Yes", "No"],
  automated_decision: [
    "AUTOMATED_DECISION_FULLY",
    "AUTOMATED_DECISION_PARTIALLY",
    "AUTOMATED_DECISION_NOT_AUTOMATED",
  ],
  category: [
    "ANIMAL_WELFARE",
    "CONSUMER_INFORMATION",
    "CYBER_VIOLENCE",
    "CYBER_VIOLENCE_AGAINST_WOMEN",
    "DATA_PROTECTION_AND_PRIVACY_VIOLATIONS",
    "ILLEGAL_OR_HARMFUL_SPEECH",
    "INTELLECTUAL_PROPERTY_INFRINGEMENTS",
    "NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS",
    "NOT_SPECIFIED_NOTICE",
    "OTHER_VIOLATION_TC",
    "PROTECTION_OF_MINORS",
    "RISK_FOR_PUBLIC_SECURITY",
    "SCAMS_AND_FRAUD",
    "SELF_HARM",
    "UNSAFE_AND_PROHIBITED_PRODUCTS",
    "VIOLENCE",
  ].map((name) => `STATEMENT_CATEGORY_${name}`),
  category_specification: [
    "KEYWORD_IMPERSONATION_ACCOUNT_HIJACKING",
    "KEYWORD_INCITEMENT_VIOLENCE_HATRED",
    "KEYWORD_COPYRIGHT_INFRINGEMENT",
  ],
};

const hidden: StatedDecision = {
  ...{
    id: "d1",
    action: "hide",
    topic: "offence",
    rule: 6,
    version: 2,
    isAutomatic: false,
    isDetected: true,
  },
  ruleText: { it: 'Nessun insulto, "mai"', en: "No insults" },
  ...{ hasWords: true, seenOn: "2026-11-27", actedOn: "2026-11-28", endedOn: null },
};
const url = "https://bacheca.example/valdilago/regole";

test("every value is one of the published words, for every topic and every action", () => {
  for (const topic of ruleTopics) {
    for (const action of ["hide", "delete", "block"] as const) {
      for (const [isAutomatic, isDetected] of [
        [true, true],
        [false, true],
        [false, false],
      ] as const) {
        const one = { ...hidden, topic, action, isAutomatic, isDetected, hasWords: isDetected };
        const statement = statementOf(one, it, url, "it") as unknown as Record<string, string | string[]>;
        for (const [name, known] of Object.entries(published)) {
          const values = [statement[name] ?? []].flat();
          expect(values.filter((value) => !known.includes(value))).toEqual([]);
        }
        const isRestricted = "decision_visibility" in statement || "decision_provision" in statement;
        expect(isRestricted).toBe(true);
      }
    }
  }
});

test("what was hidden and given back says until when; what was blocked is a service suspended until its day", () => {
  expect(statementOf({ ...hidden, endedOn: "2026-12-02" }, en, url, "en")).toMatchObject({
    decision_visibility: ["DECISION_VISIBILITY_CONTENT_DISABLED"],
    end_date_visibility_restriction: "2026-12-02",
    incompatible_content_ground: "Rule 6, version 2: No insults",
    automated_detection: "Yes",
    automated_decision: "AUTOMATED_DECISION_PARTIALLY",
  });
  const blocked = statementOf({ ...hidden, action: "block", endedOn: "2026-12-28" }, it, url, "it");
  expect(blocked).toMatchObject({
    decision_provision: "DECISION_PROVISION_PARTIAL_SUSPENSION",
    end_date_service_restriction: "2026-12-28",
  });
  expect(blocked.decision_visibility).toBeUndefined();
});

test("texts stay within what the schema takes", () => {
  const long = { ...hidden, ruleText: { it: "a".repeat(500), en: "a" } };
  const { incompatible_content_ground: ground } = statementOf(long, it, url, "it");
  expect(ground).toHaveLength(500);
});

test("as lines and as CSV the same is said", () => {
  const one = statementOf(hidden, it, url, "it");
  expect(JSON.parse(statementLines([one]))).toEqual(one);
  const [head = "", line = "", end] = statementCsv([one]).split("\r\n");
  expect(head.split(",")).toEqual([...statementColumns]);
  expect(line).toContain('"Regola 6, versione 2: Nessun insulto, ""mai"""');
  expect(line).toContain('"[""DECISION_VISIBILITY_CONTENT_DISABLED""]"');
  expect(end).toBe("");
});
