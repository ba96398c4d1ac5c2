import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { HttpRequest } from "../../platform/http-client.ts";
import { openHttpClient } from "../../platform/open-http-client.ts";
import { appSecretProof, callGraph, timeFor } from "./graph.ts";
import { facebookPage } from "./index.ts";
import {
  account,
  answering,
  clock,
  pageId,
  picture,
  post,
  pretendHttp,
  saidBy,
  token,
} from "./pretend-http.ts";
import { publish } from "./publish.ts";

const appSecret = "0123456789abcdef0123456789abcdef";

test("the proof is the one of the fact sheet's vector", () => {
  expect(appSecretProof(appSecret, "EAAsim0000000000000000token")).toBe(
    "3051d65e414f50338f7eed73853b2619b4c5e456bc9fec228138116d3e02f747",
  );
});

test("a publication is one form to the Page's feed after its link was read, with the token in a header and the proof in the form", async () => {
  const http = pretendHttp(() => ({ status: 200, body: { id: "1_2" } }));
  await publish({ http, clock }, post, account({ appSecret }));
  const [ahead, request] = http.requests;
  expect(ahead).toMatchObject({ method: "POST", url: "https://graph.facebook.com/v25.0", timeoutMs: 8_000 });
  expect(Object.fromEntries(new URLSearchParams(String(ahead?.body)))).toEqual({
    id: post.link,
    scrape: "true",
    appsecret_proof: appSecretProof(appSecret, token),
  });
  expect(request).toMatchObject({
    method: "POST",
    url: `https://graph.facebook.com/v25.0/${pageId}/feed`,
    headers: { authorization: `Bearer ${token}` },
    timeoutMs: 20_000,
    redirectsMax: 0,
    allowPrivateAddress: false,
  });
  expect(Object.fromEntries(new URLSearchParams(String(request?.body)))).toEqual({
    message: post.text,
    link: post.link,
    fields: "id,permalink_url,created_time",
    appsecret_proof: appSecretProof(appSecret, token),
  });
});

test("a file goes with its values in one form, line breaks, quotes and bytes as they are", async () => {
  const http = pretendHttp(() => answering({ id: "9", post_id: "1_2" }));
  const text = 'Cercasi "magazziniere" a Cantù;\nscade il 3\r\n--dicembre-- 🙏';
  const photoPost = { ...post, format: "photo-post", text, pictures: [picture] } as const;
  await publish({ http, clock }, photoPost, account({ appSecret }));
  const [request] = http.requests;
  const { headers = {}, body } = request ?? {};
  const form = await new Response(new Uint8Array(body as Buffer), { headers }).formData();
  const file = form.get("source") as File;
  expect(saidBy(request as HttpRequest)).toEqual({
    caption: text,
    alt_text_custom: picture.alternativeText,
    appsecret_proof: appSecretProof(appSecret, token),
  });
  expect([...form.keys()]).toEqual(["caption", "alt_text_custom", "appsecret_proof", "source"]);
  expect([file.name, file.type]).toEqual(["card.png", "image/png"]);
  expect(Buffer.from(await file.arrayBuffer())).toEqual(picture.bytes);
  expect(request?.timeoutMs).toBeGreaterThan(20_000);
});

test("a large file is given the time a poor line takes for it", () => {
  expect([0, 1_000_000, 20_000_000].map(timeFor)).toEqual([20_000, 40_000, 420_000]);
});

const published = { format: "link-post", externalId: "1_2" } as const;

test("without an app secret there is no proof, and no call carries the token in its address", async () => {
  const http = pretendHttp(() => ({ status: 200, body: { success: true } }));
  const channel = facebookPage(http, clock);
  await channel.edit(published, "testo", account());
  await channel.remove(published, account());
  await channel.findPublished(post, account(), clock.now());
  await channel.checkHealth(account());
  expect(http.requests.length).toBe(4);
  for (const request of http.requests) {
    expect(request.url).not.toContain(token);
    expect(request.url).not.toContain("appsecret_proof");
  }
});

