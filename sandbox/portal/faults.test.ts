import { connect } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FaultName, faultNames } from "./faults.ts";
import { type PortalSandbox, startPortal } from "./index.ts";

let portal: PortalSandbox;
beforeEach(async () => {
  portal = await startPortal();
  portal.publishNext(5);
  portal.publish({
    kind: "offer",
    title: "Perito/a – 1.500 €",
    place: "Cantù",
    text: "L’ufficio “acquisti” cerca…",
  });
});
afterEach(() => portal.close());

interface RawAnswer {
  status: number;
  headers: Map<string, string>;
  body: Buffer;
}

/** What comes over the wire for a feed, byte by byte, until the other side ends or enough has come. */
function ask(path = "/feed.rss", bytesMax = 1_000_000, msMax = 2000): Promise<RawAnswer | undefined> {
  return new Promise((resolve) => {
    const { port, hostname } = new URL(portal.origin);
    const chunks: Buffer[] = [];
    let size = 0;
    const socket = connect(Number(port), hostname);
    socket.setTimeout(msMax, () => socket.destroy());
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(answerIn(Buffer.concat(chunks))));
    socket.on("data", (chunk) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > bytesMax) socket.destroy();
    });
    // Not "end": Node takes a half-closed connection for a reader who has gone.
    socket.write(`GET ${path} HTTP/1.0\r\nHost: ${hostname}\r\n\r\n`);
  });
}

function answerIn(bytes: Buffer): RawAnswer | undefined {
  if (bytes.length === 0) return undefined;
  const end = bytes.indexOf("\r\n\r\n");
  const [first = "", ...lines] = bytes.subarray(0, end).toString("latin1").split("\r\n");
  const headers = new Map(
    lines.map((line) => [line.split(":")[0]?.toLowerCase() ?? "", line.replace(/^[^:]*: ?/, "")]),
  );
  return { status: Number(first.split(" ")[1]), headers, body: bytes.subarray(end + 4) };
}

const whole = async () => (await ask())?.body.toString() ?? "";

describe("a fault", () => {
  test("ends after the times asked for, and the feed is as before", async () => {
    const before = await whole();
    portal.setFault("error-500", { times: 2 });
    expect([(await ask())?.status, (await ask())?.status, (await ask())?.status]).toEqual([500, 500, 200]);
    expect(await whole()).toBe(before);
  });

  test("lasts until it is switched off", async () => {
    portal.setFault("empty-body");
    for (let times = 0; times < 5; times++) expect((await ask())?.body).toHaveLength(0);
    portal.setFault(null);
    expect((await ask())?.body.length).toBeGreaterThan(1000);
  });

  test.each(faultNames)("%s leaves the editors' desk at work", async (name) => {
    portal.setFault(name);
    expect((await fetch(`${portal.origin}/redazione`)).status).toBe(200);
  });
});

test.each(["slow", "drip", "huge"] as const)(
  "a portal closes at once, even while %s keeps a reader waiting",
  async (name) => {
    portal.setFault(name);
    const waiting = fetch(portal.feedUrl()).then((answer) => answer.text());
    waiting.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const start = performance.now();
    await portal.close();
    expect(performance.now() - start).toBeLessThan(1000);
    await expect(waiting).rejects.toThrow();
  },
);

