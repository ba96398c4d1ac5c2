import { type Answer, type GraphCall, read, type Surroundings } from "../call.ts";
import { GraphError, invalidParameter, notImitated } from "../graph-error.ts";
import type { AppSeed } from "../seed.ts";
import { endedTokenError, tokenEnd, unauthorised } from "../token.ts";

const CODE_WORDS = {
  unknown: { message: "Invalid verification code format.", subcode: undefined },
  expired: { message: "This authorization code has expired.", subcode: undefined },
  used: { message: "This authorization code has been used.", subcode: 36009 },
  "other-uri": {
    message:
      "Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request",
    subcode: undefined,
  },
};

/** `GET /oauth/access_token` (section 3.2): the only call without a token. */
export function exchangeToken(call: GraphCall, around: Surroundings): Answer {
  const app = appOf(call, around);
  const { grant_type: grant, code, redirect_uri: redirectUri = "" } = call.params;
  if (grant === "client_credentials")
    return read({ access_token: `${app.id}|${app.secret}`, token_type: "bearer" });
  if (grant === "fb_exchange_token") return exchangeShort(call, app, around);
  if (grant !== undefined && grant !== "authorization_code") throw notImitated(`grant_type ${grant}`);
  if (!code) throw invalidParameter("Missing authorization code");
  const consent = around.logins.redeem(code, app.id, redirectUri);
  if (typeof consent === "string") {
    const { message, subcode } = CODE_WORDS[consent];
    throw new GraphError({ message, type: "OAuthException", code: 100, error_subcode: subcode });
  }
  const token = around.logins.giveToken(consent);
  const seconds = Math.floor((token.expiresAt - around.now()) / 1000);
  return {
    body: {
      access_token: token.value,
      token_type: "bearer",
      ...(token.expiresAt === 0 ? {} : { expires_in: seconds }),
    },
    did: { kind: "configured", id: token.userId ?? app.id },
  };
}

/** Short to long; an expired one can no longer be exchanged. */
function exchangeShort(call: GraphCall, app: AppSeed, around: Surroundings): Answer {
  const short = around.world.tokens.get(call.params.fb_exchange_token ?? "");
  if (short?.appId !== app.id || (short.kind !== "USER" && short.kind !== "SYSTEM_USER")) {
    throw unauthorised(
      {
        message: "Invalid OAuth access token - Cannot parse access token",
        type: "OAuthException",
        code: 190,
      },
      false,
    );
  }
  const end = tokenEnd(short, around.now());
  if (end) throw unauthorised(endedTokenError(short, end, around.now()), false);
  const { token, expiresIn } = around.logins.lengthen(short);
  return {
    body: { access_token: token.value, token_type: "bearer", expires_in: expiresIn },
    did: { kind: "configured", id: short.userId ?? app.id },
  };
}

function appOf({ params }: GraphCall, around: Surroundings): AppSeed {
  const app = around.world.apps.get(params.client_id ?? "");
  if (!app) {
    throw new GraphError({
      message: "Error validating application. Cannot get application info due to a system error.",
      type: "OAuthException",
      code: 101,
    });
  }
  if (params.client_secret !== app.secret) {
    throw new GraphError({ message: "Error validating client secret.", type: "OAuthException", code: 1 });
  }
  return app;
}
