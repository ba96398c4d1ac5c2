import { gzipSync } from "node:zlib";
import { expect } from "vitest";
import type { SourceAddress } from "../../src/sources/source.ts";
import { client, serve, speak } from "../loopback.ts";
import {
  type Fact,
  type LookAt,
  type SourceUnderTest,
  serveDocument,
  suiteLimits,
  suiteNow,
} from "./source-under-test.ts";

// The part of the source suite in which everything goes wrong.

export function namesFaults(under: SourceUnderTest, fact: Fact, look: LookAt): void {
  const faultAt = async (url: string, address: Partial<SourceAddress> = {}) => {
    const result = await look(url, { address });
    return result.kind === "fault" ? result.fault : result.kind;
  };

  fact("unreachable: nobody listens", async () => {
    // Port 1 of loopback belongs to nobody.
    expect(await faultAt("http://127.0.0.1:1/")).toBe("unreachable");
  });

  fact("name-not-found", async () => {
    const http = client({
      resolve: async () => {
        throw Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
      },
    });
    expect(await look("http://no-such-portal.example/", { http })).toMatchObject({ fault: "name-not-found" });
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
    expect(await look(await speak(() => {}), { timeoutMs: 200 })).toMatchObject({ fault: "timeout" });
  });
}

export function namesFaultsOfAnswers(under: SourceUnderTest, fact: Fact, look: LookAt): void {
  const faultAt = async (url: string) => ((await look(url)) as { fault?: string }).fault;

  fact("too-large: more than the limit", async () => {
    const body = Buffer.alloc(suiteLimits.bodyBytesMax + 1, " ");
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
      const notBefore = new Date(suiteNow.getTime() + 60_000);
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

export function survives(under: SourceUnderTest, fact: Fact, look: LookAt): void {
  const head = headOf(under);
  const hostile: [string, string | Buffer][] = [
    ["closes at once", ""],
    ["sends no HTTP", "\u0000\u0001\u0002 hello\r\n\r\n"],
    [
      "announces more than it sends",
      Buffer.concat([Buffer.from(`${head}content-length: 99999\r\n\r\n`), halfOf(under)]),
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
}

export function survivesForce(under: SourceUnderTest, fact: Fact, look: LookAt): void {
  fact("resets the connection", async () => {
    const url = await speak((socket) => socket.once("data", () => socket.resetAndDestroy()));
    expect(await look(url)).toMatchObject({ kind: "fault", fault: "broken" });
  });

  fact("packs a bomb", async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000, " "));
    const url = await serve((_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      response.end(bomb);
    });
    expect(await look(url)).toMatchObject({ kind: "fault", fault: "too-large" });
  });

  fact("lets bytes drip for ever", async () => {
    const url = await speak((socket) => {
      socket.write(`${headOf(under)}\r\n`);
      const timer = setInterval(() => socket.write(" "), 20);
      socket.on("close", () => clearInterval(timer));
    });
    expect(await look(url, { timeoutMs: 200 })).toMatchObject({ kind: "fault", fault: "timeout" });
  });

  fact("gives items to half a document never more than to the whole", async () => {
    const url = await serveDocument({ ...under.document, body: halfOf(under) });
    const result = await look(url);
    // Half items are worse than none: they would be published.
    if (result.kind === "found") {
      expect(under.titles.slice(0, result.items.length)).toEqual(result.items.map((item) => item.title));
      expect(result.validators).toEqual({});
    } else expect(result.kind).toBe("fault");
  });
}

function headOf({ document }: SourceUnderTest): string {
  return `HTTP/1.1 200 OK\r\ncontent-type: ${document.contentType}\r\n`;
}

function halfOf({ document }: SourceUnderTest): Buffer {
  const whole = Buffer.from(document.body);
  return whole.subarray(0, whole.length / 2);
}
