import type { Statement } from "./statement.ts";

export const statementColumns = [
  "puid",
  "decision_visibility",
  "end_date_visibility_restriction",
  "decision_provision",
  "end_date_service_restriction",
  "decision_ground",
  "decision_ground_reference_url",
  "incompatible_content_ground",
  "incompatible_content_explanation",
  "content_type",
  "category",
  "category_specification",
  "territorial_scope",
  "content_date",
  "application_date",
  "decision_facts",
  "source_type",
  "automated_detection",
  "automated_decision",
] as const satisfies readonly (keyof Statement)[];

/** One JSON object a line. */
export function statementLines(statements: readonly Statement[]): string {
  return statements.map((one) => `${JSON.stringify(one)}\n`).join("");
}

/** RFC 4180; lists are JSON, as in the files that the database itself publishes. */
export function statementCsv(statements: readonly Statement[]): string {
  const rows = statements.map((one) =>
    statementColumns.map((name) => {
      const value = one[name] ?? "";
      return cell(typeof value === "string" ? value : JSON.stringify(value));
    }),
  );
  return `${[statementColumns, ...rows].map((cells) => cells.join(",")).join("\r\n")}\r\n`;
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
