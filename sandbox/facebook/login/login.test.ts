import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Probe } from "../probe.ts";
import { signRequest } from "./signed-request.ts";

const RETURN = "http://localhost:8080/collega/ritorno";
const SECRET = "0123456789abcdef0123456789abcdef";
const SCOPES = ["pages_show_list", "pages_manage_posts", "pages_read_engagement"];
const HOUR_MS = 3_600_000;

let probe: Probe;

beforeAll(async () => {
  probe = await Probe.start();
});
afterAll(() => probe.facebook.close());
beforeEach(() => {
  probe.facebook.reset();
});

function dialog(params: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: probe.facebook.seed.app.id,
    redirect_uri: RETURN,
    state: "s1 à",
    scope: SCOPES.join(","),
    ...params,
  });
  return `${probe.facebook.origin}/v25.0/dialog/oauth?${query}`;
}

/** Sends the form of the dialog; gives where the browser is led. */
async function decide(fields: [string, string][], more: Record<string, string> = {}): Promise<URL> {
  const base = {
    client_id: probe.facebook.seed.app.id,
    redirect_uri: RETURN,
    state: "s1 à",
    scope: SCOPES.join(","),
  };
  const body = new URLSearchParams([...Object.entries({ ...base, ...more }), ...fields]);
  const response = await fetch(`${probe.facebook.origin}/_login`, {
    method: "POST",
    body,
    redirect: "manual",
  });
  expect(response.status).toBe(302);
  return new URL(response.headers.get("location") ?? "");
}

const agree: [string, string][] = [
  ...SCOPES.map((scope): [string, string] => ["granted", scope]),
  ["pages", "100000000000001"],
  ["decision", "continue"],
];

async function exchange(params: Record<string, string>) {
  const { id } = probe.facebook.seed.app;
  const query = new URLSearchParams({
    client_id: id,
    client_secret: SECRET,
    redirect_uri: RETURN,
    ...params,
  });
  const response = await fetch(`${probe.facebook.origin}/v25.0/oauth/access_token?${query}`);
  return (await response.json()) as {
    access_token: string;
    expires_in: number;
    error: { code: number; error_subcode?: number };
  };
}

async function shortToken(fields = agree, more: Record<string, string> = {}) {
  const code = (await decide(fields, more)).searchParams.get("code") ?? "";
  return (await exchange({ code })).access_token;
}

describe("the dialog", () => {
  test("is a page without scripts that says it is a simulation, in both languages", async () => {
    const page = await (await fetch(dialog())).text();
    expect(page).toContain("Simulazione");
    expect(page).toContain('name="pages" value="100000000000001"');
    expect(page).toContain("Pubblicare, modificare ed eliminare post");
    expect(page).not.toContain("<script");
    expect(await (await fetch(dialog({ lang: "en" }))).text()).toContain("Continue");
    expect(await (await fetch(dialog({ as: "anna" }))).text()).toContain("non ha ruoli su nessuna Pagina");
  });

  test("leads back with code and state, or with what a person who cancels leaves behind", async () => {
    const yes = await decide(agree);
    expect(yes.searchParams.get("state")).toBe("s1 à");
    expect(yes.searchParams.get("code")).toMatch(/^AQ/);
    expect(yes.hash).toBe("#_=_");
    const no = await decide([["decision", "cancel"]]);
    expect(Object.fromEntries(no.searchParams)).toEqual({
      error_reason: "user_denied",
      error: "access_denied",
      error_description: "Permissions error.",
      state: "s1 à",
    });
  });

  test("opens for no unknown app, and leads to no address that is not the app's or not secure", async () => {
    expect((await fetch(dialog({ client_id: "1" }))).status).toBe(400);
    expect((await fetch(dialog({ redirect_uri: "http://altrove.example/" }))).status).toBe(400);
    expect((await fetch(dialog({ redirect_uri: "javascript:alert(1)" }))).status).toBe(400);
    expect((await fetch(dialog({ response_type: "token" }))).status).toBe(400);
  });
});

