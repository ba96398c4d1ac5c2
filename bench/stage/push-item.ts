import { randomUUID } from "node:crypto";

const patienceMs = 10_000;

/** Hands one item over as a portal's software does. Throws what fetch throws where there is no answer. */
export async function pushItem(
  origin: string,
  { authorityId, apiKey }: { authorityId: string; apiKey: string },
  item: object,
): Promise<{ isOk: boolean; status: number; text: string }> {
  const answer = await fetch(`${origin}/api/v1/authorities/${authorityId}/items`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${apiKey}`,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
    },
    body: JSON.stringify(item),
    signal: AbortSignal.timeout(patienceMs),
  });
  return { isOk: answer.ok, status: answer.status, text: await answer.text() };
}
