import type { FastifyRequest } from "fastify";
import type { WebParts } from "../web-parts.ts";

/**
 * Where this desk is for the browser that asks. Without a public address it answers on this computer only (see
 * desk-guard.ts), under whichever of its names was asked for: what comes back has to come back to that very one.
 */
export function deskUrlOf({ config, publicUrl }: WebParts, request: FastifyRequest): string {
  const { host } = request.headers;
  return config.publicUrl ?? (host ? `http://${host}` : publicUrl);
}