test("an id from outside cannot lead a call to another path", async () => {
  const http = pretendHttp(() => ({ status: 200, body: { success: true } }));
  await facebookPage(http, clock).remove(
    { format: "link-post", externalId: "../me/permissions?x=1" },
    account(),
  );
  expect(http.requests[0]?.url).toBe("https://graph.facebook.com/v25.0/..%2Fme%2Fpermissions%3Fx%3D1");
});

test.each([
  ["quotes our token", token],
  ["quotes the app's secret", appSecret],
  ["quotes a token cut short", `EAA${"x".repeat(60)}`],
])("an error that %s is recorded without it", async (_what, secret) => {
  const http = pretendHttp(() => ({
    status: 400,
    body: {
      error: {
        code: 190,
        message: `Malformed access token ${secret}`,
        type: "OAuthException",
        fbtrace_id: "Aq1",
      },
    },
  }));
  const outcome = await publish({ http, clock }, post, account({ appSecret }));
  expect(outcome).toEqual({
    kind: "reconnect",
    reason: "token-invalid",
    detail: "Graph 190, HTTP 400, trace Aq1: Malformed access token […]",
  });
});

test("a strange permalink is replaced by the address made of the id", async () => {
  for (const [permalink_url, url] of [
    ["javascript:alert(1)", "https://www.facebook.com/1_2"],
    ["http://[", "https://www.facebook.com/1_2"],
    ["/reel/55", "https://www.facebook.com/reel/55"],
    [7, "https://www.facebook.com/1_2"],
  ]) {
    const http = pretendHttp(() => ({ status: 200, body: { id: "1_2", permalink_url } }));
    expect(await publish({ http, clock }, post, account())).toEqual({
      kind: "published",
      externalId: "1_2",
      url,
    });
  }
});

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** A server that does one thing with the socket once the whole request has arrived. */
async function serverThat(act: (socket: Socket) => void): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => act(response.socket as Socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const raw = (status: string, body: string, length = body.length) =>
  `HTTP/1.1 ${status}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${body}`;

test.each([
  ["reset before any answer", (socket: Socket) => socket.resetAndDestroy(), "answer-lost"],
  ["ended before any answer", (socket: Socket) => socket.end(), "answer-lost"],
  ["cut off within the body", (socket: Socket) => socket.end(raw("200 OK", '{"id":"1_2', 40)), "answer-lost"],
  ["that is no HTTP", (socket: Socket) => socket.end("SSH-2.0-OpenSSH\r\n"), "answer-lost"],
  ["with an empty body", (socket: Socket) => socket.end(raw("200 OK", "")), "answer-not-readable"],
  ["led elsewhere", (socket: Socket) => socket.end(raw("302 Found", "")), "answer-not-readable"],
])("on the wire, an answer %s leaves the publication unknown", async (_how, act, reason) => {
  const graphUrl = await serverThat(act);
  const http = openHttpClient({ userAgent: "test" });
  closers.push(() => http.close());
  const settings = { graphUrl, allowPrivateAddress: true };
  expect(await publish({ http, clock }, post, account(settings))).toMatchObject({ kind: "unknown", reason });
});

test("on the wire, a port nobody listens on is surely nothing sent", async () => {
  const graphUrl = await serverThat(() => {});
  await Promise.all(closers.splice(0).map((close) => close()));
  const http = openHttpClient({ userAgent: "test" });
  closers.push(() => http.close());
  const settings = { graphUrl, allowPrivateAddress: true };
  expect(await publish({ http, clock }, post, account(settings))).toMatchObject({
    kind: "retry",
    reason: "unreachable",
    scope: "account",
  });
});

test("on the wire, a private address is not called unless the account allows it", async () => {
  const http = openHttpClient({ userAgent: "test" });
  closers.push(() => http.close());
  const settings = { ...account().settings, graphUrl: "http://127.0.0.1:9" };
  const result = await callGraph({ http, clock }, settings, { method: "GET", path: ["me"] });
  expect(result).toMatchObject({ kind: "no-answer", fault: "private-address", sent: false });
});
