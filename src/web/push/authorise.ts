import type { FastifyRequest } from "fastify";
import { type ApiKey, findApiKey, noteApiKeyUse } from "../../authority/api-key-store.ts";
import { Problem } from "../problem.ts";
import type { WebParts } from "../web-parts.ts";
import { openTokenBuckets } from "./token-buckets.ts";

/** A portal that publishes by the thousand still fits: one push carries up to 500 items. */
const perKey = { perSecond: 50, burst: 100 };
/** Tries that fail cost us a question to the database each. */
const wrongPerAddress = { perSecond: 5, burst: 20 };

/** Lets in a request that carries a key of the authority it speaks to; throws the Problem otherwise. */
export function openAuthorisation(
  parts: WebParts,
): (request: FastifyRequest, authorityId: string) => Promise<ApiKey> {
  const pushes = openTokenBuckets(perKey);
  const wrong = openTokenBuckets(wrongPerAddress);

  return async (request, authorityId) => {
    const now = parts.clock.now();
    const presented = bearer(request.headers.authorization);
    if (presented === undefined) throw unauthorised("key-missing");
    const key = await findApiKey(parts.database.db, presented);
    if (!key) {
      refuseWhenOver(wrong.take(request.ip, now));
      throw unauthorised("key-unknown");
    }
    refuseWhenOver(pushes.take(key.id, now));
    // The same answer whether the other authority exists or not.
    if (key.authorityId !== authorityId) throw new Problem(404, "no-such-authority");
    await noteApiKeyUse(parts.database.db, key, now);
    return key;
  };
}

function bearer(header: string | undefined): string | undefined {
  return /^Bearer +(\S{1,200})$/i.exec(header ?? "")?.[1];
}

function unauthorised(code: "key-missing" | "key-unknown"): Problem {
  return new Problem(401, code, { headers: { "www-authenticate": 'Bearer realm="Bacheca"' } });
}

function refuseWhenOver(waitSeconds: number): void {
  if (waitSeconds === 0) return;
  throw new Problem(429, "too-many-requests", { headers: { "retry-after": String(waitSeconds) } });
}
