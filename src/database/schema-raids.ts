import type { Generated } from "kysely";

/** The table of raids, as 0020-raids.ts makes it. */
export interface RaidTables {
  raid: RaidTable;
}

interface RaidTable {
  authority_id: string;
  id: Generated<string>;
  began_at: Date;
  breaches: number;
  ended_at: Date | null;
}
