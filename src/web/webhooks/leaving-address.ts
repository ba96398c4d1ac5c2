import type { FastifyRequest } from "fastify";
import type { AppKey } from "../../connecting/network-app-store.ts";
import { askDeletion } from "../../conversing/ask-deletion.ts";
import { deletionPageAddress } from "../../conversing/callback-address.ts";
import { disconnectPerson } from "../../conversing/disconnect-person.ts";
import { Problem } from "../problem.ts";
import type { Handler, WebParts } from "../web-parts.ts";
import type { Callback } from "./callbacks.ts";
import { bytesOf } from "./raw-bodies.ts";

/** Where a network tells about people who leave the app (graph-api.md section 20). */
export interface LeavingAddress {
  /** Somebody took their login back: the accounts that rest on it are disconnected. */
  deauthorise: Handler;
  /** Somebody wants their data deleted: answered with a code and the page that tells how far it is. */
  deleteData: Handler;
}

export function openLeavingAddress(
  parts: WebParts,
  callbackOf: (request: FastifyRequest) => Callback,
): LeavingAddress {
  const { database, clock, policy, vault, log } = parts;

  return {
    async deauthorise(request, reply) {
      const { key, personId } = await readLeaver(request, callbackOf);
      const accounts = await disconnectPerson({ db: database.db, clock, policy }, key, personId);
      log.info({ ...key, accounts }, "somebody took a login back at the network");
      return reply.type("text/plain; charset=utf-8").send("ok");
    },

    async deleteData(request, reply) {
      const { key, personId } = await readLeaver(request, callbackOf);
      const queue = await parts.queue();
      const code = await askDeletion({ db: database.db, queue, vault, clock }, key, personId);
      const url = deletionPageAddress(parts.publicUrl, code);
      return reply.header("cache-control", "no-store").send({ url, confirmation_code: code });
    },
  };
}

async function readLeaver(
  request: FastifyRequest,
  callbackOf: (request: FastifyRequest) => Callback,
): Promise<{ key: AppKey; personId: string }> {
  const { key, listening, apps } = callbackOf(request);
  const text = new URLSearchParams(bytesOf(request).toString("utf8")).get("signed_request");
  if (text === null) throw new Problem(401, "not-signed");
  for (const app of await apps()) {
    const leaver = listening.readSignedRequest(app, text);
    if (leaver) return { key, personId: leaver.personId };
  }
  throw new Problem(401, "wrong-signature");
}
