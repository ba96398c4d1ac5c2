import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { HttpClient } from "../../src/platform/http-client.ts";
import { client, serve, speak } from "../../src/platform/loopback.ts";
import type { Look, Source, SourceAddress, SourceFault, Validators } from "../../src/sources/source.ts";

/** A document as a portal serves it. */
export interface Document {
  body: string | Buffer;
  contentType: string;
}

/** What an adapter brings to be tested as every other. */
export interface SourceUnderTest {
  /** The adapter, with these limits so that tests need not wait. */
  open(http: HttpClient, limits: { timeoutMs: number; bodyBytesMax: number }): Source;
  /** A document it reads, and the titles of its items in order. */
  document: Document;
  titles: string[];
  /** Documents it must refuse, each with the fault. */
  refused: { what: string; document: Document; fault: SourceFault }[];
  /** Cases that do not apply, by title, each with its reason. */
  skip?: Record<string, string>;
}

const now = new Date("2026-11-18T12:00:00Z");
const limits = { timeoutMs: 300, bodyBytesMax: 200_000 };

/** What every source promises, whatever kind of portal it watches: section "Port Source" of source.ts. */
export function sourceSuite(under: SourceUnderTest): void {
  const fact = (title: string, test: () => Promise<void>) => {
    const reason = under.skip?.[title];
    it.skipIf(reason !== undefined)(reason ? `${title} (skipped: ${reason})` : title, test);
  };
  const look = (url: string, changes: { validators?: Validators; address?: Partial<SourceAddress> } = {}) =>
    under
      .open(client(), limits)
      .look({ url, allowPrivateAddress: true, ...changes.address }, changes.validators ?? {}, now);

  describe("finds", () => findsItems(under, fact, look));
  describe("names the fault", () => namesFaults(under, fact, look));
  describe("survives a server that", () => survives(under, fact, look));
  describe("is polite:", () => isPolite(under, fact, look));
}

type Fact = (title: string, test: () => Promise<void>) => void;
type LookAt = (
  url: string,
  changes?: { validators?: Validators; address?: Partial<SourceAddress> },
) => Promise<Look>;

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

