import { describe, expect, it } from "vitest";
import { readApp } from "./app.ts";

const app = { appId: "1234567890123456", appSecret: "0123456789abcdef" };

describe("the settings of an authority's app at Facebook", () => {
  it("need an id and a secret and know where Facebook is", () => {
    expect(readApp(app)).toMatchObject({
      ...app,
      graphUrl: "https://graph.facebook.com",
      loginUrl: "https://www.facebook.com",
      graphVersion: "v25.0",
      allowPrivateAddress: false,
    });
    expect(() => readApp({ appId: app.appId })).toThrow(/manca/);
  });

  it("read their own result without a change", () => {
    expect(readApp(readApp(app))).toEqual(readApp(app));
  });

  it("have a verify token of ours where none is given, which does not show the secret", () => {
    const { verifyToken } = readApp(app);
    expect(verifyToken).toMatch(/^[0-9a-f]{64}$/);
    expect(verifyToken).toBe(readApp(app).verifyToken);
    expect(verifyToken).not.toBe(readApp({ ...app, appSecret: "another" }).verifyToken);
    expect(readApp({ ...app, verifyToken: "chosen" }).verifyToken).toBe("chosen");
  });

  it("refuse an address in clear, except where private addresses are allowed", () => {
    const clear = { ...app, loginUrl: "http://127.0.0.1:4000/" };
    expect(() => readApp(clear)).toThrow(/https/);
    expect(readApp({ ...clear, allowPrivateAddress: true }).loginUrl).toBe("http://127.0.0.1:4000");
  });

  it("name an unknown setting", () => {
    expect(() => readApp({ ...app, apId: "1" })).toThrow(/apId/);
  });
});
