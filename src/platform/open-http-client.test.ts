import { createServer, type ServerResponse } from "node:http";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { asking, client, faultOf, listen, serve } from "../../test/loopback.ts";

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
    // undici waits one turn of the loop before it takes a connection for idle.
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
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

describe("redirects", () => {
  it("lead from an allowed private address to no other private host", async () => {
    let hits = 0;
    const neighbour = await serve((_request, response) => {
      hits += 1;
      response.end();
    });
    const { port } = new URL(neighbour);
    const url = await serve((_request, response) => {
      response.writeHead(302, { location: `http://localhost:${port}/` }).end();
    });
    expect(await faultOf(client().request(asking(url)))).toEqual({ fault: "private-address", sent: true });
    expect(hits).toBe(0);
  });

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
    const url = await serve((_request, response) =>
      response.writeHead(302, { location: "http://10.0.0.1/" }).end(),
    );
    const http = client({ isPublic: (address) => address === "127.0.0.1" });
    const fault = await faultOf(http.request(asking(url, { allowPrivateAddress: false })));
    expect(fault).toEqual({ fault: "private-address", sent: true });
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
