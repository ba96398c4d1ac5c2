import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { type Child, runChild, startChild } from "./child.ts";
import { describeAuthority } from "./describe.ts";
import { type DemoOptions, help, readOptions, WrongUse } from "./options.ts";
import { freePort } from "./ports.ts";
import { showProgress } from "./progress.ts";
import { startOver } from "./start-over.ts";

// `npm start`: the demonstration. Three things on this computer alone: the pretend world (portal and Facebook, one
// process), Bacheca (another), and this one, which starts them, tells where they are, and stops them.

/** Pauses of publishing are divided by this, so that whoever switches a fault on sees it mended within seconds. */
const hurry = "10";

/** Aborted by Ctrl-C (npm hands it on a second time), a stop from outside, or a part that ends unasked. */
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.abort());

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options === "help") {
      console.log(help);
      return 0;
    }
    return await demonstrate(options);
  } catch (error) {
    console.error((error as Error).message);
    return error instanceof WrongUse ? 2 : 1;
  }
}

async function demonstrate(options: DemoOptions): Promise<number> {
  const folder = path.join(options.dataDir, options.portal === undefined ? "demo" : "demo-mirror");
  if (options.isFresh) await startOver(folder);
  mkdirSync(folder, { recursive: true });
  // The database may run as another user, who has to get through.
  chmodSync(folder, 0o755);
  const silence = await whySilent(options.portal, folder);
  if (silence) {
    for (const line of silence) console.error(line);
    return 1;
  }
  const ports = await choosePorts(options);
  console.log("Dimostrazione di Bacheca: parto… / Bacheca's demonstration: starting…");
  const children = startAll(options, folder, ports);
  const troubled = watch(children);
  try {
    const [sandbox, bacheca] = await Promise.race([
      Promise.all(children.map((child) => child.ready)),
      whenStopped().then(() => []),
    ]);
    if (!sandbox || !bacheca) return 0;
    const addresses = { portal: String(sandbox.portal), wall: String(sandbox.facebook) };
    await configure(options, folder, addresses);
    tell(options, String(bacheca.origin), addresses);
    const progress = showProgress(String(bacheca.origin), addresses.wall);
    await whenStopped();
    progress.stop();
    return troubled.child ? 1 : 0;
  } catch (error) {
    if (!troubled.child) throw error;
    return 1;
  } finally {
    if (troubled.child) tellTrouble(troubled.child);
    else console.log("\nMi fermo… / Stopping…");
    stopping.abort();
    // Bacheca first: the call it is in the middle of still finds its Facebook.
    for (const child of [...children].reverse()) await child.stop();
  }
}

/** Why a portal to mirror gives nothing, in the product's own words, before anything is started; else undefined. */
async function whySilent(portal: string | undefined, folder: string): Promise<string[] | undefined> {
  if (portal === undefined) return undefined;
  const logFile = path.join(folder, "preview.log");
  const argv: [string, ...string[]] = ["bin/bacheca.js", "preview", portal, "--allow-private"];
  const { code, words } = await runChild({ argv, logFile });
  return code === 0 || stopping.signal.aborted ? undefined : words;
}

async function choosePorts({ ports }: DemoOptions): Promise<DemoOptions["ports"]> {
  const desk = await freePort(ports.desk, []);
  const portal = await freePort(ports.portal, [desk]);
  const wall = await freePort(ports.wall, [desk, portal]);
  const chosen = { desk, portal, wall };
  for (const name of ["desk", "portal", "wall"] as const) {
    if (ports[name] === 0 || ports[name] === chosen[name]) continue;
    console.log(
      `La porta ${ports[name]} è occupata: uso la ${chosen[name]}. / Port ${ports[name]} is taken: using ${chosen[name]}.`,
    );
  }
  return chosen;
}