function namesFaults(under: SourceUnderTest, fact: Fact, look: LookAt): void {
  const faultAt = async (url: string, address: Partial<SourceAddress> = {}) => {
    const result = await look(url, { address });
    return result.kind === "fault" ? result.fault : result.kind;
  };

  fact("unreachable: nobody listens", async () => {
    // Port 1 of loopback belongs to nobody.
    expect(await faultAt("http://127.0.0.1:1/")).toBe("unreachable");
  });

  fact("name-not-found", async () => {
    expect(await faultAt("http://no-such-portal.invalid/")).toBe("name-not-found");
  });

  fact("private-address: unless this source may live on one", async () => {
    const url = await serveDocument(under.document);
    expect(await faultAt(url, { allowPrivateAddress: false })).toBe("private-address");
  });

  fact("tls: a server that speaks something else", async () => {
    const url = await speak((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    expect(await faultAt(url.replace("http:", "https:"))).toBe("tls");
  });

  fact("timeout: an answer that does not come", async () => {
    expect(await faultAt(await speak(() => {}))).toBe("timeout");
  });

  fact("too-large: more than the limit", async () => {
    const body = Buffer.alloc(limits.bodyBytesMax + 1, " ");
    expect(await faultAt(await serveDocument({ ...under.document, body }))).toBe("too-large");
  });

  fact("too-many-redirects", async () => {
    const url = await serve((_request, response) => response.writeHead(302, { location: "/again" }).end());
    expect(await faultAt(url)).toBe("too-many-redirects");
  });

  fact("http-status: also when the document comes along", async () => {
    for (const status of [401, 403, 404, 410, 500, 502]) {
      const url = await serve((_request, response) => response.writeHead(status).end(under.document.body));
      expect(await faultAt(url)).toBe("http-status");
    }
  });

  fact("busy: with the moment the server asked for", async () => {
    for (const status of [429, 503]) {
      const url = await serve((_request, response) =>
        response.writeHead(status, { "retry-after": "60" }).end(),
      );
      const notBefore = new Date(now.getTime() + 60_000);
      expect(await look(url)).toMatchObject({ kind: "fault", fault: "busy", notBefore });
    }
  });

  fact("empty-body", async () => {
    expect(await faultAt(await serveDocument({ ...under.document, body: "" }))).toBe("empty-body");
  });

  for (const { what, document, fault } of under.refused) {
    fact(`${fault}: ${what}`, async () => {
      expect(await faultAt(await serveDocument(document))).toBe(fault);
    });
  }
}

function survives(under: SourceUnderTest, fact: Fact, look: LookAt): void {
  const head = `HTTP/1.1 200 OK\r\ncontent-type: ${under.document.contentType}\r\n`;
  const half = Buffer.from(under.document.body).subarray(0, Buffer.byteLength(under.document.body) / 2);
  const hostile: [string, string | Buffer][] = [
    ["closes at once", ""],
    ["sends no HTTP", "\u0000\u0001\u0002 hello\r\n\r\n"],
    [
      "announces more than it sends",
      Buffer.concat([Buffer.from(`${head}content-length: 99999\r\n\r\n`), half]),
    ],
    ["breaks off a chunk", `${head}transfer-encoding: chunked\r\n\r\nffff\r\nabc`],
    ["packs rubbish", `${head}content-encoding: gzip\r\ncontent-length: 7\r\n\r\nrubbish`],
    ["redirects to nowhere", "HTTP/1.1 302 Found\r\nlocation: http://[\r\ncontent-length: 0\r\n\r\n"],
    [
      "redirects to a file",
      "HTTP/1.1 302 Found\r\nlocation: file:///etc/passwd\r\ncontent-length: 0\r\n\r\n",
    ],
    ["says 304 unasked", "HTTP/1.1 304 Not Modified\r\n\r\n"],
  ];
  for (const [what, bytes] of hostile) {
    fact(what, async () => {
      const url = await speak((socket) => socket.once("data", () => socket.end(bytes)));
      expect(await look(url)).toMatchObject({ kind: "fault", detail: expect.any(String) });
    });
  }

  fact("resets the connection", async () => {
    const url = await speak((socket) => socket.once("data", () => socket.resetAndDestroy()));
    expect(await look(url)).toMatchObject({ kind: "fault", fault: "broken" });
  });

  fact("packs a bomb", async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      response.end(gzipSync(Buffer.alloc(20_000_000, " ")));
    });
    expect(await look(url)).toMatchObject({ kind: "fault", fault: "too-large" });
  });

  fact("lets bytes drip for ever", async () => {
    const url = await speak((socket) => {
      socket.write(`${head}\r\n`);
      const timer = setInterval(() => socket.write(" "), 20);
      socket.on("close", () => clearInterval(timer));
    });
    expect(await look(url)).toMatchObject({ kind: "fault", fault: "timeout" });
  });

  fact("gives items to half a document never more than to the whole", async () => {
    const url = await serveDocument({ ...under.document, body: half });
    const result = await look(url);
    // Half items are worse than none: they would be published.
    if (result.kind === "found") {
      expect(under.titles.slice(0, result.items.length)).toEqual(result.items.map((item) => item.title));
      expect(result.validators).toEqual({});
    } else expect(result.kind).toBe("fault");
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
    const source = under.open(client(), limits);
    const address = (path: string) => ({ url: url + path, allowPrivateAddress: true });
    await Promise.all(["/a", "/b", "/c"].map((path) => source.look(address(path), {}, now)));
    expect(most).toBe(1);
  });
}

async function serveDocument({ body, contentType }: Document): Promise<string> {
  return await serve((_request, response) => {
    response.writeHead(200, { "content-type": contentType });
    response.end(body);
  });
}
