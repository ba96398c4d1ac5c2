import { findAuthority } from "../../../authority/authority-store.ts";
import { isLocalDate, type LocalDate } from "../../../authority/calendar/local-date.ts";
import { dateIn } from "../../../authority/calendar/zoned-time.ts";
import { findDataRequests } from "../../../moderating/recognising/data-request-store.ts";
import { findRecognised } from "../../../moderating/recognising/find-recognised.ts";
import {
  type DataRequestStep,
  settleDataRequest,
} from "../../../moderating/recognising/settle-data-request.ts";
import { settleTriage } from "../../../moderating/recognising/settle-triage.ts";
import { isUuid, textsOf } from "../../form-fields.ts";
import { Problem } from "../../problem.ts";
import type { Handler, WebParts } from "../../web-parts.ts";
import type { DraftKey } from "./draft-store.ts";
import type { InboxEnd } from "./inbox-end.ts";
import { back, keyOf } from "./inbox-fields.ts";
import { typedText } from "./shown-text.ts";

const requestSteps = {
  "handed-to-officer": "request-handed",
  answered: "request-answered",
  refused: "request-refused",
  "not-a-request": "not-so",
} as const satisfies Record<DataRequestStep, InboxEnd>;

/** What was recognised in a message is confirmed or denied, and what was done about a request on personal data is noted. */
export function takeSettling(parts: WebParts): Handler {
  return async (request, reply) => {
    const key = keyOf(request, parts);
    const { message: messageId = "", step = "", ...fields } = textsOf(request);
    if (!isUuid(messageId)) throw new Problem(400, "bad-request");
    if (step === "seen-to" || step === "not-so") {
      const end = await settleTriage(toolsOf(parts), key, { by: key.memberId, messageId, verdict: step });
      return back(request, reply, end === "settled" ? step : "settled-before");
    }
    if (!Object.hasOwn(requestSteps, step)) throw new Problem(400, "bad-request");
    const end = await settleRequest(parts, key, messageId, step as DataRequestStep, fields);
    return back(request, reply, end);
  };
}

async function settleRequest(
  parts: WebParts,
  key: DraftKey,
  messageId: string,
  step: DataRequestStep,
  fields: Record<string, string | undefined>,
): Promise<InboxEnd> {
  const { db } = parts.database;
  const request = (await findDataRequests(db, key)).find((one) => one.message_id === messageId);
  if (!request) return "settled-before";
  const answeredOn =
    step === "answered" || step === "refused"
      ? await dayIn(parts, key, request.received_on, fields.on)
      : null;
  if (answeredOn === undefined) return "day-wrong";
  const note = typedText(fields.note).slice(0, 300);
  const how = { by: key.memberId, step, note, ...(answeredOn !== null && { answeredOn }) };
  const end = await settleDataRequest(toolsOf(parts), { ...key, messageId }, how);
  if (end.kind === "gone") return "settled-before";
  if (end.kind === "refused") return "refusal-reason-missing";
  await settleWhatIsLeft(parts, key, messageId, step);
  return requestSteps[step];
}

/** Where a message was recognised as nothing else, nothing is left to be asked of it. */
async function settleWhatIsLeft(
  parts: WebParts,
  key: DraftKey,
  messageId: string,
  step: DataRequestStep,
): Promise<void> {
  const recognised = await findRecognised(parts.database.db, key);
  const own = recognised.filter((one) => one.messageId === messageId);
  if (own.length === 0 || own.some(({ kind }) => kind !== "data-request")) return;
  const verdict = step === "not-a-request" ? "not-so" : "seen-to";
  await settleTriage(toolsOf(parts), key, { by: key.memberId, messageId, verdict });
}

/** A day from that of the request to today. */
async function dayIn(
  parts: WebParts,
  { authorityId }: DraftKey,
  receivedOn: string,
  value: string | undefined,
): Promise<LocalDate | undefined> {
  const authority = await findAuthority(parts.database.db, authorityId);
  const today = dateIn(parts.clock.now(), authority?.settings.timeZone ?? "Europe/Rome");
  if (value === undefined || !isLocalDate(value)) return undefined;
  return value >= receivedOn && value <= today ? value : undefined;
}

function toolsOf({ database, clock }: WebParts) {
  return { db: database.db, clock };
}
