import type { GraphCall, Surroundings } from "./call.ts";
import { unknownPath } from "./graph-error.ts";
import { servedVersion } from "./versions.ts";

/** The version that serves this call; 2500 for one that was never released. */
export function versionFor(call: GraphCall, around: Surroundings): string {
  const token = call.token === undefined ? undefined : around.world.tokens.get(call.token);
  const app = token && around.world.apps.get(token.appId);
  const served = servedVersion(call.version, around.now(), app?.createdWith);
  if (served === undefined) throw unknownPath(call.path);
  return served;
}
