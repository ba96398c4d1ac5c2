import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { asking, client, closing, faultOf, serve, speak } from "../../test/loopback.ts";
import type { HttpError } from "./http-client.ts";

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

const post = { method: "POST", body: "message=ciao" } as const;

describe("whether a request was sent", () => {
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
    const http = client({ resolve: () => new Promise<string[]>(() => {}), connectTimeoutMs: 200 });
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

  it("depends, when the connection is reset at once: no before our first byte, yes from then on", async () => {
    const url = await speak((socket) => socket.resetAndDestroy());
    const possible = [
      { fault: "unreachable", sent: false },
      { fault: "cut-off", sent: true },
    ];
    expect(possible).toContainEqual(await faultOf(client().request(asking(url, post))));
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

it("whatever a server does and when, a request it has seen is never called unsent", async () => {
  const seen = new Set<string>();
  let turn = 0;
  const url = await speak((socket) => {
    const fate = turn++ % 5;
    socket.on("data", (chunk) => {
      for (const [, id] of chunk.toString("latin1").matchAll(/POST \/(\d+) /g)) if (id) seen.add(id);
      if (fate === 1) socket.resetAndDestroy();
      else if (fate === 2) socket.end();
      else if (fate === 3) socket.write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok");
    });
    if (fate === 0) socket.resetAndDestroy();
    else if (fate === 4) setTimeout(() => socket.destroy(), 5);
  });
  const http = client();
  const ids = Array.from({ length: 200 }, (_, index) => String(index));
  const ends = await Promise.all(
    ids.map((id) =>
      http.request(asking(`${url}/${id}`, { ...post, timeoutMs: 20 + Number(id) * 10 })).then(
        () => true,
        (error: HttpError) => error.sent,
      ),
    ),
  );
  const calledUnsent = ids.filter((_id, index) => ends[index] === false);
  expect(calledUnsent.filter((id) => seen.has(id))).toEqual([]);
  expect(seen.size).toBeGreaterThan(0);
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
