import http from "node:http";

export interface Asked {
  requests: number;
  seconds: number;
  tookMs: number[];
  /** Answers with another status than 200, and broken ones. */
  failed: number;
}

/** Asks for pages one after the other on so many connections, for so long; as browsers do, it accepts gzip. */
export async function ask(
  origin: string,
  addresses: readonly string[],
  how: { connections: number; seconds: number },
): Promise<Asked> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: how.connections });
  const asked: Asked = { requests: 0, seconds: 0, tookMs: [], failed: 0 };
  const startedAt = performance.now();
  const until = startedAt + how.seconds * 1000;
  let next = 0;
  const one = async () => {
    while (performance.now() < until) {
      const address = addresses[next++ % addresses.length] ?? "/";
      const from = performance.now();
      const status = await statusOf(origin + address, agent);
      asked.tookMs.push(performance.now() - from);
      asked.requests += 1;
      if (status !== 200) asked.failed += 1;
    }
  };
  await Promise.all(Array.from({ length: how.connections }, one));
  asked.seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  return asked;
}

function statusOf(url: string, agent: http.Agent): Promise<number> {
  return new Promise((resolve) => {
    const request = http.get(url, { agent, headers: { "accept-encoding": "gzip" } }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    request.on("error", () => resolve(0));
  });
}

/** Kilobytes that a first visit brings along: the page, its style sheets, letters, pictures; as they travel. */
export async function visitKb(origin: string, address: string): Promise<number> {
  const seen = new Set<string>();
  let bytes = 0;
  const take = async (path: string): Promise<string> => {
    if (seen.has(path)) return "";
    seen.add(path);
    const { body, packedBytes } = await fetchPacked(origin + path);
    bytes += packedBytes;
    return body;
  };
  const page = await take(address);
  const links = [
    ...page.matchAll(/<(?:link rel="(?:stylesheet|icon|preload)"|img)[^>]*?\s(?:href|src)="([^"]+)"/g),
  ];
  for (const [, path] of links) {
    const text = await take((path ?? "").replaceAll("&amp;", "&"));
    for (const [, font] of text.matchAll(/url\("(\/assets\/[^"]+woff2)"\)/g)) await take(font ?? "");
  }
  return Math.round(bytes / 100) / 10;
}

async function fetchPacked(url: string): Promise<{ body: string; packedBytes: number }> {
  const packedBytes = await new Promise<number>((resolve, reject) => {
    const headers = { "accept-encoding": "br, gzip" };
    http
      .get(url, { headers }, (response) => {
        let bytes = 0;
        response.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
        });
        response.on("end", () => resolve(bytes));
      })
      .on("error", reject);
  });
  return { body: await (await fetch(url)).text(), packedBytes };
}
