import { Readable } from "node:stream";
import { isShownInline, safeFileName } from "../../../conversing/attachments/attachment.ts";
import { findAttachment } from "../../../conversing/attachments/attachment-store.ts";
import { readFilePieces } from "../../../conversing/attachments/file-store.ts";
import { isUuid } from "../../form-fields.ts";
import { Problem } from "../../problem.ts";
import type { Handler, WebParts } from "../../web-parts.ts";

/**
 * A file somebody sent. Pictures are shown, all else is downloaded; its type is what its bytes said. Even if it were
 * something else, it could run nothing here: nosniff, and a sandbox without any permission.
 */
export function showAttachment(parts: WebParts): Handler {
  return async (request, reply) => {
    const { authority: authorityId, id } = request.params as { authority: string; id: string };
    const { db } = parts.database;
    const file = isUuid(id) ? await findAttachment(db, authorityId, id) : undefined;
    if (file?.state !== "kept" || file.mediaType === null) throw new Problem(404, "no-such-page");
    const name = safeFileName(file.name, file.mediaType, "allegato");
    const how = isShownInline(file.mediaType) ? "inline" : "attachment";
    return reply
      .headers({
        "content-type": file.mediaType,
        "content-length": String(file.bytes),
        "content-disposition": `${how}; filename="${ascii(name)}"; filename*=UTF-8''${encoded(name)}`,
        "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "private, no-store",
      })
      .send(Readable.from(readFilePieces(db, file)));
  };
}

/** For readers that know no other names. */
function ascii(name: string): string {
  return name.replace(/[^\w.-]/g, "_");
}

function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
