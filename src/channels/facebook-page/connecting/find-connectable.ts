import { z } from "zod";
import type { Connectable } from "../../connecting.ts";
import type { FacebookApp } from "../app.ts";
import { meaningOf } from "../error-table.ts";
import { callGraph, type Tools } from "../graph.ts";
import { readTokenFacts, type TokenFacts } from "../health.ts";
import { readFailure } from "../outcomes.ts";
import { appToken, asAccount } from "./as-account.ts";
import { listPages } from "./list-pages.ts";
import { type Granted, missingRights } from "./needed-rights.ts";
import { type Failed, failedCall, longLived } from "./obtain-token.ts";

/**
 * The Pages that a token opens, whoever's it is: a person's (made to last first), a system user's, or a Page's own.
 * Never throws for what Facebook does.
 */
export async function findConnectable(tools: Tools, app: FacebookApp, token: string): Promise<Connectable> {
  const facts = await factsOf(tools, app, token);
  if ("kind" in facts) return facts;
  const trouble = troubleWith(facts, app);
  if (trouble) return trouble;
  if (facts.type === "PAGE") return await onlyPage(tools, app, token, facts);
  if (facts.type === "APP") return { kind: "failed", reason: "token-of-an-app", detail: facts.type };
  const lasting =
    facts.type === "USER" ? await longLived(tools, app, token) : { kind: "token" as const, token };
  if (lasting.kind === "failed") return lasting;
  const listed = await listPages(tools, app, lasting.token);
  if (listed.kind === "failed") return listed;
  const declined = await declinedPermissions(tools, app, lasting.token);
  const granted = grantedBy(facts);
  if (listed.pages.length === 0) {
    return { kind: "failed", reason: "no-pages", detail: declined.join(", ") || "me/accounts: 0" };
  }
  return {
    kind: "pages",
    personId: facts.user_id ?? "",
    declined,
    pages: listed.pages.map(({ id, name, token: own, tasks }) => ({
      externalId: id,
      name,
      token: own,
      missing: missingRights(id, granted, tasks),
    })),
  };
}

/** Looks the token over with the app's own (section 3.4): the only call that takes a token in its address. */
async function factsOf(tools: Tools, app: FacebookApp, token: string): Promise<TokenFacts | Failed> {
  const result = await callGraph(tools, asAccount(app), {
    method: "GET",
    path: ["debug_token"],
    parameters: { input_token: token },
    token: appToken(app),
  });
  if (result.kind === "answer") {
    const facts = readTokenFacts(result.body);
    return facts ?? { kind: "failed", reason: "answer-not-readable", detail: "debug_token" };
  }
  const { class: errorClass, detail } = readFailure(result, tools.clock.now());
  if (result.kind === "error" && /app_id/i.test(result.error.message)) {
    return { kind: "failed", reason: "token-of-another-app", detail };
  }
  const ofApp = errorClass === "login" || errorClass === "permission";
  return ofApp
    ? { kind: "failed", reason: "app-credentials-wrong", detail }
    : failedCall(result, tools.clock.now());
}

function troubleWith(facts: TokenFacts, app: FacebookApp): Failed | undefined {
  if (!facts.is_valid) {
    const { code, subcode } = facts.error ?? { code: 190 };
    const detail = `Graph ${subcode === undefined ? code : `${code}/${subcode}`}`;
    return { kind: "failed", reason: meaningOf({ code, subcode }).reason, detail };
  }
  if (facts.app_id === undefined || facts.app_id === app.appId) return undefined;
  return { kind: "failed", reason: "token-of-another-app", detail: `${facts.app_id} ≠ ${app.appId}` };
}

const identity = z.object({ id: z.string().regex(/^\d{1,40}$/), name: z.string().catch("") });

/** With a Page's own token its tasks cannot be read; the permissions stand in. */
async function onlyPage(
  tools: Tools,
  app: FacebookApp,
  token: string,
  facts: TokenFacts,
): Promise<Connectable> {
  const result = await callGraph(tools, asAccount(app), {
    method: "GET",
    path: ["me"],
    parameters: { fields: "id,name" },
    token,
  });
  if (result.kind !== "answer") return failedCall(result, tools.clock.now());
  const page = identity.safeParse(result.body).data;
  if (!page) return { kind: "failed", reason: "answer-not-readable", detail: "me" };
  const missing = missingRights(page.id, grantedBy(facts), undefined);
  return {
    kind: "pages",
    personId: facts.user_id ?? "",
    declined: [],
    pages: [{ externalId: page.id, name: page.name || page.id, token, missing }],
  };
}

function grantedBy(facts: TokenFacts): Granted {
  const targets = facts.granular_scopes.flatMap(({ scope, target_ids }) =>
    target_ids ? [[scope, target_ids] as const] : [],
  );
  return { scopes: facts.scopes, targets: new Map(targets) };
}

const permissions = z.object({
  data: z.array(z.object({ permission: z.string(), status: z.string() })),
});

/** Told to people beside what is missing; where Facebook does not say, what is missing is known all the same. */
async function declinedPermissions(tools: Tools, app: FacebookApp, token: string): Promise<string[]> {
  const result = await callGraph(tools, asAccount(app), {
    method: "GET",
    path: ["me", "permissions"],
    token,
  });
  if (result.kind !== "answer") return [];
  const { data } = permissions.safeParse(result.body).data ?? { data: [] };
  return data.filter(({ status }) => status === "declined").map(({ permission }) => permission);
}
