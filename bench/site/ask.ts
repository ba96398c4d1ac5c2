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
