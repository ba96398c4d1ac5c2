import type { GraphCall, Surroundings } from "./call.ts";
import { invalidParameter } from "./graph-error.ts";
import type { Limits } from "./limits.ts";
import { perform, type Result } from "./perform.ts";

const IDS_MAX = 50;

/** Whether a call asks for several objects at once (section 18). */
export function asksForMany(call: GraphCall): boolean {
  return call.method === "GET" && call.params.ids !== undefined && !/^\d/.test(call.segments[0] ?? "");
}

/**
 * `GET /?ids=a,b` and `GET /{edge}?ids=a,b`: a map from id to answer. One bad id fails all; each id counts as a call
 * (sections 17 and 18).
 */
export async function readEach(
  call: GraphCall,
  around: Surroundings,
  limits: Limits,
  lagMs: number,
): Promise<Result> {
  const { ids = "", ...params } = call.params;
  const wanted = [...new Set(ids.split(",").map((id) => id.trim()))].filter((id) => id !== "");
  if (wanted.length === 0) throw invalidParameter("The parameter ids is required");
  // How many are taken is nowhere written; 50 is what a batch takes.
  if (wanted.length > IDS_MAX) throw invalidParameter(`Too many IDs. Maximum: ${IDS_MAX}`);
  const body: Record<string, unknown> = {};
  let headers: Record<string, string> = {};
  for (const id of wanted) {
    const one = await perform({ ...call, params, segments: [id, ...call.segments] }, around, limits, lagMs);
    if (one.status !== 200) return one;
    body[id] = one.body;
    headers = one.headers;
  }
  return { status: 200, body, headers, did: { kind: "nothing" } };
}
