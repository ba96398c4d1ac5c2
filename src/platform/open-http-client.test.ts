import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Socket,
  type Server as TcpServer,
} from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { type HttpClient, HttpError, type HttpRequest } from "./http-client.ts";
import { type HttpClientOptions, openHttpClient } from "./open-http-client.ts";

const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function client(options: Partial<HttpClientOptions> = {}): HttpClient {
  const opened = openHttpClient({ userAgent: "Bacheca test", connectTimeoutMs: 500, ...options });
  closing.push(() => opened.close());
  return opened;
}

function listen(server: TcpServer): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => sockets.add(socket));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server: Server = createServer(answer);
  return `http://127.0.0.1:${await listen(server)}`;
}

/** A server that speaks raw bytes. */
async function speak(onConnection: (socket: Socket) => void): Promise<string> {
  const server = createTcpServer((socket) => {
    socket.on("error", () => {});
    onConnection(socket);
  });
  return `http://127.0.0.1:${await listen(server)}`;
}

function asking(url: string, changes: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: "GET",
    url,
    timeoutMs: 2_000,
    bodyBytesMax: 100_000,
    redirectsMax: 5,
    allowPrivateAddress: true,
    ...changes,
  };
}

async function faultOf(answer: Promise<unknown>): Promise<{ fault: string; sent: boolean }> {
  const error = await answer.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HttpError);
  const { fault, sent } = error as HttpError;
  return { fault, sent };
}

describe("an answer", () => {
  it("comes back whole, whatever its status, with lower-case headers", async () => {
    const url = await serve((_request, response) => {
      response.writeHead(
        404,
        [
          ["X-Thing", "a"],
          ["X-Thing", "b"],
        ].flat(),
      );
      response.end("no such page");
    });
    const answer = await client().request(asking(`${url}/x#part`));
    expect(answer.status).toBe(404);
    expect(answer.headers["x-thing"]).toBe("a, b");
    expect(answer.body.toString()).toBe("no such page");
    expect(answer.url).toBe(`${url}/x`);
  });

  it("was asked for with our name, and form fields are url-encoded", async () => {
    let seen: unknown;
    const url = await serve((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        const { "user-agent": agent, "content-type": type, connection } = request.headers;
        seen = { method: request.method, agent, type, connection, body };
        response.end("{}");
      });
    });
    await client().request(
      asking(url, { method: "POST", body: new URLSearchParams({ message: "è così & via" }) }),
    );
    expect(seen).toEqual({
      method: "POST",
      agent: "Bacheca test",
      type: "application/x-www-form-urlencoded",
      connection: "close",
      body: "message=%C3%A8+cos%C3%AC+%26+via",
    });
  });

  it.each([
    ["gzip", gzipSync("ciao")],
    ["br", brotliCompressSync("ciao")],
    ["deflate", deflateSync("ciao")],
    ["deflate", deflateRawSync("ciao")],
    ["gzip, br", brotliCompressSync(gzipSync("ciao"))],
  ])("packed with %s is unpacked", async (coding, body) => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { "content-encoding": coding });
      response.end(body);
    });
    expect((await client().request(asking(url))).body.toString()).toBe("ciao");
  });

  it("of a HEAD request has no body, whatever length it announces", async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { "content-length": "99999999" });
      response.end();
    });
    const answer = await client().request(asking(url, { method: "HEAD" }));
    expect([answer.status, answer.body.length]).toEqual([200, 0]);
  });
});

describe("connections", () => {
  it("are kept for the next GET, and never for a POST", async () => {
    let connections = 0;
    const server = createServer((_request, response) => response.end("ok"));
    server.on("connection", () => connections++);
    const url = `http://127.0.0.1:${await listen(server)}`;
    const http = client();
    await http.request(asking(url));
    await http.request(asking(url));
    expect(connections).toBe(1);
    await http.request(asking(url, { method: "POST", body: "a=1" }));
    await http.request(asking(url, { method: "POST", body: "a=1" }));
    expect(connections).toBe(3);
  });

  it("run side by side to one host", async () => {
    let waiting: ServerResponse[] = [];
    const url = await serve((_request, response) => {
      waiting.push(response);
      if (waiting.length === 3) for (const one of waiting.splice(0)) one.end("ok");
    });
    const http = client();
    const answers = await Promise.all([1, 2, 3].map(() => http.request(asking(url))));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    waiting = [];
  });
});

