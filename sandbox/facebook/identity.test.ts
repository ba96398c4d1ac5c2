import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Probe } from "./probe.ts";
import { appsecretProof, TOKEN_ENDS } from "./token.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
let probe: Probe;
let now = Date.UTC(2026, 0, 1, 18, 0, 0);

beforeAll(async () => {
  probe = await Probe.start({ now: () => now });
});
afterAll(() => probe.facebook.close());
beforeEach(() => {
  probe.facebook.reset();
});

describe("appsecret_proof", () => {
  test("is the vector of section 23", () => {
    expect(appsecretProof("EAAsim0000000000000000token", SECRET)).toBe(
      "3051d65e414f50338f7eed73853b2619b4c5e456bc9fec228138116d3e02f747",
    );
  });

  test("a right one passes, a wrong one is code 100 of type GraphMethodException", async () => {
    const right = await probe.publish("Con prova", {
      appsecret_proof: appsecretProof(probe.facebook.seed.pageToken, SECRET),
    });
    expect(right.status).toBe(200);
    for (const proof of ["00", appsecretProof(probe.facebook.seed.userToken, SECRET), "è".repeat(64)]) {
      const { body } = await probe.publish("Senza", { appsecret_proof: proof });
      expect(body.error).toMatchObject({
        code: 100,
        type: "GraphMethodException",
        message: "Invalid appsecret_proof provided in the API argument",
      });
    }
    expect(probe.facebook.posts()).toHaveLength(1);
  });

  test("an app that requires it refuses calls without", async () => {
    const strict = await Probe.start({
      apps: [{ id: "138483919580948", secret: SECRET, requireProof: true }],
    });
    const { body } = await strict.publish("Senza");
    expect(body.error.message).toBe("API calls from the server require an appsecret_proof argument");
    const proof = { appsecret_proof: appsecretProof(strict.facebook.seed.pageToken, SECRET) };
    expect((await strict.publish("Con", proof)).status).toBe(200);
    await strict.facebook.close();
  });
});

describe("tokens", () => {
  test("none is 104, an unknown one 190, the latter as 401 when it came in a header", async () => {
    const address = `${probe.facebook.origin}/v25.0/me`;
    const none = (await (await fetch(address)).json()) as { error: { code: number } };
    expect(none.error.code).toBe(104);
    expect((await probe.get("/me", {}, "EAAnessuno")).body.error.code).toBe(190);
    const header = await fetch(address, { headers: { authorization: "Bearer EAAnessuno" } });
    expect(header.status).toBe(401);
    expect(header.headers.get("www-authenticate")).toContain('OAuth "Facebook Platform" "invalid_token"');
  });

  test.each([
    ["expired", 463],
    ["password", 460],
    ["not-installed", 458],
    ["checkpoint", 459],
    ["unconfirmed", 464],
    ["invalidated", 467],
    ["role-lost", 492],
  ] as const)("a token that ended as %s answers 190/%i everywhere until restored", async (end, subcode) => {
    probe.facebook.expireToken(probe.facebook.seed.pageToken, end);
    const { body } = await probe.publish("Niente");
    expect(body.error).toMatchObject({ code: 190, error_subcode: subcode, type: "OAuthException" });
    expect((await probe.get(`/${probe.page}/published_posts`)).body.error.error_subcode).toBe(subcode);
    probe.facebook.restoreToken(probe.facebook.seed.pageToken);
    expect((await probe.publish("Di nuovo")).status).toBe(200);
    expect(TOKEN_ENDS).toContain(end);
  });

  test("an expiry date passes by itself, in the words of the real message", async () => {
    const value = "EAAscade";
    probe.facebook.addToken({
      value,
      kind: "USER",
      appId: "138483919580948",
      userId: "10100000000000001",
      expiresAt: now + 1000,
    });
    expect((await probe.get("/me", {}, value)).status).toBe(200);
    now += 2000;
    expect((await probe.get("/me", {}, value)).body.error.message).toBe(
      "Error validating access token: Session has expired on Thursday, 01-Jan-26 10:00:01 PST. The current time is Thursday, 01-Jan-26 10:00:02 PST.",
    );
  });

  test("writing needs a Page token: a user's gives 190/2069032", async () => {
    const { body } = await probe.post(
      `/${probe.page}/feed`,
      { message: "Mio" },
      probe.facebook.seed.userToken,
    );
    expect(body.error).toMatchObject({ code: 190, error_subcode: 2069032 });
  });

  test("the token of another Page may neither post (200) nor read (10)", async () => {
    const { secondPageToken, strangerToken } = probe.facebook.seed;
    const post = await probe.post(`/${probe.page}/feed`, { message: "Altrui" }, secondPageToken);
    expect([post.status, post.body.error.code]).toEqual([403, 200]);
    expect((await probe.get(`/${probe.page}/published_posts`, {}, secondPageToken)).body.error.code).toBe(10);
    expect((await probe.get(`/${probe.page}/published_posts`, {}, strangerToken)).body.error.code).toBe(10);
  });

  test("without pages_manage_posts, or without the task, nothing can be posted", async () => {
    const value = "EAAsololettura";
    const scopes = new Set(["pages_show_list", "pages_read_engagement"]);
    probe.facebook.addToken({
      value,
      kind: "PAGE",
      appId: "138483919580948",
      userId: "10100000000000001",
      pageId: probe.page,
      scopes,
    });
    expect((await probe.post(`/${probe.page}/feed`, { message: "No" }, value)).body.error.code).toBe(200);
    expect((await probe.get(`/${probe.page}/published_posts`, {}, value)).status).toBe(200);
    const analyst = probe.facebook.addPage({ id: "100000000000077", tasks: ["ANALYZE"] });
    expect((await probe.post(`/${analyst.id}/feed`, { message: "No" }, analyst.token)).body.error.code).toBe(
      200,
    );
  });
});

