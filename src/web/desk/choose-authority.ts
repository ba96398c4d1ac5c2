import type { FastifyRequest } from "fastify";
import type { Authority } from "../../authority/authority-store.ts";
import type { Act } from "../../staff/rights.ts";
import { Problem } from "../problem.ts";
import { signedIn } from "../sign-in/signed-in.ts";
import type { WebParts } from "../web-parts.ts";
import { findAllowed } from "./find-allowed.ts";

/**
 * The authorities in which whoever asks may do this, and the one of `?authority=`, the first where it is not given. Throws
 * Problem 404 where there is none, or another's is asked for.
 */
export async function chooseAuthority(
  parts: WebParts,
  request: FastifyRequest,
  act: Act,
): Promise<{ authorities: Authority[]; authority: Authority }> {
  const authorities = await findAllowed(parts, signedIn(request).staff, act);
  const { authority: asked } = request.query as { authority?: unknown };
  const authority = asked === undefined ? authorities[0] : authorities.find(({ id }) => id === asked);
  if (!authority) throw new Problem(404, "no-such-page");
  return { authorities, authority };
}
