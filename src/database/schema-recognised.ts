/** What follows from recognising what people write, as 0008-recognised.ts and 0018-verdicts-of-people.ts make it. */
export interface RecognisedTables {
  data_request: DataRequestTable;
}

export interface DataRequestTable {
  authority_id: string;
  message_id: string;
  conversation_id: string;
  received_on: string;
  expires_on: string;
  handed_at: Date | null;
  handed_by: string | null;
  outcome: "answered" | "refused" | "not-a-request" | null;
  note: string | null;
  /** The day of the answer or of the refusal, as it was entered by hand. */
  answered_on: string | null;
  settled_at: Date | null;
  settled_by: string | null;
}