describe("who am I", () => {
  test("me/accounts lists the Pages of the person with their tokens and tasks", async () => {
    const { body } = await probe.get("/me/accounts", {}, probe.facebook.seed.userToken);
    expect(body.data[0]).toEqual({
      access_token: probe.facebook.seed.pageToken,
      category: "Government Organization",
      category_list: [{ id: "161422927240513", name: "Government Organization" }],
      name: "Provincia di Valdilago – Lavoro (simulazione)",
      id: probe.page,
      tasks: ["ADVERTISE", "ANALYZE", "CREATE_CONTENT", "MESSAGING", "MODERATE", "MANAGE"],
    });
    expect((await probe.get("/me/accounts", {}, probe.facebook.seed.strangerToken)).body.data).toEqual([]);
    expect((await probe.get("/me/accounts")).body.error.message).toContain("(accounts) on node type (Page)");
  });

  test("me is the Page with a Page token and the person with a user's", async () => {
    expect((await probe.get("/me")).body.id).toBe(probe.page);
    expect((await probe.get("/me", { fields: "id" }, probe.facebook.seed.userToken)).body).toEqual({
      id: "10100000000000001",
    });
    expect((await probe.get("/me", {}, `138483919580948|${SECRET}`)).body.error.code).toBe(2500);
  });

  test("me/permissions says what was granted", async () => {
    const { body } = await probe.get("/me/permissions", {}, probe.facebook.seed.userToken);
    expect(body.data).toContainEqual({ permission: "pages_manage_posts", status: "granted" });
  });

  test("the Page shows its token only to its own person and app", async () => {
    const ask = (token: string) => probe.get(`/${probe.page}`, { fields: "name,access_token" }, token);
    expect((await ask(probe.facebook.seed.userToken)).body.access_token).toBe(probe.facebook.seed.pageToken);
    expect((await ask(probe.facebook.seed.strangerToken)).body).not.toHaveProperty("access_token");
    expect((await probe.get(`/${probe.page}`, { fields: "colore" })).body.error.message).toContain(
      "node type (Page)",
    );
  });

  test("debug_token describes a valid token, and answers 200 also for others", async () => {
    const ask = (input: string) =>
      probe.get("/debug_token", { input_token: input }, `138483919580948|${SECRET}`);
    expect((await ask(probe.facebook.seed.pageToken)).body.data).toMatchObject({
      app_id: "138483919580948",
      type: "PAGE",
      application: "Bacheca",
      expires_at: 0,
      is_valid: true,
      profile_id: probe.page,
      user_id: "10100000000000001",
    });
    probe.facebook.expireToken(probe.facebook.seed.pageToken, "password");
    const ended = await ask(probe.facebook.seed.pageToken);
    expect(ended.status).toBe(200);
    expect(ended.body.data).toMatchObject({
      is_valid: false,
      scopes: [],
      error: { code: 190, subcode: 460 },
    });
    expect((await ask("EAAnessuno")).body.data).toMatchObject({ is_valid: false, error: { code: 190 } });
    expect((await ask(probe.facebook.seed.strangerToken)).body.error.code).toBe(100);
  });
});

describe("addresses", () => {
  const ask = async (path: string) =>
    fetch(`${probe.facebook.origin}${path}?access_token=${probe.facebook.seed.pageToken}`);

  test("living versions serve themselves, expired and missing ones the oldest alive, unreleased ones nothing", async () => {
    expect((await ask("/v26.0/me")).headers.get("facebook-api-version")).toBe("v26.0");
    expect((await ask("/v3.1/me")).headers.get("facebook-api-version")).toBe("v21.0");
    expect((await ask("/me")).headers.get("facebook-api-version")).toBe("v21.0");
    expect((await ask("/v27.0/me")).status).toBe(404);
    now = Date.UTC(2027, 5, 1);
    expect((await ask("/v21.0/me")).headers.get("facebook-api-version")).toBe("v23.0");
    now = Date.UTC(2026, 0, 1, 18);
  });

  test("what does not exist is 100/33 or 803, what is not imitated 501", async () => {
    expect((await probe.get("/999")).body.error).toMatchObject({
      code: 100,
      error_subcode: 33,
      type: "GraphMethodException",
    });
    expect((await probe.get("/qualcuno")).body.error.code).toBe(803);
    const albums = await probe.post(`/${probe.page}/albums`, { name: "Fiera" });
    expect(albums.status).toBe(501);
    expect(albums.body.error.message).toBe("not imitated here: POST albums on a page");
  });

  test("every error has a trace id, none with digits by chance", async () => {
    for (let round = 0; round < 200; round += 1) {
      expect((await probe.get("/999")).body.error.fbtrace_id).toMatch(/^A[A-Za-z]{22}$/);
    }
  });
});
