import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { client, serve } from "../loopback.ts";
import { namesFaults, namesFaultsOfAnswers, survives, survivesForce } from "./source-faults.ts";
import {
  type Fact,
  type LookAt,
  type SourceUnderTest,
  serveDocument,
  suiteLimits,
  suiteNow,
} from "./source-under-test.ts";

/** What every source promises, whatever kind of portal it watches: section "Port Source" of source.ts. */
export function sourceSuite(under: SourceUnderTest): void {
  const fact: Fact = (title, test) => {
    const reason = under.skip?.[title];
    it.skipIf(reason !== undefined)(reason ? `${title} (skipped: ${reason})` : title, test);
  };
  const look: LookAt = (url, changes = {}) =>
    under
      .open(changes.http ?? client(), {
        ...suiteLimits,
        timeoutMs: changes.timeoutMs ?? suiteLimits.timeoutMs,
      })
      .look({ url, allowPrivateAddress: true, ...changes.address }, changes.validators ?? {}, suiteNow);

  describe("finds", () => findsItems(under, fact, look));
  describe("names the fault", () => {
    namesFaults(under, fact, look);
    namesFaultsOfAnswers(under, fact, look);
  });
  describe("survives a server that", () => {
    survives(under, fact, look);
    survivesForce(under, fact, look);
  });
  describe("is polite:", () => isPolite(under, fact, look));
}

function findsItems(under: SourceUnderTest, fact: Fact, look: LookAt): void {
  fact("all items, clean, with absolute links", async () => {
    const result = await look(await serveDocument(under.document));
    if (result.kind !== "found") throw new Error(`${result.kind}`);
    expect(result.items.map((item) => item.title)).toEqual(under.titles);
    for (const item of result.items) {
      expect(`${item.title} ${item.text}`).not.toMatch(/<\/?[a-z]+>|&[a-z]+;/i);
      for (const link of [item.link, ...(item.attachments ?? []).map((one) => one.url)]) {
        if (link !== undefined) expect(link).toMatch(/^https?:\/\//);
      }
    }
  });

  fact("the same in the same document, each time", async () => {
    const url = await serveDocument(under.document);
    expect(await look(url)).toEqual(await look(url));
  });

  fact("the same when the document is packed", async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { "content-type": under.document.contentType, "content-encoding": "gzip" });
      response.end(gzipSync(under.document.body));
    });
    expect(await look(url)).toMatchObject({ kind: "found" });
  });

  fact("nothing new when the server says so", async () => {
    const etag = '"one"';
    const url = await serve((request, response) => {
      if (request.headers["if-none-match"] === etag) response.writeHead(304, { etag }).end();
      else
        response
          .writeHead(200, { etag, "content-type": under.document.contentType })
          .end(under.document.body);
    });
    const first = await look(url);
    if (first.kind !== "found") throw new Error(first.kind);
    expect(first.validators).toEqual({ etag });
    expect(await look(url, { validators: first.validators })).toEqual({
      kind: "unchanged",
      validators: { etag },
    });
    expect(await look(url, { validators: { etag: '"older"' } })).toMatchObject({ kind: "found" });
  });
}

function isPolite(under: SourceUnderTest, fact: Fact, look: LookAt): void {
  fact("says who it is and what it wants, on the condition of last time", async () => {
    let headers: Record<string, unknown> = {};
    const url = await serve((request, response) => {
      headers = request.headers;
      response.writeHead(304).end();
    });
    const validators = { etag: '"one"', lastModified: "Wed, 18 Nov 2026 10:00:00 GMT" };
    const kept = structuredClone(validators);
    expect(await look(url, { validators })).toEqual({ kind: "unchanged", validators });
    expect(validators).toEqual(kept);
    expect(headers).toMatchObject({
      "user-agent": expect.stringMatching(/./),
      accept: expect.stringMatching(/./),
      "accept-encoding": expect.stringContaining("gzip"),
      "if-none-match": '"one"',
      "if-modified-since": "Wed, 18 Nov 2026 10:00:00 GMT",
    });
  });

  fact("asks one host one thing at a time", async () => {
    let open = 0;
    let most = 0;
    const url = await serve((_request, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open--;
        response.writeHead(200, { "content-type": under.document.contentType }).end(under.document.body);
      }, 15);
    });
    const source = under.open(client(), suiteLimits);
    const address = (path: string) => ({ url: url + path, allowPrivateAddress: true });
    await Promise.all(["/a", "/b", "/c"].map((path) => source.look(address(path), {}, suiteNow)));
    expect(most).toBe(1);
  });
}
