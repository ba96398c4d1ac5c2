import type { ColumnType, Generated } from "kysely";

/** Tables of the files people sent, as 0009-attachments.ts makes them. */
export interface AttachmentTables {
  attachment: AttachmentTable;
  attachment_piece: AttachmentPieceTable;
}

/** int8 travels as a decimal string. */
type OptionalBigint = ColumnType<string | null, string | number | null | undefined, string | number | null>;

export interface AttachmentTable {
  authority_id: string;
  id: Generated<string>;
  account_id: string;
  message_id: string;
  ordinal: number;
  source_key: string;
  kind: string;
  address: string;
  name: string | null;
  state: "due" | "fetching" | "kept" | "refused" | "gone";
  why: string | null;
  media_type: string | null;
  bytes: OptionalBigint;
  sha256: string | null;
  attempts: Generated<number>;
  noted_at: Date;
  next_step_at: Date | null;
  lease_until: Date | null;
  settled_at: Date | null;
}

interface AttachmentPieceTable {
  authority_id: string;
  attachment_id: string;
  ordinal: number;
  content: Buffer;
}
