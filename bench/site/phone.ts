import type { Browser } from "playwright-core";

/** One page as somebody meets it on a cheap phone over a slow line, the first time and again. */
export interface PhoneVisit {
  /** From the press on the link until the largest part of the screen was painted, milliseconds. */
  largestMs: number;
  firstKb: number;
  /** The same page again: what the phone has kept is not asked for. */
  againKb: number;
}

/** Four times slower than this machine, and 1.6 Mbit/s with 150 ms there and back: a cheap phone outside the town. */
const slowdown = 4;
const line = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };

/** Visits an address in a browser that knows nothing yet. */
export async function visitByPhone(browser: Browser, address: string): Promise<PhoneVisit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "it-IT" });
  try {
    const page = await context.newPage();
    const tools = await context.newCDPSession(page);
    let bytes = 0;
    tools.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await tools.send("Network.enable");
    await tools.send("Network.emulateNetworkConditions", line);
    await tools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.goto(address, { waitUntil: "networkidle" });
    const largestMs = await page.evaluate<number>(
      "new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }))",
    );
    const first = bytes;
    // Asks whether the page is still the same, as somebody does who comes back later than pages may be kept.
    await page.reload({ waitUntil: "networkidle" });
    return { largestMs: Math.round(largestMs), firstKb: inKb(first), againKb: inKb(bytes - first) };
  } finally {
    await context.close();
  }
}

function inKb(bytes: number): number {
  return Math.round(bytes / 100) / 10;
}

/** The visit in the middle by how soon its largest part was there. */
export function middleVisit(visits: readonly PhoneVisit[]): PhoneVisit | undefined {
  return [...visits].sort((one, other) => one.largestMs - other.largestMs)[Math.floor(visits.length / 2)];
}
