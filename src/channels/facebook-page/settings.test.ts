import { expect, test } from "vitest";
import { ZodError } from "zod";
import { readSettings, secretSettings } from "./settings.ts";

const least = { pageId: "100000000000001", token: "EAAsim0000000000000000token" };

test("a Page number and a token are enough; the rest has defaults", () => {
  expect(readSettings(least)).toEqual({
    ...least,
    graphUrl: "https://graph.facebook.com",
    graphVersion: "v25.0",
    allowPrivateAddress: false,
  });
});

test("reading settings twice changes nothing", () => {
  const once = readSettings({ ...least, graphUrl: "https://graph.example.it/" });
  expect(once.graphUrl).toBe("https://graph.example.it");
  expect(readSettings(once)).toEqual(once);
});

test.each([
  ["a Page number that went through a number", { pageId: 100000000000001 }, "pageId"],
  ["a Page name", { pageId: "centro.impiego" }, "pageId"],
  ["no token", { token: undefined }, "token"],
  ["a token with a line end", { token: "EAA\nx" }, "token"],
  ["a token with typographic dots", { token: "EAA…" }, "token"],
  ["an app number with letters", { appId: "x" }, "appId"],
  ["an address without scheme", { graphUrl: "graph.facebook.com" }, "graphUrl"],
  ["a token that would travel in clear", { graphUrl: "http://graph.facebook.com" }, "graphUrl"],
  ["an address with a query", { graphUrl: "https://graph.facebook.com/?x=1" }, "graphUrl"],
  ["a version without v", { graphVersion: "25.0" }, "graphVersion"],
  ["a word instead of true", { allowPrivateAddress: "si" }, "allowPrivateAddress"],
])("%s is refused by name", (_what, more, path) => {
  const error = catchError(() => readSettings({ ...least, ...more }));
  expect(error).toBeInstanceOf(ZodError);
  expect((error as ZodError).issues.map((issue) => issue.path.join("."))).toEqual([path]);
  expect((error as ZodError).issues[0]?.message).toContain("/");
});

test("a misspelt setting is refused, not ignored", () => {
  expect(() => readSettings({ ...least, pageid: "1" })).toThrow(/pageid/);
});

test("no refusal repeats a secret", () => {
  const secret = "EAAsim secret with blanks";
  const error = catchError(() => readSettings({ ...least, token: secret, appSecret: `${secret}\n` }));
  expect(JSON.stringify(error) + String(error)).not.toContain("EAAsim secret");
});

test("the token and the app's secret are the secret settings", () => {
  expect(secretSettings).toEqual(["token", "appSecret"]);
});

function catchError(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
