import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createTlsServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { asking, client, faultOf, listen, serve, speak } from "../../test/loopback.ts";

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
      "[::7f00:1]",
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
