import type { ColumnType, Generated } from "kysely";
import type { Format } from "../channels/channel.ts";
import type { PublicationState } from "../publishing/publication.ts";
import type { Role } from "../staff/rights.ts";
import type { Attachment, ItemFacts, ItemKind } from "../watching/found-item.ts";
import type { AttachmentTables } from "./schema-attachments.ts";
import type { ConversationTables } from "./schema-conversations.ts";
import type { DecisionTables } from "./schema-decisions.ts";
import type { DeskTables } from "./schema-desk.ts";
import type { ExtractTables } from "./schema-extracts.ts";
import type { HubTables } from "./schema-hub.ts";
import type { LiveTables } from "./schema-live.ts";
import type { MailTables } from "./schema-mail.ts";
import type { ModerationTables } from "./schema-moderation.ts";
import type { RaidTables } from "./schema-raids.ts";
import type { RecognisedTables } from "./schema-recognised.ts";
import type { RetentionTables } from "./schema-retention.ts";
import type { SiteTables } from "./schema-site.ts";

/** The tables as migrations/ make them; column names are the database's own. */
export interface Schema
  extends AttachmentTables,
    ConversationTables,
    DecisionTables,
    DeskTables,
    ExtractTables,
    HubTables,
    LiveTables,
    MailTables,
    ModerationTables,
    RaidTables,
    RecognisedTables,
    RetentionTables,
    SiteTables {
  installation: InstallationTable;
  authority: AuthorityTable;
  authority_logo: AuthorityLogoTable;
  network_app: NetworkAppTable;
  login: LoginTable;
  source: SourceTable;
  item: ItemTable;
  item_key: ItemKeyTable;
  change: ChangeTable;
  gone_item: GoneItemTable;
  account: AccountTable;
  publication: PublicationTable;
  attempt: AttemptTable;
  api_key: ApiKeyTable;
  push_receipt: PushReceiptTable;
  event: EventTable;
  deletion_request: DeletionRequestTable;
  staff_member: StaffMemberTable;
  staff_role: StaffRoleTable;
  staff_session: StaffSessionTable;
  staff_link: StaffLinkTable;
  staff_recovery_code: StaffRecoveryCodeTable;
  staff_try: StaffTryTable;
}

/** Written as JSON text (node-postgres would turn an array into a PostgreSQL array), read back as a value. */
type Json<T> = ColumnType<T, string, string>;
type OptionalJson<T> = ColumnType<T | null, string | null | undefined, string | null>;
type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;
/** int8 travels as a decimal string: it does not fit a JavaScript number. */
type Bigint = string;

interface InstallationTable {
  id: Generated<boolean>;
  key_check: Buffer | null;
  created_at: Generated<Date>;
}

interface AuthorityTable {
  id: string;
  name: string;
  settings: JsonWithDefault<unknown>;
  created_at: Generated<Date>;
}

interface AuthorityLogoTable {
  authority_id: string;
  type: "image/png" | "image/svg+xml";
  width: number;
  height: number;
  data: Buffer;
}

interface NetworkAppTable {
  authority_id: string;
  channel: string;
  settings: JsonWithDefault<Record<string, unknown>>;
  secrets: Buffer | null;
}

interface LoginTable {
  authority_id: string;
  id: Generated<string>;
  channel: string;
  account_id: string | null;
  state_hash: Buffer;
  begun_at: Date;
  expires_at: Date;
  answered_at: Date | null;
  pages: OptionalJson<unknown>;
  secrets: Buffer | null;
}

interface SourceTable {
  authority_id: string;
  id: string;
  kind: string;
  name: string;
  url: string | null;
  settings: JsonWithDefault<unknown>;
  every_seconds: number | null;
  etag: string | null;
  last_modified: string | null;
  baseline_at: Date | null;
  next_look_at: Date | null;
  last_look_at: Date | null;
  last_good_at: Date | null;
  last_new_at: Date | null;
  faults: Generated<number>;
  fault: string | null;
  fault_detail: string | null;
  fault_since: Date | null;
  mended: JsonWithDefault<string[]>;
  stopped_at: Date | null;
  restored_at: Date | null;
}

interface ItemTable {
  authority_id: string;
  id: Generated<string>;
  seq: ColumnType<Bigint, never, never>;
  source_id: string;
  kind: ItemKind;
  reference: string | null;
  title: string;
  body: string;
  link: string | null;
  facts: JsonWithDefault<ItemFacts>;
  attachments: JsonWithDefault<Attachment[]>;
  labels: JsonWithDefault<string[]>;
  content_hash: string;
  published_at: Date | null;
  first_seen_at: Date;
  archived: boolean;
  /** "2026-12-05", or a moment in Greenwich, "2026-12-05T11:00:00"; see migration 0005. */
  closes: ColumnType<string | null, never, never>;
  /** What a search looks in; a tsvector. */
  words: ColumnType<string, never, never>;
  /** What title and text say besides the facts; null = not read yet. See src/noticeboard/facts-in-text.ts. */
  reading: OptionalJson<unknown>;
}

interface ItemKeyTable {
  authority_id: string;
  key: string;
  item_id: string | null;
  seen_at: Date;
}

