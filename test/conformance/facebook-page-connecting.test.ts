import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FacebookSandbox, startFacebook } from "../../sandbox/facebook/index.ts";
import { PAGE_SCOPES, PERSON_ID } from "../../sandbox/facebook/seed.ts";
import type { Connectable } from "../../src/channels/connecting.ts";
import { type FacebookApp, readApp } from "../../src/channels/facebook-page/app.ts";
import { connecting } from "../../src/channels/facebook-page/connecting/connecting.ts";
import { systemClock } from "../../src/platform/clock.ts";
import type { HttpClient, HttpRequest } from "../../src/platform/http-client.ts";
import { openHttpClient } from "../../src/platform/open-http-client.ts";
import { sharedIsHere, sharedMissing } from "../shared.ts";
import { overheard } from "./facebook-world.ts";
import { beyondSpecification, callsIn } from "./official-names.ts";

// Our way of connecting against the pretend Facebook: its dialog, its exchanges, its list of Pages.

const redirectUrl = "http://127.0.0.1:8090/desk/connected/facebook-page";

let facebook: FacebookSandbox;
let http: HttpClient;
const requests: HttpRequest[] = [];
let app: FacebookApp;
let own: ReturnType<typeof connecting>;

beforeAll(async () => {
  facebook = await startFacebook({ scrape: false });
  http = overheard(openHttpClient({ userAgent: "Bacheca/test" }), requests);
  const { id, secret } = facebook.seed.app;
  const here = { graphUrl: facebook.origin, loginUrl: facebook.origin, allowPrivateAddress: true };
  app = readApp({ appId: id, appSecret: secret, ...here });
  own = connecting({ http, clock: systemClock });
});
afterAll(async () => {
  await http.close();
  await facebook.close();
});
beforeEach(() => facebook.reset());

interface Consent {
  granted?: string[];
  pages?: string[];
  decision?: string;
  as?: string;
}

/** Goes to our login address and ends the dialog as a person would; gives what comes back to our address. */
async function logIn(consent: Consent = {}, isAgain = false) {
  const address = own.loginAddress(app, { state: "stato-di-prova", redirectUrl, isAgain });
  const page = await fetch(address);
  expect(page.status).toBe(200);
  const { page: first, secondPage } = facebook.seed;
  const asked = new URL(address).searchParams;
  const body = new URLSearchParams([
    ...[...asked].filter(([name]) => ["client_id", "redirect_uri", "state", "scope"].includes(name)),
    ["as", consent.as ?? "giulia"],
    ["decision", consent.decision ?? "continue"],
    ...each("granted", consent.granted ?? PAGE_SCOPES),
    ...each("pages", consent.pages ?? [first.id, secondPage.id]),
  ]);
  const answer = await fetch(`${facebook.origin}/_login`, { method: "POST", body, redirect: "manual" });
  const back = new URL(answer.headers.get("location") ?? "");
  expect(back.href.startsWith(redirectUrl)).toBe(true);
  return own.readReturn(Object.fromEntries(back.searchParams));
}

function each(name: string, values: readonly string[]): [string, string][] {
  return values.map((value) => [name, value]);
}

async function connectable(consent: Consent = {}): Promise<Connectable> {
  const back = await logIn(consent);
  if (back.kind !== "code") throw new Error(back.kind);
  return await own.exchange(app, back.code, redirectUrl);
}

function giveTasks(pageId: string, tasks: string[]): void {
  const page = facebook.world.pages.get(pageId);
  if (page) facebook.world.setTasks(page, PERSON_ID, tasks);
}

function pagesOf(result: Connectable) {
  if (result.kind !== "pages") throw new Error(`${result.reason}: ${result.detail}`);
  return result;
}

