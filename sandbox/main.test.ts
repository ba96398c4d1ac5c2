import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

interface Ready {
  ready: true;
  portal: string;
  facebook: string;
}

const program = new URL("./main.ts", import.meta.url);
let folder: string;
let started: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sandbox-"));
});
afterEach(() => {
  for (const child of started) child.kill("SIGKILL");
  started = [];
  rmSync(folder, { recursive: true });
});

/** Starts the pretend world as its own process; `said` gathers what it prints. */
function start(...args: string[]): { child: ChildProcess; said: () => string } {
  const child = fork(program, args, { stdio: "pipe", execArgv: [] });
  let said = "";
  child.stdout?.on("data", (chunk) => {
    said += String(chunk);
  });
  child.stderr?.on("data", (chunk) => {
    said += String(chunk);
  });
  started.push(child);
  return { child, said: () => said };
}

const anyPorts = ["--portal-port", "0", "--facebook-port", "0"];

async function ready(child: ChildProcess): Promise<Ready> {
  const [message] = (await once(child, "message")) as [Ready];
  return message;
}

test("it says it is ready on its last line and over the channel, and stops once when asked twice", async () => {
  const { child, said } = start(...anyPorts);
  const message = await ready(child);
  expect(message.ready).toBe(true);
  expect((await fetch(`${message.portal}/feed.rss`)).status).toBe(200);
  expect((await fetch(message.facebook, { headers: { accept: "text/html" } })).status).toBe(200);
  child.kill("SIGINT");
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  expect(JSON.parse(said().trim().split("\n").at(-1) ?? "")).toEqual(message);
  expect(said()).toMatch(/Redazione \/ editors/);
});

test("with a folder, a restart shows the same news; --fresh forgets them", async () => {
  const titles = async (...args: string[]) => {
    const { child } = start(...anyPorts, "--data", folder, ...args);
    const { portal } = await ready(child);
    const feed = (await (await fetch(`${portal}/feed.json`)).json()) as {
      items: { id: string; title: string }[];
    };
    if (args.length === 0) {
      const fields = {
        kind: "notice",
        title: "Scritta prima del riavvio",
        text: "Deve esserci ancora dopo.",
      };
      await fetch(`${portal}/redazione`, { method: "POST", body: new URLSearchParams(fields) });
    }
    child.kill("SIGTERM");
    await once(child, "exit");
    return feed.items.map((item) => item.title);
  };
  const first = await titles();
  const second = await titles();
  expect(second).toEqual(["Scritta prima del riavvio", ...first]);
  expect(await titles("--fresh")).not.toContain("Scritta prima del riavvio");
});

test("with --stream it publishes by itself", async () => {
  const { child } = start(...anyPorts, "--stream", "0.05");
  const { portal } = await ready(child);
  const count = async () =>
    ((await (await fetch(`${portal}/_sandbox/state`)).json()) as { items: number }).items;
  const before = await count();
  await expect.poll(count, { timeout: 3000 }).toBeGreaterThan(before + 3);
});

test("a taken port is named, with the option that changes it", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  const { child, said } = start("--portal-port", "0", "--facebook-port", String(port));
  const [code] = await once(child, "close");
  taken.close();
  expect(code).toBe(1);
  expect(said()).toContain(
    `La porta ${port} è già occupata da un altro programma: sceglierne un'altra con --facebook-port.`,
  );
});

test.each([
  [["--stream", "presto"], "--stream: serve un numero da 0.01 a 86400, non «presto»"],
  [["--portal-port", "70000"], "--portal-port: serve un numero"],
  [["--veloce"], "Opzioni errate / wrong options"],
])("wrong options %j end with code 2 and the help", async (args, sentence) => {
  const { child, said } = start(...args);
  const [code] = await once(child, "close");
  expect(code).toBe(2);
  expect(said()).toContain(sentence);
  expect(said()).toContain("--read-lag MS");
});
