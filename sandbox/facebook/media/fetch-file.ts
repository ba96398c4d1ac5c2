import { CRAWLER_AGENT } from "../scrape.ts";

const TIMEOUT_MS = 10_000;
/** "No Meta CDN URLs" (section 7.2). */
const META_HOSTS = /(^|\.)(fbcdn\.net|facebook\.com|cdninstagram\.com|fb\.com)$/;

/** Fetches a file under the crawler's name; undefined where there is none to be had, or a larger one than allowed. */
export async function fetchFile(address: string, bytesMax: number): Promise<Buffer | undefined> {
  if (!isWebAddress(address)) return undefined;
  try {
    const response = await fetch(address, {
      headers: { "user-agent": CRAWLER_AGENT, accept: "*/*" },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok || Number(response.headers.get("content-length") ?? 0) > bytesMax) {
      await response.body?.cancel();
      return undefined;
    }
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > bytesMax) return undefined;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch {
    // Unreachable, too slow, cut short: the caller answers with the code of its own operation.
    return undefined;
  }
}

/** Whether the fetcher of films may have this address: not Meta's own, and allowed by the site's robots.txt. */
export async function mayFetchFilm(address: string): Promise<boolean> {
  if (!isWebAddress(address)) return false;
  const url = new URL(address);
  if (META_HOSTS.test(url.hostname)) return false;
  const robots = await fetchFile(new URL("/robots.txt", url).href, 500_000);
  return robots === undefined || allows(robots.toString("utf8"), url.pathname);
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

/** Reads the group for facebookexternalhit, or else the one for all (RFC 9309): the longest rule that fits decides. */
export function allows(robots: string, path: string): boolean {
  const groups = new Map<string, { allow: boolean; path: string }[]>();
  let agents: string[] = [];
  let inRules = true;
  for (const line of robots.split(/\r?\n/)) {
    const [, name, value = ""] = /^\s*([a-z-]+)\s*:\s*([^#]*?)\s*(?:#.*)?$/i.exec(line) ?? [];
    const key = name?.toLowerCase();
    if (key === "user-agent") {
      agents = inRules ? [value.toLowerCase()] : [...agents, value.toLowerCase()];
      inRules = false;
    } else if (key === "allow" || key === "disallow") {
      inRules = true;
      if (value === "") continue;
      for (const agent of agents)
        groups.set(agent, [...(groups.get(agent) ?? []), { allow: key === "allow", path: value }]);
    }
  }
  const own = [...groups].find(([agent]) => agent.startsWith("facebookexternalhit"))?.[1];
  const rules = (own ?? groups.get("*") ?? []).filter((rule) =>
    path.startsWith(rule.path.replace(/[*$].*$/, "")),
  );
  const longest = Math.max(0, ...rules.map((rule) => rule.path.length));
  const deciding = rules.filter((rule) => rule.path.length === longest);
  return deciding.length === 0 || deciding.some((rule) => rule.allow);
}
