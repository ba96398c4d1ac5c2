import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { handshake, isGenuine, isSigned, readSignedRequest } from "./signature.ts";

// The vectors of graph-api.md section 23.
const appSecret = "0123456789abcdef0123456789abcdef";
const body = Buffer.from(
  String.raw`{"object":"page","entry":[{"id":"100000000000001","time":1767225600,"changes":[{"field":"feed","value":{"from":{"id":"7000000000000001","name":"Niccol\u00f2 Rossi"},"item":"comment","verb":"add","post_id":"100000000000001_200000000000001","comment_id":"200000000000001_300000000000001","parent_id":"100000000000001_200000000000001","created_time":1767225600,"message":"C\u0027\u00e8 posto? https:\/\/example.it"}}]}]}`,
);
const signature = "sha256=648877f53ec76fce7b346e92c2670c815e625995907daf23cf8262ec1ce7eb93";
const reserialised = "sha256=5fa74b3ca1a6d52e3e8e90c5b77db417537a22e2177b8cd33cac6505b1d9d6c9";
const signedRequest =
  "mOYrxBWPlsdlVy1mlqsuHzotpxeAEy7qlzmyO5prH2k.eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImV4cGlyZXMiOjE3NjczMTIwMDAsImlzc3VlZF9hdCI6MTc2NzIyNTYwMCwidXNlcl9pZCI6IjIxODQ3MSJ9";

const proves = (bytes: Buffer, claimed: string | undefined, header = "x-hub-signature-256") =>
  isGenuine({ appSecret }, bytes, { [header]: claimed });

test("the body of the vector has its 417 bytes, and its signature proves it", () => {
  expect(body).toHaveLength(417);
  expect(proves(body, signature)).toBe(true);
  expect(proves(body, signature.toUpperCase().replace("SHA256", "sha256"))).toBe(true);
});

test("the same JSON written again is not the same bytes: its own signature differs, and the vector's proves nothing", () => {
  const again = Buffer.from(JSON.stringify(JSON.parse(body.toString("utf8"))));
  expect(proves(again, signature)).toBe(false);
  expect(proves(again, reserialised)).toBe(true);
  expect(proves(body, reserialised)).toBe(false);
});

test.each([
  ["none", undefined],
  ["an empty one", ""],
  ["one of another algorithm", signature.replace("sha256", "sha1")],
  ["one without its algorithm", signature.replace("sha256=", "")],
  ["one cut short", signature.slice(0, -2)],
  ["one with more behind it", `${signature}00`],
  ["one with a digit changed", signature.replace(/3$/, "4")],
  ["one with another secret", `sha256=${createHmac("sha256", "altro").update(body).digest("hex")}`],
  ["two at once", `${signature}, ${signature}`],
])("a signature that is %s proves nothing", (_what, claimed) => {
  expect(proves(body, claimed)).toBe(false);
});

test("the older signature proves nothing, right as it may be", () => {
  const sha1 = `sha1=${createHmac("sha1", appSecret).update(body).digest("hex")}`;
  expect(proves(body, sha1, "x-hub-signature")).toBe(false);
  expect(proves(body, sha1)).toBe(false);
});

test("whether anything was signed is seen without its body", () => {
  expect(isSigned({ "x-hub-signature-256": signature })).toBe(true);
  for (const claimed of [undefined, "", "sha256=", "sha256=xyz"])
    expect(isSigned({ "x-hub-signature-256": claimed })).toBe(false);
});

const question = { "hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": "parola" };

test.each<[string, Record<string, string | undefined>, string | undefined]>([
  ["the right word", {}, "1158201444"],
  ["another word", { "hub.verify_token": "parole" }, undefined],
  ["no word", { "hub.verify_token": undefined }, undefined],
  ["another mode", { "hub.mode": "unsubscribe" }, undefined],
  ["no challenge", { "hub.challenge": undefined }, undefined],
  ["a challenge that is a page", { "hub.challenge": "<script> alert(1)" }, undefined],
  ["a challenge without an end", { "hub.challenge": "1".repeat(501) }, undefined],
])("the first question with %s", (_what, changes, answer) => {
  expect(handshake({ verifyToken: "parola" }, { ...question, ...changes })).toBe(answer);
});

const signed = (payload: object | string, secret = appSecret) => {
  const text = Buffer.from(typeof payload === "string" ? payload : JSON.stringify(payload)).toString(
    "base64url",
  );
  return `${createHmac("sha256", secret).update(text).digest("base64url")}.${text}`;
};
const leaving = { algorithm: "HMAC-SHA256", user_id: "218471" };

test.each([
  ["of the vector", signedRequest, "218471"],
  ["with a number for the person, as older ones have it", signed({ ...leaving, user_id: 218471 }), "218471"],
  [
    "with a number beyond JavaScript's",
    signed('{"algorithm":"HMAC-SHA256","user_id":10218471000000000001}'),
    "10218471000000000001",
  ],
  ["with the padding of other encoders", signed(leaving).replace(".", "=."), "218471"],
])("a signed request %s names who leaves", (_what, text, personId) => {
  expect(readSignedRequest({ appSecret }, text)).toEqual({ personId });
});

test.each([
  ["of another app", signed(leaving, "altro")],
  ["changed on its way", signedRequest.replace(/9$/, "8")],
  ["of another algorithm", signed({ ...leaving, algorithm: "none" })],
  ["without an algorithm", signed({ user_id: "218471" })],
  ["without a person", signed({ algorithm: "HMAC-SHA256" })],
  ["that is no JSON", signed("ciao")],
  ["without its second half", signedRequest.split(".")[0] ?? ""],
  ["with a third part", `${signedRequest}.x`],
  ["that is empty", ""],
  ["without an end", `${"a".repeat(20_000)}.b`],
])("a signed request %s names nobody", (_what, text) => {
  expect(readSignedRequest({ appSecret }, text)).toBeUndefined();
});
