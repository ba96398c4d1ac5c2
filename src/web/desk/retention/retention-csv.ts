import type { Language } from "../../../channels/channel.ts";
import { countedKinds } from "../../../conversing/retaining/retention.ts";
import type { RetentionRun } from "../../../conversing/retaining/retention-run-store.ts";
import { retentionWordsOf } from "./words/index.ts";

/**
 * Nights as spreadsheets here open them by themselves: parted by semicolons, with the mark of UTF-8. There is nothing in
 * it that a person wrote, so nothing that a spreadsheet could take for a formula.
 */
export function retentionCsv(runs: readonly RetentionRun[], language: Language): string {
  const { columns } = retentionWordsOf(language);
  const head = [columns.night, columns.began, columns.ended, ...countedKinds.map((kind) => columns[kind])];
  const lines = runs.map(({ night, beganAt, endedAt, counts }) => [
    night,
    beganAt.toISOString(),
    endedAt?.toISOString() ?? "",
    ...countedKinds.map((kind) => counts[kind] ?? 0),
  ]);
  return `\uFEFF${[head, ...lines].map((line) => `${line.join(";")}\r\n`).join("")}`;
}