interface ChangeTable {
  authority_id: string;
  id: Generated<string>;
  item_id: string;
  kind: string;
  at: Date;
  before: OptionalJson<unknown>;
  after: OptionalJson<unknown>;
}

interface GoneItemTable {
  authority_id: string;
  seq: Bigint;
  gone_at: Generated<Date>;
}

interface AccountTable {
  authority_id: string;
  id: string;
  channel: string;
  external_id: string;
  name: string;
  settings: JsonWithDefault<Record<string, unknown>>;
  secrets: Buffer | null;
  formats: JsonWithDefault<unknown>;
  kinds: OptionalJson<ItemKind[]>;
  pacing: JsonWithDefault<unknown>;
  state: Generated<"active" | "resting" | "disconnected" | "off">;
  rest_until: Date | null;
  reason: string | null;
  detail: string | null;
  since: Date | null;
  failures: Generated<number>;
  last_published_at: Date | null;
  lease_token: string | null;
  lease_until: Date | null;
  idle_until: Date | null;
  origin: Generated<"file" | "desk">;
  connected_by: string | null;
  connected_at: Date | null;
  health: OptionalJson<unknown>;
  health_at: Date | null;
  next_health_at: Date | null;
  told: JsonWithDefault<string[]>;
  answering_rest_until: Date | null;
  answering_reason: string | null;
  answering_detail: string | null;
  answering_failures: Generated<number>;
  next_catch_up_at: Date | null;
  caught_up_until: Date | null;
  catch_up: OptionalJson<unknown>;
  catch_up_token: string | null;
  catch_up_lease_until: Date | null;
}

/** What was, or is about to be, sent; kept so that every later look searches for exactly that. */
export interface StoredPost {
  text: string;
  link: string;
}

interface PublicationTable {
  authority_id: string;
  id: Generated<string>;
  item_id: string;
  account_id: string;
  format: Format;
  position: Bigint;
  marker: string;
  state: PublicationState;
  next_step_at: Date | null;
  reason: string | null;
  detail: string | null;
  post: OptionalJson<StoredPost>;
  attempts: Generated<number>;
  attempt_id: string | null;
  looks: Generated<number>;
  retries: Generated<number>;
  uncertain_since: Date | null;
  first_tried_at: Date | null;
  ask_with: string | null;
  external_id: string | null;
  url: string | null;
  planned_at: Date;
  settled_at: Date | null;
  staged: OptionalJson<Record<string, unknown>>;
  staged_until: Date | null;
  wanted: OptionalJson<unknown>;
  wanted_at: Date | null;
  amend_next_at: Date | null;
  amend_retries: Generated<number>;
  amend_reason: string | null;
  amend_detail: string | null;
  amended_at: Date | null;
  removed_at: Date | null;
}

interface AttemptTable {
  authority_id: string;
  id: Generated<string>;
  publication_id: string;
  kind: "publish" | "find" | "edit" | "remove";
  started_at: Date;
  finished_at: Date | null;
  outcome: string | null;
  reason: string | null;
  detail: string | null;
}

interface ApiKeyTable {
  authority_id: string;
  id: Generated<string>;
  name: string;
  hash: Buffer;
  created_at: Generated<Date>;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

interface PushReceiptTable {
  authority_id: string;
  idempotency_key: string;
  request_hash: string;
  status: number;
  answer: Json<unknown>;
  at: Date;
}

interface EventTable {
  authority_id: string;
  id: Generated<string>;
  seq: ColumnType<Bigint, never, never>;
  account_id: string;
  key: string;
  kind: string;
  happened_at: Date;
  received_at: Date;
  reading: Json<unknown>;
  raw: Json<unknown>;
  handled_at: Date | null;
  fault: string | null;
}

interface DeletionRequestTable {
  authority_id: string;
  code: string;
  channel: string;
  person_hash: Buffer;
  asked_at: Date;
  done_at: Date | null;
  deleted: number | null;
  origin: Generated<"network" | "desk">;
  ground: string | null;
  reference: string | null;
  entered_by: string | null;
}

interface StaffMemberTable {
  id: Generated<string>;
  name: string;
  email: string;
  is_administrator: Generated<boolean>;
  language: "it" | "en" | null;
  password_hash: string | null;
  totp_secret: Buffer | null;
  totp_step: Bigint | null;
  created_at: Date;
  confirmed_at: Date | null;
  disabled_at: Date | null;
}

interface StaffRoleTable {
  authority_id: string;
  member_id: string;
  role: Role;
  given_at: Date;
}

interface StaffSessionTable {
  id: Generated<string>;
  member_id: string;
  token_hash: Buffer;
  agent: string;
  began_at: Date;
  seen_at: Date;
  expires_at: Date;
}

interface StaffLinkTable {
  id: Generated<string>;
  purpose: "first" | "invitation" | "reset";
  member_id: string | null;
  made_by: string | null;
  token_hash: Buffer;
  made_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

interface StaffRecoveryCodeTable {
  member_id: string;
  code_hash: Buffer;
}

interface StaffTryTable {
  subject: Buffer;
  level: number;
  at: Date;
}
