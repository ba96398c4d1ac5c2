import type { ColumnType, Generated } from "kysely";

/** Tables of extracts for the official register, as 0013-extracts.ts makes them. */
export interface ExtractTables {
  extract: ExtractTable;
  extract_piece: ExtractPieceTable;
}

export interface ExtractTable {
  authority_id: string;
  id: Generated<string>;
  conversation_id: string;
  account_id: string;
  channel: string;
  person_ids: Generated<string[]>;
  made_at: Date;
  made_by: string;
  made_by_id: string;
  format: number;
  messages: number;
  sha256: string;
  /** int8 travels as a decimal string. */
  bytes: ColumnType<string, string | number, string | number>;
  files: ColumnType<unknown, string, string>;
  register_number: string | null;
  register_date: string | null;
  registered_by: string | null;
  registered_at: Date | null;
  erased_at: Date | null;
}

interface ExtractPieceTable {
  authority_id: string;
  extract_id: string;
  file: string;
  ordinal: number;
  content: Buffer;
}