describe("an address that is not public", () => {
  const hosts = [
    ...["127.0.0.1", "2130706433", "0x7f000001", "127.1", "0177.0.0.1", "0.0.0.0", "10.0.0.1", "192.168.1.1"],
    ...[
      "169.254.169.254",
      "100.64.0.1",
      "[::1]",
      "[::]",
      "[::ffff:127.0.0.1]",
      "[64:ff9b::7f00:1]",
      "[fd00::1]",
    ],
    ...["[fe80::1]", "[2002:7f00:1::]", "224.0.0.1", "255.255.255.255"],
  ];
  it.each(hosts)("is refused before a connection is opened: %s", async (host) => {
    const fault = await faultOf(
      client().request(asking(`http://${host}:9/`, { allowPrivateAddress: false })),
    );
    expect(fault).toEqual({ fault: "private-address", sent: false });
  });

  it("is refused behind a name too, also when only one of its addresses is private", async () => {
    const http = client({ resolve: async () => ["93.184.216.34", "127.0.0.1"] });
    const fault = await faultOf(
      http.request(asking("http://portale.example/", { allowPrivateAddress: false })),
    );
    expect(fault).toEqual({ fault: "private-address", sent: false });
  });

  it("is refused on a connection that an allowed request left open", async () => {
    let hits = 0;
    const url = await serve((_request, response) => {
      hits++;
      response.end("ok");
    });
    const http = client();
    await http.request(asking(url));
    await faultOf(http.request(asking(url, { allowPrivateAddress: false })));
    expect(hits).toBe(1);
  });

  it("is not asked for a second time by the connection: the checked address is the one connected to", async () => {
    const url = await serve((request, response) => response.end(request.headers.host));
    const port = new URL(url).port;
    const asked: string[] = [];
    const http = client({
      resolve: async (name) => {
        asked.push(name);
        return ["127.0.0.1"];
      },
    });
    const answer = await http.request(asking(`http://portale.example:${port}/`));
    expect(answer.body.toString()).toBe(`portale.example:${port}`);
    expect(asked).toEqual(["portale.example"]);
  });
});

describe("a name with several addresses", () => {
  it("is reached at the first that answers", async () => {
    const url = await serve((_request, response) => response.end("here"));
    const http = client({ resolve: async () => ["::1", "127.0.0.1"] });
    const answer = await http.request(asking(url.replace("127.0.0.1", "portale.example")));
    expect(answer.body.toString()).toBe("here");
  });
});

