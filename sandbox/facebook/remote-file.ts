import { CRAWLER_AGENT } from "./scrape.ts";

const TIMEOUT_MS = 10_000;

/** What Graph learns of a file by fetching its address. */
export interface RemoteFile {
  /** Content type without parameters. */
  type: string;
  /** Bytes. */
  size: number;
}

/**
 * Looks at a file that somebody gave an address of, under the crawler's name; undefined where it cannot be had.
 * @param bytesMax reading stops above it; `size` then says so by being larger
 */
export async function lookAtFile(address: string, bytesMax: number): Promise<RemoteFile | undefined> {
  try {
    const response = await fetch(address, {
      headers: { "user-agent": CRAWLER_AGENT },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const type = (response.headers.get("content-type") ?? "").split(";", 1)[0]?.trim() ?? "";
    let size = 0;
    if (response.ok) {
      for await (const chunk of response.body ?? []) {
        size += chunk.byteLength;
        if (size > bytesMax) break;
      }
    }
    await response.body?.cancel().catch(() => undefined);
    return response.ok && size > 0 ? { type, size } : undefined;
  } catch {
    return undefined;
  }
}
