import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { findAuthority } from "../../../authority/authority-store.ts";
import type { Extract, RegisterEntry } from "../../../conversing/extracting/extract.ts";
import { findExtract, findExtracts, findSubject } from "../../../conversing/extracting/extract-store.ts";
import { makeExtract } from "../../../conversing/extracting/make-extract.ts";
import { noteRegisterNumber } from "../../../conversing/extracting/note-register-number.ts";
import { openExtract } from "../../../conversing/extracting/open-extract.ts";
import { extractWordsOf } from "../../../conversing/extracting/words/index.ts";
import type { ConversationKey } from "../../../conversing/inbox/conversation-store.ts";
import { isUuid, textsOf } from "../../form-fields.ts";
import { Problem } from "../../problem.ts";
import { askedLanguageOf, languageOf, signedIn } from "../../sign-in/signed-in.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { extractsLink } from "./extract-section.ts";
import { type ExtractsView, extractsPage } from "./extracts-page.ts";
import { extractsWordsOf } from "./words/index.ts";

/** Extracts of one conversation for the official register. */
export function showExtracts(parts: WebParts): Handler {
  return async (request, reply) => await sendExtracts(parts, request, reply, 200);
}

export function takeExtract(parts: WebParts): Handler {
  return async (request, reply) => {
    const key = keyOf(request);
    const { staff } = signedIn(request);
    const tools = { db: parts.database.db, clock: parts.clock };
    const end = await makeExtract(tools, key, { by: { id: staff.id, name: staff.name } });
    switch (end.kind) {
      case "made":
        return reply.redirect(extractsLink(key, askedLanguageOf(request), "made"), 303);
      case "gone":
        throw new Problem(404, "no-such-page");
      case "too-large":
        return await sendExtracts(parts, request, reply, 422, {
          troubles: [extractsWordsOf(languageOf(request)).tooLarge],
        });
    }
  };
}

export function takeRegisterNumber(parts: WebParts): Handler {
  return async (request, reply) => {
    const key = extractKeyOf(request);
    const { number = "", date = "" } = textsOf(request);
    const tools = { db: parts.database.db, clock: parts.clock };
    const entry: RegisterEntry = { number, date };
    const end = await noteRegisterNumber(tools, key, entry, { by: signedIn(request).staff.id });
    switch (end.kind) {
      case "noted":
        return reply.redirect(extractsLink(key, askedLanguageOf(request), "noted"), 303);
      case "gone":
        throw new Problem(404, "no-such-page");
      case "refused":
        return await sendExtracts(parts, request, reply, 422, {
          troubles: [extractWordsOf(languageOf(request)).faults[end.why]],
          typed: { extractId: key.extractId, entry },
        });
    }
  };
}

/** The ZIP file, byte by byte as it was made; or why it can no longer be that. */
export function downloadExtract(parts: WebParts): Handler {
  return async (request, reply) => {
    const { db } = parts.database;
    const extract = await findExtract(db, extractKeyOf(request));
    if (!extract) throw new Problem(404, "no-such-page");
    const opened = await openExtract(db, extract);
    if (opened.kind === "incomplete") {
      const sentence = extractsWordsOf(languageOf(request)).incomplete(opened.erased.join(", "));
      return await sendExtracts(parts, request, reply, 410, { troubles: [sentence] });
    }
    if (opened.kind === "erased") {
      const sentence = extractsWordsOf(languageOf(request)).erased;
      return await sendExtracts(parts, request, reply, 410, { troubles: [sentence] });
    }
    return reply
      .headers({
        "content-type": "application/zip",
        "content-length": String(extract.bytes),
        "content-disposition": `attachment; filename="${fileNameOf(extract)}"`,
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "private, no-store",
      })
      .send(Readable.from(opened.pieces));
  };
}

async function sendExtracts(
  parts: WebParts,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  more: Partial<Pick<ExtractsView, "troubles" | "typed">> = {},
): Promise<FastifyReply> {
  const { db } = parts.database;
  const key = keyOf(request);
  const authority = await findAuthority(db, key.authorityId);
  const extracts = await findExtracts(db, key);
  const subject = await findSubject(db, key);
  const isThere = subject !== undefined;
  if (!authority || (!isThere && extracts.length === 0)) throw new Problem(404, "no-such-page");
  const language = languageOf(request);
  const { done } = request.query as Record<string, unknown>;
  const view: ExtractsView = {
    ...{ key, language, isThere, askedLanguage: askedLanguageOf(request), words: wordsOf(language) },
    ...{ authorityName: authority.name, timeZone: authority.settings.timeZone, now: parts.clock.now() },
    personName: subject?.conversation.person.name ?? null,
    ...{ isDemo: parts.config.isDemo, who: signedIn(request) },
    done: done === "made" || done === "noted" ? done : undefined,
    troubles: more.troubles ?? [],
    typed: more.typed,
  };
  return await sendPage(reply, extractsPage(view, extracts), status);
}

function keyOf(request: FastifyRequest): ConversationKey {
  const { authority, conversation } = request.params as { authority: string; conversation: string };
  if (!isUuid(conversation)) throw new Problem(404, "no-such-page");
  return { authorityId: authority, conversationId: conversation };
}

function extractKeyOf(request: FastifyRequest): ConversationKey & { extractId: string } {
  const { extract } = request.params as { extract: string };
  if (!isUuid(extract)) throw new Problem(404, "no-such-page");
  return { ...keyOf(request), extractId: extract };
}

/** "estratto-3f2a91c0-20261120.zip" */
function fileNameOf({ conversationId, madeAt }: Extract): string {
  const day = madeAt.toISOString().slice(0, 10).replaceAll("-", "");
  return `estratto-${conversationId.slice(0, 8)}-${day}.zip`;
}
