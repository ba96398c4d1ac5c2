import { createHash } from "node:crypto";
import type { GraphCall } from "./call.ts";
import type { Result } from "./perform.ts";

/**
 * What goes around an answer on request: `debug=all|info|warning` puts `__debug__` into it (section 2); reads carry an
 * ETag, and one that the caller still has becomes 304 without a body (section 18).
 */
export function dressAnswer(call: GraphCall, result: Result): Result {
  const shown = withDebug(call, result);
  if (call.method !== "GET" || shown.status !== 200) return shown;
  // The same answer has another tag for another program or token (section 18).
  const tag = createHash("sha1")
    .update(`${call.userAgent ?? ""}\n${call.token ?? ""}\n${JSON.stringify(shown.body)}`)
    .digest("hex");
  const etag = `"${tag}"`;
  const headers = { ...shown.headers, etag };
  const known = call.ifNoneMatch?.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
  return known ? { ...shown, status: 304, body: undefined, headers } : { ...shown, headers };
}

const LEVELS = ["all", "info", "warning"];

function withDebug(call: GraphCall, result: Result): Result {
  const { body } = result;
  if (!LEVELS.includes(call.params.debug ?? "")) return result;
  if (typeof body !== "object" || body === null || Array.isArray(body)) return result;
  const served = result.headers["facebook-api-version"];
  const messages =
    served === undefined || served === call.version
      ? []
      : [
          {
            message:
              call.version === undefined
                ? `No API version was specified. This request defaulted to version ${served}.`
                : `The API version ${call.version} is no longer available. This request was served by version ${served}.`,
            type: "warning",
            link: "https://developers.facebook.com/docs/apps/versions/",
          },
        ];
  return { ...result, body: { ...body, __debug__: { messages } } };
}
