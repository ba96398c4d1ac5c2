import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { openBrowser } from "../test/browser.ts";
import { distribution } from "./distribution.ts";
import { printFigures, printTable } from "./print.ts";
import { type Asked, ask } from "./site/ask.ts";
import { authorityId, fillBoard } from "./site/board.ts";
import { middleVisit, type PhoneVisit, visitByPhone } from "./site/phone.ts";
import type { Engine } from "./stage/database-server.ts";
import { startServe } from "./stage/serve.ts";
import { openStage } from "./stage/stage.ts";

/**
 * The public pages over a noticeboard of 10,000 items, as one `bacheca serve` with the settings of production answers
 * them, beside the same framework that says "hello"; the two are asked in turns. And how a cheap phone on a slow line
 * meets them, in a real browser: what a first visit weighs and the next one, and when the largest part is painted.
 *
 * npm run bench:site -- [--items 10000] [--seconds 3] [--rounds 3] [--connections 10] [--visits 3] [--engine embedded|postgres]
 */
const { values } = parseArgs({
  options: {
    items: { type: "string", default: "10000" },
    seconds: { type: "string", default: "3" },
    rounds: { type: "string", default: "3" },
    connections: { type: "string", default: "10" },
    visits: { type: "string", default: "3" },
    engine: { type: "string", default: "embedded" },
  },
});

const words = ["saldatore", "cuoca comune 7", "patente turni", "elettricista part-time", "magazinere"];
const how = { connections: Number(values.connections), seconds: Number(values.seconds) };
const promisedKb = 150;
const promisedMs = 1500;

const stage = await openStage(values.engine as Engine, { hurry: 1 });
const asked = new Map<string, Asked[]>();
const phone: (PhoneVisit & { page: string })[] = [];
try {
  await fillBoard(stage, Number(values.items));
  const hello = await startHello();
  const served = await startServe(stage.environment);
  try {
    const board = `/${authorityId}/notizie`;
    const item = await anItem(served.origin, board);
    const pages: Record<string, [origin: string, addresses: string[]]> = {
      hello: [hello.origin, ["/"]],
      channel: [served.origin, [`/${authorityId}`]],
      board: [served.origin, [board]],
      filtered: [served.origin, filters().map((query) => `${board}?${query}`)],
      search: [served.origin, words.map((word) => `${board}?cerca=${encodeURIComponent(word)}`)],
      item: [served.origin, [item]],
    };
    for (const page of ["channel", "board", "item"]) {
      const [origin, [address]] = pages[page] ?? [served.origin, [board]];
      phone.push({ page, ...(await byPhone(`${origin}${address}`)) });
    }
    for (let round = 0; round <= Number(values.rounds); round++) {
      for (const [name, [origin, addresses]] of Object.entries(pages)) {
        const one = await ask(origin, addresses, how);
        // The first round warms up.
        if (round > 0) asked.set(name, [...(asked.get(name) ?? []), one]);
      }
    }
  } finally {
    await served.stop();
    await hello.stop();
  }
} finally {
  await stage.close();
}

const rates = [...asked].map(([page, runs]) => {
  const total = (read: (run: Asked) => number) => runs.reduce((sum, run) => sum + read(run), 0);
  const { p50, p99 } = distribution(runs.flatMap(({ tookMs }) => tookMs));
  const perSecond = Math.round(total((run) => run.requests) / total((run) => run.seconds));
  return { page, "requests/s": perSecond, p50Ms: p50, p99Ms: p99, failed: total((run) => run.failed) };
});
const helloRate = rates.find(({ page }) => page === "hello")?.["requests/s"] ?? 0;
const ratioToHello = Object.fromEntries(
  rates.map((rate) => [rate.page, Math.round((rate["requests/s"] / helloRate) * 1000) / 1000]),
);
console.log(`\n${values.items} items, ${how.connections} connections`);
printTable(rates);
console.log("\nby phone: four times slower, 1.6 Mbit/s");
printTable(phone.map((visit) => ({ ...visit })));
const firstVisitKb = Math.max(...phone.map(({ firstKb }) => firstKb));
const largestMs = Math.max(...phone.map((visit) => visit.largestMs));
console.log(
  `\npromised: a first visit of at most ${promisedKb} kB, the largest part within ${promisedMs} ms\n`,
);
printFigures({
  ...{ bench: "site", items: Number(values.items), pages: rates, ratioToHello },
  ...{ firstVisitKb, largestPaintMs: largestMs, phone },
});
const isHeavy = firstVisitKb > promisedKb;
const isSlow = largestMs > promisedMs;
if (isHeavy || isSlow || rates.some(({ failed }) => failed > 0)) process.exitCode = 1;

/** The middle one of several visits, each by a browser that knows nothing yet. */
async function byPhone(address: string): Promise<PhoneVisit> {
  const browser = await openBrowser();
  try {
    const visits: PhoneVisit[] = [];
    for (let visit = 0; visit < Number(values.visits); visit++) {
      visits.push(await visitByPhone(browser, address));
    }
    const middle = middleVisit(visits);
    if (!middle) throw new Error("no visit was made");
    return middle;
  } finally {
    await browser.close();
  }
}

function filters(): string[] {
  return [
    "tipo=offer",
    "tipo=course&stato=in-scadenza",
    "luogo=Comune+7&contratto=permanent",
    "stato=tutte&pagina=9",
  ];
}

async function anItem(origin: string, board: string): Promise<string> {
  const page = await (await fetch(origin + board)).text();
  const address = /href="(\/[^"]+\/notizie\/[a-z-]+-\d+[^"]*)"/.exec(page)?.[1];
  if (!address) throw new Error("the noticeboard shows no item");
  return address;
}

async function startHello(): Promise<{ origin: string; stop(): Promise<void> }> {
  const program = path.join(import.meta.dirname, "site/hello.ts");
  const child = spawn(process.execPath, [program], { stdio: ["pipe", "pipe", "inherit"] });
  const [origin] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return {
    origin,
    async stop() {
      const ended = once(child, "exit");
      child.stdin.end();
      await ended;
    },
  };
}
