import type { Generated } from "kysely";

/** Tables of the hub, as 0017-reading-and-hub.ts makes them. */
export interface HubTables {
  hub_subscription: HubSubscriptionTable;
  hub_board: HubBoardTable;
}

interface HubSubscriptionTable {
  authority_id: string;
  id: Generated<string>;
  topic: string;
  callback: string;
  /** Of the callback: name and port. */
  host: string;
  wanted: "subscribe" | "unsubscribe" | null;
  wanted_secret: Buffer | null;
  wanted_seconds: number | null;
  wanted_at: Date | null;
  secret: Buffer | null;
  until: Date | null;
  told: string | null;
  due_at: Date | null;
  tries: Generated<number>;
  busy_until: Date | null;
}

interface HubBoardTable {
  authority_id: string;
  version: string;
  tries: Generated<number>;
  next_at: Date | null;
}
