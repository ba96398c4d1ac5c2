import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { Kysely } from "kysely";
import { findHostNames } from "../../authority/authority-store.ts";
import type { Schema } from "../../database/schema.ts";

/** The names of the web under which authorities have their pages. */
export interface HostNames {
  /** The address as the router reads it: below an authority's name its pages stand at the root. Never waits. */
  rewritten(request: Pick<IncomingMessage, "url" | "headers">): string;
  /** Whose own name was asked. */
  authorityOf(headers: IncomingMessage["headers"]): string | undefined;
  /** Whether a name was asked that is neither an authority's nor the installation's. */
  isForeign(headers: IncomingMessage["headers"]): boolean;
  /** Reads the names now; at the start, and where a test has changed them. */
  refresh(): Promise<void>;
}

/** A name added by `apply` answers after so long. */
const freshMs = 5_000;

/** What is the installation's own under every name: pictures and sheets, short links, whom to tell of a weakness. */
const everywhere = /^\/(assets|v|\.well-known)\//;

/**
 * Knows which names lead to whose pages, from memory: the router asks before anything else and cannot wait for a
 * database. What a proxy says in X-Forwarded-Host is anybody's word, as everywhere here: it has to hand on Host.
 */
export function openHostNames(db: Kysely<Schema>, publicUrl: string, now: () => number): HostNames {
  let names = new Map<string, string>();
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  function refresh(): Promise<void> {
    readAt = now();
    reading ??= findHostNames(db)
      .then((found) => {
        names = found;
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  }

  /** The names as they are known; read again behind the request that finds them old. */
  function known(): ReadonlyMap<string, string> {
    // A database that is away is told by whoever needs it for an answer.
    if (now() - readAt >= freshMs) refresh().catch(() => {});
    return names;
  }

  const own = URL.parse(publicUrl)?.hostname;

  return {
    refresh,
    authorityOf: (headers) => known().get(askedName(headers)),
    rewritten({ url = "/", headers }) {
      const authorityId = known().get(askedName(headers));
      if (authorityId === undefined || everywhere.test(url)) return url;
      const root = `/${authorityId}`;
      if (url === root || url.startsWith(`${root}/`) || url.startsWith(`${root}?`)) return url;
      return url.startsWith("/?") || url === "/" ? root + url.slice(1) : root + url;
    },
    isForeign(headers) {
      const asked = askedName(headers);
      // Whoever gives names says that they matter. Numbers and names without a dot are how proxies call us inside.
      if (known().size === 0 || asked === own || !asked.includes(".") || isIP(asked) !== 0) return false;
      return !names.has(asked);
    },
  };
}

/** "lavoro.ente.example" of "Lavoro.Ente.example.:443". */
function askedName({ host = "" }: IncomingMessage["headers"]): string {
  return host
    .toLowerCase()
    .replace(/:\d+$/, "")
    .replace(/\.$/, "")
    .replace(/^\[|\]$/g, "");
}
