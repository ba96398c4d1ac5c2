import { type Answer, type KnownCall, read, type Surroundings } from "../call.ts";
import { invalidParameter } from "../graph-error.ts";
import { endedTokenError, type Token, tokenEnd } from "../token.ts";

/** `GET /debug_token?input_token=…` (section 3.4): 200 also for tokens that are not valid. */
export function debugToken(call: KnownCall, around: Surroundings): Answer {
  const value = call.params.input_token;
  if (!value) throw invalidParameter("The parameter input_token is required");
  const token = around.world.tokens.get(value);
  if (!token) {
    const error = { code: 190, message: "Malformed access token" };
    return read({ data: { error, is_valid: false, scopes: [] } });
  }
  if (token.appId !== call.app.id) {
    throw invalidParameter("The App_id in the input_token did not match the Viewing App");
  }
  const about = describe(token, around);
  const end = tokenEnd(token, around.now());
  if (!end) return read({ data: { ...about, is_valid: true } });
  const { code, message, error_subcode: subcode } = endedTokenError(token, end, around.now());
  return read({
    data: {
      ...about,
      error: { code, message, subcode },
      is_valid: false,
      scopes: [],
      granular_scopes: undefined,
    },
  });
}

function describe(token: Token, around: Surroundings): Record<string, unknown> {
  const lost = around.permissionLost(token.pageId);
  const scopes = [...token.scopes].filter((scope) => !(lost && scope === "pages_manage_posts"));
  const targets = token.pageId === undefined ? token.pageIds : [token.pageId];
  const seconds = (ms: number): number => Math.floor(ms / 1000);
  return {
    app_id: token.appId,
    type: token.kind,
    application: around.world.apps.get(token.appId)?.name ?? token.appId,
    data_access_expires_at: seconds(token.dataAccessExpiresAt),
    expires_at: seconds(token.expiresAt),
    issued_at: seconds(token.issuedAt),
    profile_id: token.pageId,
    scopes,
    granular_scopes:
      targets === undefined ? undefined : scopes.map((scope) => ({ scope, target_ids: targets })),
    user_id: token.userId,
  };
}