/** Both at once: each needs about as long as the other. */
function startAll(options: DemoOptions, folder: string, ports: DemoOptions["ports"]): [Child, Child] {
  const stream = options.portal === undefined ? ["--stream", String(options.everySeconds)] : [];
  const people = options.peopleSeconds > 0 ? ["--people", String(options.peopleSeconds)] : [];
  const own = ["--data", path.join(folder, "sandbox"), "--portal-port", String(ports.portal)];
  const sandbox = startChild({
    name: "simulazione/sandbox",
    argv: ["sandbox/main.ts", ...own, "--facebook-port", String(ports.wall), ...stream, ...people],
    logFile: path.join(folder, "sandbox.log"),
  });
  const bacheca = startChild({
    name: "Bacheca",
    argv: ["bin/bacheca.js", "serve"],
    logFile: path.join(folder, "bacheca.log"),
    settings: {
      ...bachecaSettings(folder),
      BACHECA_PORT: String(ports.desk),
      BACHECA_DEMO: "yes",
      BACHECA_HURRY: hurry,
      BACHECA_SWEEP_MS: "100",
    },
  });
  return [sandbox, bacheca];
}

function bachecaSettings(folder: string): Record<string, string> {
  return { BACHECA_DATA_DIR: path.join(folder, "bacheca") };
}

/** A part that ends while nobody asked it to ends the demonstration; which one is told. */
function watch(children: readonly Child[]): { child: Child | undefined } {
  const troubled: { child: Child | undefined } = { child: undefined };
  for (const child of children) {
    child.ready.catch(() => {});
    void child.ended.then(() => {
      if (stopping.signal.aborted) return;
      troubled.child = child;
      stopping.abort();
    });
  }
  return troubled;
}

async function configure(
  options: DemoOptions,
  folder: string,
  addresses: { portal: string; wall: string },
): Promise<void> {
  const file = path.join(folder, "authority.yaml");
  writeFileSync(file, describeAuthority(addresses, options.portal));
  const { code, words } = await runChild({
    argv: ["bin/bacheca.js", "apply", file],
    logFile: path.join(folder, "apply.log"),
    settings: bachecaSettings(folder),
  });
  // 130 and signals: Ctrl-C reached it too.
  if (code !== 0 && !stopping.signal.aborted) throw new Error(words.join("\n"));
}

function tell(options: DemoOptions, desk: string, { portal, wall }: { portal: string; wall: string }): void {
  const what =
    options.portal === undefined
      ? `Una notizia inventata ogni ${options.everySeconds} s. / An invented piece of news every ${options.everySeconds} s.`
      : `Copio ${options.portal} sul muro simulato. / Mirroring ${options.portal} onto the pretend wall.`;
  const source = options.portal ?? `${portal}/      (redazione / editors: ${portal}/redazione)`;
  console.log(`
DIMOSTRAZIONE: ente, portale e Facebook sono finti e vivono solo su questo computer.
DEMONSTRATION: authority, portal and Facebook are pretended and live on this computer only.

  Portale / portal         ${source}
  Muro / wall              ${wall}/
  Bacheca, oggi / today    ${desk}/desk
  Pagine pubbliche         ${desk}/valdilago

  ${what}
  Dal muro si scrive come un cittadino; ogni tanto qualcuno lo fa da sé. Si risponde da Bacheca, alla voce «Posta in arrivo».
  At the wall one writes as a citizen; now and then somebody does by themselves. Bacheca answers, under “Inbox”.
  I guasti si accendono dal muro, nel pannello accanto ai post: il muro deve restare giusto.
  Faults are switched on at the wall, in the panel beside the posts: the wall must stay right.

Ctrl-C per fermare. / Ctrl-C to stop.
`);
}

function tellTrouble(child: Child): void {
  console.error(`\n${child.name} si è fermato da sé. / ${child.name} has stopped by itself.`);
  for (const line of child.lastWords()) console.error(`  ${line}`);
}

function whenStopped(): Promise<void> {
  const { signal } = stopping;
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve());
  });
}
