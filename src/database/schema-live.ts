/** Who looks at which authority's desk, as 0012-live.ts makes it. */
export interface LiveTables {
  desk_watch: DeskWatchTable;
}

interface DeskWatchTable {
  authority_id: string;
  until: Date;
}