describe("exchanges", () => {
  test("code to short to long to a Page token without an end, only for the Pages that were ticked", async () => {
    const short = await shortToken();
    const long = await exchange({ grant_type: "fb_exchange_token", fb_exchange_token: short });
    expect(long.expires_in).toBe(5_183_944);
    const accounts = (await probe.get("/me/accounts", {}, long.access_token)).body.data;
    expect(accounts.map(({ id }) => id)).toEqual([probe.page]);
    const pageToken = accounts[0]?.access_token as string;
    const again = (await probe.get(`/${probe.page}`, { fields: "access_token" }, long.access_token)).body;
    expect(again.access_token).toBe(pageToken);
    const about = await probe.get(
      "/debug_token",
      { input_token: pageToken },
      `${probe.facebook.seed.app.id}|${SECRET}`,
    );
    expect(about.body.data).toMatchObject({
      type: "PAGE",
      expires_at: 0,
      is_valid: true,
      profile_id: probe.page,
    });
    probe.facebook.advance(61 * 24 * HOUR_MS);
    expect((await probe.post(`/${probe.page}/feed`, { message: "Ancora vivo" }, pageToken)).status).toBe(200);
    expect((await probe.get("/me", {}, long.access_token)).body.error.error_subcode).toBe(463);
    const late = await exchange({ grant_type: "fb_exchange_token", fb_exchange_token: long.access_token });
    expect(late.error).toMatchObject({ code: 190, error_subcode: 463 });
  });

  test("a Page token of a short-lived one ends with it", async () => {
    const short = await shortToken();
    const [account] = (await probe.get("/me/accounts", {}, short)).body.data;
    const pageToken = account?.access_token as string;
    expect((await probe.get("/me", {}, pageToken)).body.id).toBe(probe.page);
    probe.facebook.advance(2 * HOUR_MS);
    expect((await probe.get("/me", {}, pageToken)).body.error.error_subcode).toBe(463);
  });

  test("a code works once, for its own address, with the right secret, for a while", async () => {
    const code = (await decide(agree)).searchParams.get("code") ?? "";
    expect((await exchange({ code, client_secret: "no" })).error.code).toBe(1);
    expect((await exchange({ code, redirect_uri: `${RETURN}/altro` })).error.code).toBe(100);
    expect((await exchange({ code })).access_token).toMatch(/^EAA/);
    expect((await exchange({ code })).error).toMatchObject({ code: 100, error_subcode: 36009 });
    const late = (await decide(agree)).searchParams.get("code") ?? "";
    probe.facebook.advance(HOUR_MS);
    expect((await exchange({ code: late })).error.code).toBe(100);
    expect((await exchange({ grant_type: "client_credentials" })).access_token).toContain("|");
  });

  test("a declined permission is told by me/permissions and lacks in what the Page token may do", async () => {
    const short = await shortToken(agree.filter(([, value]) => value !== "pages_manage_posts"));
    const permissions = (await probe.get("/me/permissions", {}, short)).body.data;
    expect(permissions).toContainEqual({ permission: "pages_manage_posts", status: "declined" });
    expect(permissions).toContainEqual({ permission: "pages_show_list", status: "granted" });
    const [account] = (await probe.get("/me/accounts", {}, short)).body.data;
    const post = await probe.post(`/${probe.page}/feed`, { message: "No" }, account?.access_token as string);
    expect(post.body.error.code).toBe(200);
  });

  test("a configuration freezes its permissions and may give a system user's token that never ends", async () => {
    const app = probe.facebook.world.apps.get(probe.facebook.seed.app.id);
    if (!app) throw new Error("no app");
    app.configurations = { "77": { scopes: SCOPES, system: true } };
    const token = await shortToken(
      [
        ["pages", probe.page],
        ["decision", "continue"],
      ],
      { config_id: "77" },
    );
    probe.facebook.advance(200 * 24 * HOUR_MS);
    const [account] = (await probe.get("/me/accounts", {}, token)).body.data;
    const message = { message: "Dal sistema" };
    expect((await probe.post(`/${probe.page}/feed`, message, account?.access_token as string)).status).toBe(
      200,
    );
    probe.facebook.logins.end("password", { userId: "10100000000000001" });
    expect((await probe.get("/me", {}, token)).status).toBe(200);
  });
});

describe("the end of it", () => {
  test("a lost role, a password change and a new app secret each end the tokens they concern", async () => {
    const short = await shortToken();
    const { access_token: long } = await exchange({
      grant_type: "fb_exchange_token",
      fb_exchange_token: short,
    });
    const pageToken = (await probe.get("/me/accounts", {}, long)).body.data[0]?.access_token as string;
    const subcode = async () => (await probe.get("/me", {}, pageToken)).body.error?.error_subcode;
    const page = probe.facebook.world.pages.get(probe.page);
    if (!page) throw new Error("no Page");
    probe.facebook.world.setTasks(page, "10100000000000001", []);
    expect(await subcode()).toBe(492);
    expect((await probe.get("/me/accounts", {}, long)).body.data).toEqual([]);
    probe.facebook.world.setTasks(page, "10100000000000001", page.tasks);
    expect(await subcode()).toBeUndefined();
    probe.facebook.logins.end("password", { userId: "10100000000000001" });
    expect(await subcode()).toBe(460);
    probe.facebook.reset();
    const app = probe.facebook.world.apps.get(probe.facebook.seed.app.id);
    if (!app) throw new Error("no app");
    probe.facebook.logins.resetSecret(app, "f".repeat(32));
    expect(await subcode()).toBe(467);
    expect(
      (await probe.get("/debug_token", { input_token: long }, `${app.id}|${SECRET}`)).body.error.code,
    ).toBe(190);
    probe.facebook.logins.resetSecret(app, SECRET);
  });

  test("a permission taken away is gone, and whoever leaves the app ends its tokens and is announced", async () => {
    const bodies: string[] = [];
    const server: Server = createServer((request, response) => {
      request.on("data", (bytes) => bodies.push(String(bytes)));
      request.on("end", () => response.end("{}"));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const app = probe.facebook.world.apps.get(probe.facebook.seed.app.id);
    if (!app) throw new Error("no app");
    app.deauthorizeUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/via`;
    const short = await shortToken();
    expect((await probe.remove("/me/permissions/pages_manage_posts", short)).body).toEqual({ success: true });
    expect((await probe.get("/me/permissions", {}, short)).body.data).toContainEqual({
      permission: "pages_manage_posts",
      status: "declined",
    });
    await probe.remove("/me/permissions", short);
    expect((await probe.get("/me", {}, short)).body.error.error_subcode).toBe(458);
    await expect.poll(() => bodies.join("")).toMatch(/^signed_request=[\w-]+\.[\w-]+$/);
    app.deauthorizeUrl = undefined;
    await new Promise((resolve) => server.close(resolve));
  });

  test("signed_request is the vector of section 23", () => {
    const request = {
      algorithm: "HMAC-SHA256",
      expires: 1767312000,
      issued_at: 1767225600,
      user_id: "218471",
    } as const;
    expect(signRequest(request, SECRET)).toBe(
      "mOYrxBWPlsdlVy1mlqsuHzotpxeAEy7qlzmyO5prH2k.eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImV4cGlyZXMiOjE3NjczMTIwMDAsImlzc3VlZF9hdCI6MTc2NzIyNTYwMCwidXNlcl9pZCI6IjIxODQ3MSJ9",
    );
  });
});
