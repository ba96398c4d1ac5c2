import { randomBytes } from "node:crypto";
import { HttpError } from "../../platform/http-client.ts";
import { stateOf } from "./announce-boards.ts";
import { callTimeoutMs, hubLimits } from "./delivery.ts";
import { intentAddress } from "./hub-request.ts";
import type { HubTools } from "./hub-tools.ts";
import { settleWish, takeWish, type Wish } from "./subscription-store.ts";

const challengeBytes = 24;
const answerBytesMax = 4_096;

/** Whoever asks for much with slow callbacks must not hold up those who are to be told. */
const roundMs = 30_000;

/**
 * Asks each callback for which something was asked whether it meant it, for one round; what is left is asked in the
 * next. Only who answers with the challenge is told anything: otherwise anybody could send our feeds to anybody. An
 * asking that died is made again once its term is over; asked twice, it comes to the same.
 */
export async function verifyIntents(tools: HubTools): Promise<void> {
  const until = tools.clock.now().getTime() + roundMs;
  await Promise.all(Array.from({ length: hubLimits.callsAtOnce }, () => verifyInTurn(tools, until)));
}

async function verifyInTurn(tools: HubTools, until: number): Promise<void> {
  while (!tools.stopping.aborted && tools.clock.now().getTime() < until) {
    const wish = await takeWish(tools.db, tools.clock.now());
    if (!wish) return;
    const isMeant = await isConfirmed(tools, wish);
    tools.log.info({ authorityId: wish.authorityId, mode: wish.mode, isMeant }, "a subscriber was asked");
    const now = tools.clock.now();
    if (!isMeant) await settleWish(tools.db, wish, { kind: "refused" });
    else {
      const content = await tools.hub.feeds.write(wish.authorityId, wish.topic);
      await settleWish(tools.db, wish, { kind: "confirmed", state: content ? stateOf(content) : null, now });
    }
  }
}

async function isConfirmed({ http }: HubTools, wish: Wish): Promise<boolean> {
  const challenge = randomBytes(challengeBytes).toString("base64url");
  try {
    const { status, body } = await http.request({
      method: "GET",
      url: intentAddress(wish, challenge),
      timeoutMs: callTimeoutMs,
      bodyBytesMax: answerBytesMax,
      redirectsMax: 0,
      allowPrivateAddress: false,
    });
    return status >= 200 && status < 300 && body.toString().trim() === challenge;
  } catch (error) {
    if (error instanceof HttpError) return false;
    throw error;
  }
}
