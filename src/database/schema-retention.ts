import type { ColumnType } from "kysely";

/** What each night took away, as 0016-retention.ts makes it. */
export interface RetentionTables {
  retention_run: RetentionRunTable;
}

export interface RetentionRunTable {
  authority_id: string;
  night: string;
  began_at: Date;
  ended_at: Date | null;
  lease_until: Date | null;
  months: ColumnType<unknown, string, string>;
  counts: ColumnType<unknown, string | undefined, string>;
}
