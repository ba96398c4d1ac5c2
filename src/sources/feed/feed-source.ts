import type { HttpClient } from "../../platform/http-client.ts";
import { openLines } from "../../platform/one-at-a-time.ts";
import type { Source } from "../source.ts";
import { type LookLimits, look, lookLimits } from "./look.ts";

export interface FeedSourceOptions {
  limits?: Partial<LookLimits>;
  /** The lines per host, shared by all sources that look at pages; its own when not given. */
  inLine?: ReturnType<typeof openLines>;
}

/** The source of kind `feed`: RSS, RDF, Atom and JSON Feed behind one address, one request at a time per host. */
export function feedSource(http: HttpClient, options: FeedSourceOptions = {}): Source {
  const limits = { ...lookLimits, ...options.limits };
  const inLine = options.inLine ?? openLines();
  return {
    kind: "feed",
    look: (address, validators, now) => {
      const host = URL.parse(address.url)?.host ?? "";
      return inLine(host, () => look(http, address, validators, now, limits));
    },
  };
}