describe("logging in with Facebook", () => {
  it("gives every ticked Page with a token of its own that lasts, and nothing missing", async () => {
    const result = pagesOf(await connectable());
    expect(result.personId).toBe(PERSON_ID);
    expect(result.declined).toEqual([]);
    expect(result.pages.map(({ externalId, missing }) => [externalId, missing])).toEqual([
      [facebook.seed.page.id, []],
      [facebook.seed.secondPage.id, []],
    ]);
    for (const page of result.pages) {
      const again = pagesOf(await own.examine(app, page.token));
      expect(again.pages.map(({ externalId }) => externalId)).toEqual([page.externalId]);
      expect(facebook.world.tokens.get(page.token)).toMatchObject({ kind: "PAGE", expiresAt: 0 });
    }
  });

  it("does not show a Page that was not ticked", async () => {
    const { secondPage } = facebook.seed;
    const { pages } = pagesOf(await connectable({ pages: [secondPage.id] }));
    expect(pages.map(({ externalId }) => externalId)).toEqual([secondPage.id]);
    expect(await connectable({ pages: [] })).toMatchObject({ kind: "failed", reason: "no-pages" });
  });

  it("names a permission that was declined, and says whether publishing rests on it", async () => {
    const granted = PAGE_SCOPES.filter((one) => !["pages_manage_posts", "read_insights"].includes(one));
    const { pages, declined } = pagesOf(await connectable({ granted }));
    expect(declined.toSorted()).toEqual(["pages_manage_posts", "read_insights"]);
    expect(pages[0]?.missing).toEqual([
      { name: "pages_manage_posts", isEssential: true },
      { name: "read_insights", isEssential: false },
    ]);
  });

  it("names a task that the person lacks on the Page, under either family of names", async () => {
    const { page, secondPage } = facebook.seed;
    giveTasks(page.id, ["ANALYZE"]);
    giveTasks(secondPage.id, ["PROFILE_PLUS_FULL_CONTROL"]);
    const { pages } = pagesOf(await connectable());
    expect(pages.map(({ missing }) => missing.map(({ name }) => name))).toEqual([
      ["CREATE_CONTENT", "MODERATE", "MESSAGING"],
      [],
    ]);
  });

  it("tells a cancelled dialog from one that Facebook refused, and both from what it never sent", async () => {
    expect(await logIn({ decision: "cancel" })).toMatchObject({
      kind: "refused",
      state: "stato-di-prova",
      reason: "login-cancelled",
    });
    expect(own.readReturn({ state: "s", error: "server_error" })).toMatchObject({ reason: "login-refused" });
    expect(own.readReturn({ state: "s" })).toEqual({ kind: "unreadable" });
    expect(own.readReturn({ code: "c" })).toEqual({ kind: "unreadable" });
  });

  it("is refused with a code used before, one nobody gave, and another return address", async () => {
    const back = await logIn();
    if (back.kind !== "code") throw new Error(back.kind);
    const elsewhere = await own.exchange(app, back.code, `${redirectUrl}/altrove`);
    expect(elsewhere).toMatchObject({ kind: "failed", reason: "code-refused" });
    pagesOf(await own.exchange(app, back.code, redirectUrl));
    const twice = await own.exchange(app, back.code, redirectUrl);
    expect(twice).toMatchObject({ kind: "failed", reason: "code-used" });
    const invented = await own.exchange(app, "inventato", redirectUrl);
    expect(invented).toMatchObject({ kind: "failed", reason: "code-refused" });
  });

  it("says that the app's secret is wrong, without saying the secret", async () => {
    const back = await logIn();
    if (back.kind !== "code") throw new Error(back.kind);
    const wrong = { ...app, appSecret: "a-wrong-secret" };
    const result = await own.exchange(wrong, back.code, redirectUrl);
    expect(result).toMatchObject({ kind: "failed", reason: "app-credentials-wrong" });
    expect(JSON.stringify(result)).not.toMatch(/a-wrong-secret|AQ[\w-]{20}/);
  });

  it("asks again for what was declined when a Page is connected again", () => {
    const ask = (isAgain: boolean) =>
      new URL(own.loginAddress(app, { state: "s", redirectUrl, isAgain })).searchParams.get("auth_type");
    expect([ask(false), ask(true)]).toEqual([null, "rerequest"]);
  });

  it("names a configuration in place of permissions where the app has one", () => {
    const address = own.loginAddress({ ...app, configId: "42" }, { state: "s", redirectUrl, isAgain: false });
    const query = Object.fromEntries(new URL(address).searchParams);
    expect(query).toMatchObject({ config_id: "42", override_default_response_type: "true" });
    expect(query).not.toHaveProperty("scope");
  });
});

describe("a pasted token", () => {
  it("of a system user gives the Pages it sees, without being exchanged", async () => {
    const { pages } = pagesOf(await own.examine(app, facebook.seed.systemUserToken));
    expect(pages.map(({ externalId }) => externalId)).toContain(facebook.seed.page.id);
  });

  it("of a Page gives that Page", async () => {
    const { page, pageToken } = facebook.seed;
    const { pages } = pagesOf(await own.examine(app, pageToken));
    expect(pages).toMatchObject([{ externalId: page.id, token: pageToken, missing: [] }]);
  });

  it("of another app, of an app, or of nobody is refused, each with its reason", async () => {
    const reasonOf = async (token: string) => {
      const result = await own.examine(app, token);
      return result.kind === "failed" ? result.reason : result.kind;
    };
    expect(await reasonOf(facebook.seed.strangerToken)).toBe("token-of-another-app");
    expect(await reasonOf(`${app.appId}|${app.appSecret}`)).toBe("token-of-an-app");
    expect(await reasonOf("EAAinventato")).toBe("token-invalid");
  });
});

describe("our requests for connecting", () => {
  const skipped = sharedIsHere ? "" : ` (skipped: ${sharedMissing})`;

  /** What they say beyond Meta's specification, which has no node for obtaining and examining tokens. */
  const exceptions = {
    "parameter appsecret_proof": "of every call, for all nodes alike (graph-api.md section 3.7)",
    "parameter limit": "paging, for all edges alike (section 18)",
    "field tasks": "of a Page in /me/accounts, documented beside the specification (section 3.3)",
    "parameter input_token": "section 3.4",
    "parameter client_id": "section 3.2",
    "parameter client_secret": "section 3.2",
    "parameter code": "section 3.2",
    "parameter redirect_uri": "section 3.2",
    "parameter grant_type": "section 3.2",
    "parameter fb_exchange_token": "section 3.2",
  };

  it.skipIf(!sharedIsHere)(`use names of Meta's specification, or have a reason not to${skipped}`, () => {
    expect(beyondSpecification(requests, exceptions)).toEqual({ unknown: [], unneeded: [] });
  });

  it("are these five", () => {
    const calls = ["GET Page", "GET User/accounts", "GET User/permissions", "GET debug_token"];
    expect(callsIn(requests)).toEqual([...calls, "POST oauth/access_token"]);
  });
});