describe("redirects", () => {
  it("are followed, and the answer says where they led", async () => {
    const url = await serve((request, response) => {
      if (request.url === "/end") response.end("end");
      else response.writeHead(301, { location: "/end" }).end();
    });
    const answer = await client().request(asking(url));
    expect([answer.url, answer.body.toString()]).toEqual([`${url}/end`, "end"]);
  });

  it("are answers like any other when none is allowed", async () => {
    const url = await serve((_request, response) => response.writeHead(302, { location: "/x" }).end());
    expect((await client().request(asking(url, { redirectsMax: 0 }))).status).toBe(302);
  });

  it("in a circle come to an end", async () => {
    const url = await serve((_request, response) => response.writeHead(302, { location: "/again" }).end());
    expect(await faultOf(client().request(asking(url)))).toEqual({ fault: "too-many-redirects", sent: true });
  });

  it("do not lead from a public address to a private one", async () => {
    // Stands in for a public server: the name resolves to loopback, which only this client is told to be fine.
    const url = await serve((_request, response) =>
      response.writeHead(302, { location: "http://10.0.0.1/" }).end(),
    );
    const http = client();
    const fault = await faultOf(http.request(asking(url, { allowPrivateAddress: false })));
    expect(fault.fault).toBe("private-address");
  });

  it.each([
    "ftp://portale.example/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "http://a:b@portale.example/",
  ])("to %s are refused", async (location) => {
    const url = await serve((_request, response) => response.writeHead(302, { location }).end());
    expect(await faultOf(client().request(asking(url)))).toEqual({ fault: "bad-address", sent: true });
  });

  it("carry the authorization to the same origin only", async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization, request.headers.cookie);
      response.end();
    });
    const url = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(307, { location: request.url === "/" ? "/next" : other }).end();
    });
    await client().request(asking(`${url}/`, { headers: { Authorization: "Bearer x", Cookie: "c=1" } }));
    expect(seen).toEqual(["Bearer x", "Bearer x", undefined, undefined]);
  });

  it("turn a POST into a GET without body, except 307 and 308", async () => {
    const seen: string[] = [];
    const url = await serve((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        seen.push(`${request.method} ${request.url} ${body}`);
        if (request.url === "/end") response.end();
        else response.writeHead(Number(request.url?.slice(1)), { location: "/end" }).end();
      });
    });
    const http = client();
    for (const status of [303, 307])
      await http.request(asking(`${url}/${status}`, { method: "POST", body: "a=1" }));
    expect(seen).toEqual(["POST /303 a=1", "GET /end ", "POST /307 a=1", "POST /end a=1"]);
  });
});

describe("limits", () => {
  const huge = Buffer.alloc(300_000, "a");

  it("stop a body that announces too much before reading it", async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { "content-length": String(huge.length) });
      response.end(huge);
    });
    expect(await faultOf(client().request(asking(url)))).toEqual({ fault: "too-large", sent: true });
  });

  it("stop a body that never ends, and close its connection", async () => {
    let closed: (() => void) | undefined;
    const gone = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const url = await serve((_request, response) => {
      const timer = setInterval(() => response.write(huge), 1);
      response.on("close", () => {
        clearInterval(timer);
        closed?.();
      });
    });
    expect((await faultOf(client().request(asking(url)))).fault).toBe("too-large");
    await gone;
  });

  it("stop a bomb at the size allowed", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const url = await serve((_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      response.end(bomb);
    });
    expect((await faultOf(client().request(asking(url)))).fault).toBe("too-large");
  });

  it.each([
    ["headers that never come", () => {}],
    ["headers that drip", (socket: Socket) => drip(socket, "HTTP/1.1 200 OK\r\nx-a: ")],
    [
      "a body that drips",
      (socket: Socket) => drip(socket, "HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n"),
    ],
  ])("in time hold for %s", async (_what, onConnection) => {
    const url = await speak(onConnection);
    const startedAt = Date.now();
    const fault = await faultOf(client().request(asking(url, { timeoutMs: 150 })));
    expect(fault).toEqual({ fault: "timeout", sent: true });
    expect(Date.now() - startedAt).toBeLessThan(1_000);
  });

  it("in time hold over all redirects together", async () => {
    const url = await serve((_request, response) => {
      setTimeout(() => response.writeHead(302, { location: "/again" }).end(), 60);
    });
    const fault = await faultOf(client().request(asking(url, { timeoutMs: 150, redirectsMax: 50 })));
    expect(fault.fault).toBe("timeout");
  });

  it("on headers hold", async () => {
    const url = await speak((socket) => socket.end(`HTTP/1.1 200 OK\r\nx: ${"a".repeat(100_000)}\r\n\r\n`));
    expect((await faultOf(client().request(asking(url)))).fault).toBe("too-large");
  });
});

function drip(socket: Socket, beginning: string): void {
  socket.write(beginning);
  const timer = setInterval(() => socket.write("a"), 20);
  socket.on("close", () => clearInterval(timer));
}

