import { expect, test } from "vitest";
import { readApp } from "../app.ts";
import { loginAddress, readReturn } from "./login-address.ts";

const given = { appId: "138483919580948", appSecret: "0123456789abcdef" };
const login = {
  state: "stato & segno",
  redirectUrl: "https://bacheca.example.it/desk/connected?x=1",
  isAgain: false,
};
const permissions =
  "pages_show_list,pages_manage_posts,pages_read_engagement,pages_read_user_content,pages_manage_engagement,pages_manage_metadata,pages_messaging,read_insights";

test.each<[string, object, object, Record<string, string>]>([
  ["with our list of permissions", {}, {}, { scope: permissions }],
  ["again, for what was declined", {}, { isAgain: true }, { scope: permissions, auth_type: "rerequest" }],
  [
    "with a configuration of Login for Business, which brings its own",
    { configId: "42" },
    {},
    { config_id: "42", override_default_response_type: "true" },
  ],
])("the browser is sent to Facebook's dialog %s", (_what, more, changes, expected) => {
  const address = new URL(loginAddress(readApp({ ...given, ...more }), { ...login, ...changes }));
  expect(address.origin + address.pathname).toBe("https://www.facebook.com/v25.0/dialog/oauth");
  expect(Object.fromEntries(address.searchParams)).toEqual({
    client_id: given.appId,
    redirect_uri: login.redirectUrl,
    state: login.state,
    response_type: "code",
    ...expected,
  });
  expect(address.href).not.toContain(given.appSecret);
});

test.each<[string, Record<string, string | undefined>, object]>([
  ["a code", { state: "s", code: "AQ" }, { kind: "code", state: "s", code: "AQ" }],
  [
    "somebody's no",
    {
      state: "s",
      error: "access_denied",
      error_reason: "user_denied",
      error_description: "Permissions error.",
    },
    { kind: "refused", state: "s", reason: "login-cancelled", detail: "access_denied: Permissions error." },
  ],
  [
    "a no of Facebook's",
    { state: "s", error_code: "1349187", error: "server_error", error_message: "Invalid Scopes" },
    { kind: "refused", state: "s", reason: "login-refused", detail: "server_error: 1349187: Invalid Scopes" },
  ],
  [
    "a no beside a code",
    { state: "s", error: "access_denied", code: "AQ" },
    { kind: "refused", reason: "login-cancelled" },
  ],
  ["a code without its state", { code: "AQ" }, { kind: "unreadable" }],
  ["a state alone", { state: "s" }, { kind: "unreadable" }],
  ["nothing", {}, { kind: "unreadable" }],
])("a browser that brings back %s", (_what, parameters, expected) => {
  expect(readReturn(parameters)).toMatchObject(expected);
});

test("what anybody may have written into our address is kept short and plain", () => {
  const back = readReturn({ state: "s", error: "x", error_description: `a\r\nb\u202Ec${"d".repeat(500)}` });
  const detail = back.kind === "refused" ? back.detail : "";
  expect(detail).toMatch(/^x: a b c/);
  expect(detail).toHaveLength(200);
});
