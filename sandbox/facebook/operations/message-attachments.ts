import type { Answer, KnownCall, Surroundings } from "../call.ts";
import { invalidParameter, notImitated } from "../graph-error.ts";
import { objectIn, readMessage, type SendRequest } from "../messenger/send-request.ts";
import type { Attachment } from "../messenger/thread.ts";
import { lookAtFile } from "../remote-file.ts";
import { mustBeAbleTo, RIGHTS } from "../rights.ts";
import type { Page } from "../world.ts";

const BYTES_MAX = 25_000_000;

/** `POST /{page-id}/message_attachments` (section 13.1): an upload to be used in several messages. */
export async function uploadAttachment(call: KnownCall, page: Page, around: Surroundings): Promise<Answer> {
  mustBeAbleTo(call, page, around.world, RIGHTS.send);
  if (call.params.filedata || call.files?.length)
    throw notImitated("parameter filedata of /message_attachments");
  const { attachment } = readMessage(objectIn(call.params.message, "message"));
  if (!attachment) throw invalidParameter("The parameter message[attachment] is required");
  const kept = await attachmentOf(attachment, around);
  return { body: { attachment_id: kept.id }, did: { kind: "messaged", id: kept.id } };
}

/** The file of a message: uploaded before, or fetched now from the address given (2018008, 2018074, 2018109). */
export async function attachmentOf(
  { type, url, id }: NonNullable<SendRequest["attachment"]>,
  around: Surroundings,
): Promise<Attachment> {
  const { messenger } = around.world;
  if (id !== undefined) {
    const known = messenger.attachments.get(id);
    if (known?.type !== type) throw invalidParameter("Invalid attachment id", 2018074);
    return known;
  }
  if (url === undefined || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw invalidParameter("Param message[attachment][payload][url] must be a valid URI");
  const file = around.scraper.fetches ? await lookAtFile(url, BYTES_MAX) : { type: `${type}/*`, size: 0 };
  if (!file) throw invalidParameter("Failed to fetch the file from the url", 2018008);
  if (file.size > BYTES_MAX) throw invalidParameter("Attachment size exceeds allowable limit", 2018109);
  const name = new URL(url).pathname.split("/").at(-1) || type;
  return messenger.addAttachment({ type, name, mimeType: file.type, size: file.size, url });
}
