import { z } from "zod";
import type { Account, Amendment } from "../../channel.ts";
import { callGraph, type Tools } from "../graph.ts";
import { amendmentOfAnswer } from "../outcomes.ts";
import type { FacebookReason } from "../reasons.ts";
import type { FacebookPageSettings } from "../settings.ts";
import { moderationOfFailure } from "./answer-outcome.ts";

/** Each person asked for, with what came of it (section 11). */
const results = z.record(z.string(), z.union([z.boolean(), z.literal("true"), z.literal("false")]));
const notBlocked = z.object({ success: z.union([z.literal(false), z.literal("false")]) });

/**
 * Keeps a person from commenting and writing (`POST /{page}/blocked`), or lets them again (`DELETE /{page}/blocked`).
 * Both have the same effect when repeated: taking back a block that is not there answers "no", and is as it was to be.
 */
export async function blockPerson(
  tools: Tools,
  account: Account<FacebookPageSettings>,
  personId: string,
  act: "block" | "unblock",
): Promise<Amendment> {
  const result = await callGraph(tools, account.settings, {
    path: [account.settings.pageId, "blocked"],
    ...(act === "block"
      ? { method: "POST" as const, parameters: { user: JSON.stringify([personId]) } }
      : { method: "DELETE" as const, parameters: { psid: personId } }),
  });
  if (result.kind !== "answer") return moderationOfFailure(result, tools.clock.now());
  if (act === "unblock") {
    return notBlocked.safeParse(result.body).success ? { kind: "done" } : amendmentOfAnswer(result.body);
  }
  const said = results.safeParse(result.body).data?.[personId];
  if (said === undefined) return amendmentOfAnswer(result.body);
  if (String(said) === "true") return { kind: "done" };
  return { kind: "refused", reason: "person-unreachable" satisfies FacebookReason, detail: "blocked: false" };
}