describe("each fault, seen from the wire", () => {
  const under = async (name: FaultName, options = {}) => {
    portal.setFault(name, options);
    return ask();
  };

  test("down: not a byte, on the public pages either", async () => {
    expect(await under("down")).toBeUndefined();
    expect(await ask("/")).toBeUndefined();
    expect(await ask(`/offerte/${portal.items()[0]?.slug}`)).toBeUndefined();
  });

  test("retry-after: 503 or 429 with the pause asked for", async () => {
    const first = await under("retry-after");
    expect([first?.status, first?.headers.get("retry-after")]).toEqual([503, "120"]);
    const second = await under("retry-after", { status: 429, retryAfterSeconds: 7 });
    expect([second?.status, second?.headers.get("retry-after")]).toEqual([429, "7"]);
  });

  test("slow: the right answer, late", async () => {
    const right = await whole();
    const start = performance.now();
    const late = await under("slow", { delayMs: 150 });
    expect(performance.now() - start).toBeGreaterThan(140);
    expect(late?.body.toString()).toBe(right);
    expect(late?.headers.get("etag")).toBeTruthy();
  });

  test("drip: letter after letter, never in time", async () => {
    portal.setFault("drip", { delayMs: 20 });
    const got = await ask("/feed.rss", 1_000_000, 15);
    expect(got?.body.toString() ?? "").toMatch(/^(<\??)?x?/);
    expect(got?.body.length ?? 0).toBeLessThan(100);
  });

  test("html-instead: a page, with status 200", async () => {
    const answer = await under("html-instead");
    expect([answer?.status, answer?.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(answer?.body.toString()).toContain("<!doctype html>");
  });

  test("empty-feed: well formed, without items", async () => {
    const body = (await under("empty-feed"))?.body.toString() ?? "";
    expect(body).toContain("</rss>");
    expect(body).not.toContain("<item>");
  });

  test("truncated: whole by HTTP, the document is not", async () => {
    const right = await whole();
    const answer = await under("truncated");
    expect(answer?.body.length).toBe(Number(answer?.headers.get("content-length")));
    expect(right.startsWith(answer?.body.toString().replace(/\ufffd+$/, "") ?? "x")).toBe(true);
    expect(answer?.body.toString()).not.toContain("</rss>");
  });

  test("cut-off: fewer bytes than announced", async () => {
    const answer = await under("cut-off");
    expect(answer?.body.length).toBeLessThan(Number(answer?.headers.get("content-length")));
    expect(answer?.body.length).toBeGreaterThan(0);
  });

  test("huge: more than anyone should read", async () => {
    portal.setFault("huge");
    expect((await ask("/feed.rss", 20_000_000))?.body.length).toBeGreaterThan(20_000_000);
  });

  test("gzip-bomb: little on the wire, a great deal once unpacked", async () => {
    portal.setFault("gzip-bomb");
    const answer = await ask("/feed.rss", 20_000_000);
    expect(answer?.headers.get("content-encoding")).toBe("gzip");
    expect(answer?.body.length).toBeLessThan(2_000_000);
    expect(() => gunzipSync(answer?.body ?? "", { maxOutputLength: 50_000_000 })).toThrow(
      /larger than 50000000/,
    );
  });

  test("redirect-loop: always elsewhere, always here", async () => {
    const places = new Set<string>();
    portal.setFault("redirect-loop");
    let path = "/feed.rss";
    for (let turn = 0; turn < 5; turn++) {
      const answer = await ask(path);
      expect(answer?.status).toBe(302);
      path = answer?.headers.get("location") ?? "";
      places.add(path.split("?")[0] ?? "");
    }
    expect([...places]).toEqual(["/feed.rss"]);
  });

  test("wrong-charset: Windows-1252 under the name of ISO-8859-1, in the header and in the document", async () => {
    const answer = await under("wrong-charset");
    expect(answer?.headers.get("content-type")).toBe("application/rss+xml; charset=ISO-8859-1");
    expect(answer?.body.toString("latin1")).toContain('encoding="ISO-8859-1"');
    expect(new TextDecoder("windows-1252").decode(answer?.body)).toContain("Perito/a – 1.500 €");
    expect(new TextDecoder("windows-1252").decode(answer?.body)).toContain("L’ufficio “acquisti” cerca…");
    expect(answer?.body.includes(Buffer.from("–", "utf8"))).toBe(false);
  });

  test("binary: bytes that are no text", async () => {
    const answer = await under("binary");
    expect(answer?.body).toHaveLength(4096);
    expect(answer?.body.toString().includes("\ufffd")).toBe(true);
  });

  test("changed-ids: other ids and links, other ones each time, the same words", async () => {
    const [right, first, second] = [
      await whole(),
      (await under("changed-ids"))?.body.toString(),
      (await under("changed-ids"))?.body.toString(),
    ];
    const of = (text: string | undefined, tag: string) => text?.match(new RegExp(`<${tag}[^>]*>[^<]*`, "g"));
    for (const tag of ["guid", "link"]) {
      expect(new Set([right, first, second].map((text) => of(text, tag)?.at(-1))).size).toBe(3);
    }
    expect(of(first, "title")).toEqual(of(right, "title"));
  });

  test("shrunk: the newest two", async () => {
    const body = (await under("shrunk"))?.body.toString() ?? "";
    expect(body.match(/<item>/g)).toHaveLength(2);
    expect(body).toContain("Perito/a");
  });

  test("304-always: even to whoever never read the feed", async () => {
    const answer = await under("304-always");
    expect(answer?.status).toBe(304);
    expect(answer?.body).toHaveLength(0);
  });
});