describe("whether a request was sent", () => {
  const post = { method: "POST", body: "message=ciao" } as const;

  it.each([
    [
      "the name does not exist",
      async () => Promise.reject(Object.assign(new Error(), { code: "ENOTFOUND" })),
      "name-not-found",
    ],
    [
      "the resolver is in trouble",
      async () => Promise.reject(Object.assign(new Error(), { code: "EAI_AGAIN" })),
      "unreachable",
    ],
    ["the resolver does not answer", () => new Promise<string[]>(() => {}), "timeout"],
    ["the name has no address", async () => [], "name-not-found"],
  ])("no: %s", async (_what, resolve, fault) => {
    const http = client({ resolve, connectTimeoutMs: 100 });
    expect(await faultOf(http.request(asking("http://portale.example/", post)))).toEqual({
      fault,
      sent: false,
    });
  });

  it("no: nobody listens", async () => {
    const url = await speak(() => {});
    await closing.pop()?.();
    expect(await faultOf(client().request(asking(url, post)))).toEqual({ fault: "unreachable", sent: false });
  });

  it("no: the time was over before there was a connection", async () => {
    const http = client({ resolve: () => new Promise<string[]>(() => {}), connectTimeoutMs: 1_000 });
    const fault = await faultOf(http.request(asking("http://portale.example/", { ...post, timeoutMs: 50 })));
    expect(fault).toEqual({ fault: "timeout", sent: false });
  });

  it("no, and not later either: given up while connecting, nothing is written when the connection comes", async () => {
    let bytes = 0;
    let connected: (() => void) | undefined;
    const closed = new Promise<void>((resolve) => {
      connected = resolve;
    });
    const url = await speak((socket) => {
      socket.on("data", (chunk) => {
        bytes += chunk.length;
      });
      socket.on("close", () => connected?.());
    });
    const http = client({
      resolve: () => new Promise((resolve) => setTimeout(() => resolve(["127.0.0.1"]), 100)),
    });
    const fault = await faultOf(
      http.request(asking(url.replace("127.0.0.1", "portale.example"), { ...post, timeoutMs: 30 })),
    );
    expect(fault).toEqual({ fault: "timeout", sent: false });
    await closed;
    expect(bytes).toBe(0);
  });

  it.each(["not an address", "ftp://portale.example/", "http://a:b@portale.example/"])(
    "no: %s",
    async (url) => {
      expect(await faultOf(client().request(asking(url, post)))).toEqual({
        fault: "bad-address",
        sent: false,
      });
    },
  );

  it("no: a header that cannot be written", async () => {
    const url = await serve((_request, response) => response.end());
    const fault = await faultOf(client().request(asking(url, { ...post, headers: { "x-a": "a\r\nb" } })));
    expect(fault).toEqual({ fault: "bad-address", sent: false });
  });

  it("yes: the connection is reset after the request was read, and a POST is not repeated", async () => {
    let hits = 0;
    const url = await speak((socket) => {
      socket.once("data", () => {
        hits++;
        socket.resetAndDestroy();
      });
    });
    expect(await faultOf(client().request(asking(url, post)))).toEqual({ fault: "cut-off", sent: true });
    expect(hits).toBe(1);
  });

  it("yes: the other side closes without a word", async () => {
    const url = await speak((socket) => socket.once("data", () => socket.end()));
    expect(await faultOf(client().request(asking(url, post)))).toEqual({ fault: "cut-off", sent: true });
  });

  it.each([
    ["shorter than announced", "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf"],
    ["without its last chunk", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n"],
    ["that is no HTTP", "SSH-2.0-OpenSSH\r\n\r\n"],
    ["with headers cut off", "HTTP/1.1 200 OK\r\ncontent-le"],
  ])("yes: an answer %s", async (_what, words) => {
    const url = await speak((socket) => socket.once("data", () => socket.end(words)));
    expect(await faultOf(client().request(asking(url, post)))).toEqual({ fault: "cut-off", sent: true });
  });

  it("yes: an answer whose packed body is damaged", async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      response.end(gzipSync("ciao a tutti").subarray(0, 12));
    });
    expect(await faultOf(client().request(asking(url, post)))).toEqual({ fault: "cut-off", sent: true });
  });
});

