import type { RuleTopic } from "../rule.ts";

/**
 * A decision as a statement of reasons in the words of the EU's transparency database (Regulation (EU) 2022/2065, art. 17
 * and 24.5; schema v2). docs/operate/motivazioni-dsa.md says what stands for what. Never a person, never a text of theirs.
 */
export interface Statement {
  decision_visibility?: ["DECISION_VISIBILITY_CONTENT_DISABLED" | "DECISION_VISIBILITY_CONTENT_REMOVED"];
  /** `2026-11-28`; the day on which it was given back. */
  end_date_visibility_restriction?: string;
  decision_provision?: "DECISION_PROVISION_PARTIAL_SUSPENSION";
  end_date_service_restriction?: string;
  decision_ground: "DECISION_GROUND_INCOMPATIBLE_CONTENT";
  decision_ground_reference_url: string;
  incompatible_content_ground: string;
  incompatible_content_explanation: string;
  content_type: ["CONTENT_TYPE_TEXT" | "CONTENT_TYPE_IMAGE"];
  category: StatementCategory;
  category_specification?: StatementKeyword[];
  territorial_scope: readonly string[];
  content_date: string;
  application_date: string;
  decision_facts: string;
  source_type: "SOURCE_VOLUNTARY";
  automated_detection: "Yes" | "No";
  automated_decision:
    | "AUTOMATED_DECISION_FULLY"
    | "AUTOMATED_DECISION_PARTIALLY"
    | "AUTOMATED_DECISION_NOT_AUTOMATED";
  /** Ours, of this decision; it leads nobody anywhere. */
  puid: string;
}

/** Those of the schema's categories that our topics lead to. */
export type StatementCategory =
  | "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS"
  | "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH"
  | "STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS"
  | "STATEMENT_CATEGORY_OTHER_VIOLATION_TC"
  | "STATEMENT_CATEGORY_SCAMS_AND_FRAUD"
  | "STATEMENT_CATEGORY_VIOLENCE";

export type StatementKeyword =
  | "KEYWORD_IMPERSONATION_ACCOUNT_HIJACKING"
  | "KEYWORD_INCITEMENT_VIOLENCE_HATRED"
  | "KEYWORD_COPYRIGHT_INFRINGEMENT";

/** A measure as it is kept, reduced to what a statement needs. Days are the authority's. */
export interface StatedDecision {
  id: string;
  action: "hide" | "delete" | "block";
  topic: RuleTopic;
  rule: number;
  version: number;
  ruleText: { it: string; en: string };
  isAutomatic: boolean;
  /** Triage had suggested this rule before anybody decided. */
  isDetected: boolean;
  /** What was decided about had words. */
  hasWords: boolean;
  seenOn: string;
  actedOn: string;
  /** Given back on that day, or blocked until it. */
  endedOn: string | null;
}

const other = "STATEMENT_CATEGORY_OTHER_VIOLATION_TC";
const privacy = "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS";
const fraud = "STATEMENT_CATEGORY_SCAMS_AND_FRAUD";

/**
 * What each topic is in the schema's words. Where the schema has none but a graver one, it is a breach of the rules and no
 * more: advertising is no fraud, and propaganda no attack on elections.
 */
const statementCategories: Record<RuleTopic, { category: StatementCategory; keyword?: StatementKeyword }> = {
  opinion: { category: other },
  "personal-use": { category: other },
  "fairness-and-privacy": { category: privacy },
  "on-topic": { category: other },
  "private-facts": { category: privacy },
  offence: { category: "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH" },
  advertising: { category: other },
  copyright: {
    category: "STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS",
    keyword: "KEYWORD_COPYRIGHT_INFRINGEMENT",
  },
  "unlawful-acts": {
    category: "STATEMENT_CATEGORY_VIOLENCE",
    keyword: "KEYWORD_INCITEMENT_VIOLENCE_HATRED",
  },
  flooding: { category: other },
  propaganda: { category: other },
  "false-identity": { category: fraud, keyword: "KEYWORD_IMPERSONATION_ACCOUNT_HIJACKING" },
  links: { category: fraud },
  "fund-raising": { category: other },
};

/** What is hidden on a Page is hidden everywhere: the states of the Union and of the European Economic Area. */
const territorialScope: readonly string[] = [
  ...["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE"],
  ...["IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"],
];

const groundCharactersMax = 500;

/** `words`: sentences in the authority's language. A warning takes nothing away, and the schema has no word for it. */
export function statementOf(
  one: StatedDecision,
  words: StatementWords,
  rulesUrl: string,
  language: "it" | "en",
): Statement {
  const { category, keyword } = statementCategories[one.topic];
  const ground = words.ground(one.rule, one.version, one.ruleText[language]);
  return {
    ...restrictionOf(one),
    decision_ground: "DECISION_GROUND_INCOMPATIBLE_CONTENT",
    decision_ground_reference_url: rulesUrl,
    incompatible_content_ground: ground.slice(0, groundCharactersMax),
    incompatible_content_explanation: words.explanation(one.rule),
    content_type: [one.hasWords ? "CONTENT_TYPE_TEXT" : "CONTENT_TYPE_IMAGE"],
    category,
    ...(keyword && { category_specification: [keyword] }),
    territorial_scope: territorialScope,
    content_date: one.seenOn,
    application_date: one.actedOn,
    decision_facts: one.isAutomatic ? words.byItself : one.isDetected ? words.suggested : words.byPerson,
    source_type: "SOURCE_VOLUNTARY",
    automated_detection: one.isAutomatic || one.isDetected ? "Yes" : "No",
    automated_decision: one.isAutomatic
      ? "AUTOMATED_DECISION_FULLY"
      : one.isDetected
        ? "AUTOMATED_DECISION_PARTIALLY"
        : "AUTOMATED_DECISION_NOT_AUTOMATED",
    puid: one.id,
  };
}

export interface StatementWords {
  ground(rule: number, version: number, text: string): string;
  explanation(rule: number): string;
  byItself: string;
  suggested: string;
  byPerson: string;
}

function restrictionOf({ action, endedOn }: StatedDecision) {
  if (action === "block")
    return {
      decision_provision: "DECISION_PROVISION_PARTIAL_SUSPENSION" as const,
      ...(endedOn !== null && { end_date_service_restriction: endedOn }),
    };
  return {
    decision_visibility: [
      action === "hide" ? "DECISION_VISIBILITY_CONTENT_DISABLED" : "DECISION_VISIBILITY_CONTENT_REMOVED",
    ] as NonNullable<Statement["decision_visibility"]>,
    ...(endedOn !== null && { end_date_visibility_restriction: endedOn }),
  };
}
