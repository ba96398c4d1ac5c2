import { sql } from "kysely";
import type { Installation } from "../../installation.ts";
import type { Check, CheckCode } from "./check.ts";

/** Something due that nobody took for so long: no worker runs. */
const lateAfterSeconds = 300;
/** The search of a Page takes some four minutes; longer means that it gets no answer. */
const uncertainAfterSeconds = 900;

interface WorkFigures {
  late: number;
  lateSeconds: number;
  uncertain: number;
  held: number;
  refused: number;
  disconnected: number;
}

/** What should have gone out and has not, and what waits for a person. */
export async function examineWork({ database, clock }: Installation): Promise<Check[]> {
  const now = clock.now();
  const { rows } = await sql<Record<keyof WorkFigures, string>>`
    select
      count(*) filter (where is_late) as late,
      coalesce(extract(epoch from ${now}::timestamptz - min(p.next_step_at) filter (where is_late)), 0) as "lateSeconds",
      count(*) filter (where p.state = 'unknown'
        and p.uncertain_since < ${now}::timestamptz - make_interval(secs => ${uncertainAfterSeconds})) as uncertain,
      count(*) filter (where p.state = 'held') as held,
      count(*) filter (where p.state = 'refused' and p.reason <> 'discarded') as refused,
      (select count(*) from account where state = 'disconnected') as disconnected
    from (select p.*, a.state = 'active' and a.pacing = '{}'::jsonb and p.state in ('due','planned','preparing')
        and p.next_step_at < ${now}::timestamptz - make_interval(secs => ${lateAfterSeconds}) as is_late
      from publication p join account a on a.authority_id = p.authority_id and a.id = p.account_id
      where p.state not in ('published','removed')) p`.execute(database.db);
  const row = rows[0];
  return judgeWork({
    late: Number(row?.late ?? 0),
    lateSeconds: Number(row?.lateSeconds ?? 0),
    uncertain: Number(row?.uncertain ?? 0),
    held: Number(row?.held ?? 0),
    refused: Number(row?.refused ?? 0),
    disconnected: Number(row?.disconnected ?? 0),
  });
}

/** What the figures mean; one "ok" where all are nought. */
export function judgeWork(figures: WorkFigures): Check[] {
  const found: Check[] = [];
  const note = (
    count: number,
    state: Check["state"],
    code: CheckCode,
    facts: Record<string, string> = {},
  ) => {
    if (count > 0) found.push({ part: "work", state, code, facts: { count: String(count), ...facts } });
  };
  note(figures.late, "fault", "work-late", { minutes: String(Math.round(figures.lateSeconds / 60)) });
  note(figures.uncertain, "warning", "work-uncertain");
  note(figures.disconnected, "fault", "work-disconnected");
  note(figures.refused, "warning", "work-refused");
  note(figures.held, "warning", "work-held");
  return found.length > 0 ? found : [{ part: "work", state: "ok", code: "work-ok", facts: {} }];
}