describe("a GET on a connection that died", () => {
  it("is tried once more", async () => {
    let requests = 0;
    const url = await speak((socket) => {
      socket.on("data", () => {
        requests++;
        if (requests === 2) socket.destroy();
        else socket.write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok");
      });
    });
    const http = client();
    await http.request(asking(url));
    expect((await http.request(asking(url))).body.toString()).toBe("ok");
    expect(requests).toBe(3);
  });

  it("is not tried a third time", async () => {
    let requests = 0;
    const url = await speak((socket) =>
      socket.on("data", () => {
        requests++;
        socket.destroy();
      }),
    );
    expect((await faultOf(client().request(asking(url)))).fault).toBe("cut-off");
    expect(requests).toBe(2);
  });
});

const openssl = (() => {
  try {
    execFileSync("openssl", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

/** A self-signed certificate for portale.example. */
function certificate(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), "bacheca-tls-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const subject = ["-subj", "/CN=portale.example", "-addext", "subjectAltName=DNS:portale.example"];
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
  execFileSync(
    "openssl",
    ["req", "-x509", ...curve, "-nodes", "-days", "2", "-keyout", key, "-out", cert, ...subject],
    {
      stdio: "ignore",
    },
  );
  const made = { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
  rmSync(folder, { recursive: true });
  return made;
}

describe.skipIf(!openssl)("TLS (needs openssl to make a certificate)", () => {
  const loopback = async () => ["127.0.0.1"];

  async function serveTls(): Promise<{ port: number; cert: string; hits: () => number }> {
    const made = certificate();
    let hits = 0;
    const server = createTlsServer(made, (request, response) => {
      hits++;
      if (request.url === "/down") response.writeHead(302, { location: "http://portale.example/" }).end();
      else
        response.end(
          `${(request.socket as unknown as { servername: string }).servername} ${request.headers.host}`,
        );
    });
    server.on("tlsClientError", () => {});
    return { port: await listen(server), cert: made.cert, hits: () => hits };
  }

  it("with a certificate nobody vouches for is refused, and nothing was sent", async () => {
    const { port, hits } = await serveTls();
    const http = client({ resolve: loopback });
    const fault = await faultOf(
      http.request(asking(`https://portale.example:${port}/`, { method: "POST", body: "a=1" })),
    );
    expect(fault).toEqual({ fault: "tls", sent: false });
    expect(hits()).toBe(0);
  });

  it("with a certificate for another name is refused", async () => {
    const { port, cert } = await serveTls();
    const http = client({ resolve: loopback, certificateAuthorities: [cert] });
    expect(await faultOf(http.request(asking(`https://altro.example:${port}/`)))).toEqual({
      fault: "tls",
      sent: false,
    });
  });

  it("keeps the name in SNI and Host although it connects to the checked address", async () => {
    const { port, cert } = await serveTls();
    const http = client({ resolve: loopback, certificateAuthorities: [cert] });
    const answer = await http.request(asking(`https://portale.example:${port}/`));
    expect(answer.body.toString()).toBe(`portale.example portale.example:${port}`);
  });

  it("is not left again: a redirect from https to http is refused", async () => {
    const { port, cert } = await serveTls();
    const http = client({ resolve: loopback, certificateAuthorities: [cert] });
    const fault = await faultOf(http.request(asking(`https://portale.example:${port}/down`)));
    expect(fault).toEqual({ fault: "bad-address", sent: true });
  });

  it("spoken to a server without it is a TLS fault", async () => {
    const url = await speak((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    const fault = await faultOf(client().request(asking(url.replace("http:", "https:"))));
    expect(fault).toEqual({ fault: "tls", sent: false });
  });
});
