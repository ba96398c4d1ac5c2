import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startCrowd } from "./facebook/community/crowd.ts";
import { startFacebook } from "./facebook/index.ts";
import { type PortalSandbox, startPortal } from "./portal/index.ts";

interface Settings {
  portalPort: number;
  facebookPort: number;
  /** Where the journals are; without it nothing outlives the process. */
  folder: string | undefined;
  streamSeconds: number | undefined;
  peopleSeconds: number | undefined;
  readLagMs: number;
  fresh: boolean;
}

const help = `Il mondo di prova di Bacheca: un portale e un Facebook simulati, solo su questo computer.
Bacheca's pretend world: a simulated portal and a simulated Facebook, on this computer only.

  node sandbox/main.ts [--portal-port N] [--facebook-port N] [--data DIR] [--stream SECONDS] [--people SECONDS]
                       [--read-lag MS] [--fresh]

  --portal-port N     porta del portale, 8091 se manca; 0 = una libera        port of the portal, default 8091; 0 = any free
  --facebook-port N   porta di Facebook, 8092 se manca; 0 = una libera        port of Facebook, default 8092; 0 = any free
  --data DIR          cartella in cui ricordare notizie e post tra un avvio   folder in which news and posts are kept from
                      e l'altro; se manca, si riparte ogni volta da zero      one start to the next; without it nothing is kept
  --stream SECONDS    pubblica da solo una notizia ogni tanti secondi         publishes one piece of news every so many seconds
  --people SECONDS    qualcuno commenta o scrive ogni tanti secondi           somebody comments or writes every so many seconds
  --read-lag MS       ritardo con cui Facebook mostra i post appena creati    how late Facebook shows posts just created
  --fresh             dimentica quanto ricordato in --data                    forgets what --data remembers
  --help              questo aiuto                                            this help

Uscita / exit codes: 0 fermato a richiesta / stopped as asked, 1 non avviato / did not start, 2 opzioni errate / wrong options
`;

/** Words and numbers of the command line; throws an Error whose message is for people. */
function settingsOf(args: string[]): Settings | "help" {
  const values = valuesOf(args);
  if (values.help) return "help";
  return {
    portalPort: numberIn("--portal-port", values["portal-port"], 0, 65_535),
    facebookPort: numberIn("--facebook-port", values["facebook-port"], 0, 65_535),
    folder: values.data,
    streamSeconds:
      values.stream === undefined ? undefined : numberIn("--stream", values.stream, 0.01, 86_400),
    peopleSeconds:
      values.people === undefined ? undefined : numberIn("--people", values.people, 0.01, 86_400),
    readLagMs: numberIn("--read-lag", values["read-lag"], 0, 3_600_000),
    fresh: values.fresh,
  };
}

function valuesOf(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        "portal-port": { type: "string", default: "8091" },
        "facebook-port": { type: "string", default: "8092" },
        data: { type: "string" },
        stream: { type: "string" },
        people: { type: "string" },
        "read-lag": { type: "string", default: "0" },
        fresh: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Opzioni errate / wrong options: ${detail}`, { cause });
  }
}

function numberIn(option: string, text: string, low: number, high: number): number {
  const value = Number(text);
  const whole = option === "--stream" || option === "--people" || Number.isInteger(value);
  if (text.trim() !== "" && whole && value >= low && value <= high) return value;
  throw new Error(
    `${option}: serve un numero da ${low} a ${high}, non «${text}». / a number from ${low} to ${high} is needed, not “${text}”.`,
  );
}

/** Starts what an option's port serves, and says clearly when the port is not to be had. */
async function startOn<T>(option: string, port: number, start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code !== "EADDRINUSE" && code !== "EACCES") throw cause;
    const why =
      code === "EADDRINUSE"
        ? ["è già occupata da un altro programma", "is already taken by another program"]
        : ["non è permessa a questo utente", "is not allowed to this user"];
    throw new Error(
      `La porta ${port} ${why[0]}: sceglierne un'altra con ${option}. / Port ${port} ${why[1]}: choose another with ${option}.`,
      { cause },
    );
  }
}

/** A portal nobody has written on yet shows a few items, so that there is something to look at and to filter. */
function furnish(portal: PortalSandbox): void {
  if (portal.items().length === 0) portal.publishNext(12);
}

async function run(settings: Settings): Promise<void> {
  const { folder } = settings;
  const file = (name: string) => (folder === undefined ? undefined : join(folder, name));
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    if (settings.fresh)
      for (const name of ["portal.jsonl", "facebook.jsonl", "facebook.jsonl.media"])
        rmSync(join(folder, name), { recursive: true, force: true });
  }
  const portal = await startOn("--portal-port", settings.portalPort, () =>
    startPortal({ port: settings.portalPort, dataFile: file("portal.jsonl") }),
  );
  const facebook = await startOn("--facebook-port", settings.facebookPort, () =>
    startFacebook({
      port: settings.facebookPort,
      dataFile: file("facebook.jsonl"),
      readLagMs: settings.readLagMs,
    }),
  );
  furnish(portal);
  stopWhenAsked(async () => {
    await portal.close();
    await facebook.close();
  });
  if (settings.streamSeconds !== undefined) portal.startStream({ everyMs: settings.streamSeconds * 1000 });
  if (settings.peopleSeconds !== undefined) {
    const { world, seed } = facebook;
    startCrowd(world, { pageId: seed.page.id, everyMs: settings.peopleSeconds * 1000 });
  }
  announce(portal, facebook.origin, settings);
}

function announce(portal: PortalSandbox, facebook: string, { streamSeconds }: Settings): void {
  const stream =
    streamSeconds === undefined
      ? ["spento: si accende dalla redazione", "off: switch it on at the editors' desk"]
      : [
          `una notizia ogni ${streamSeconds.toLocaleString("it")} s`,
          `one piece of news every ${streamSeconds} s`,
        ];
  console.log(`Mondo di prova acceso: nulla di ciò che mostra è vero. / The pretend world is on: nothing it shows is real.

  Portale / portal                   ${portal.origin}/
  Redazione / editors                ${portal.origin}/redazione
  Feed                               ${portal.feedUrl()}
  Pagina Facebook / Facebook Page    ${facebook}/
  Flusso / stream                    ${stream[0]} / ${stream[1]}

Ctrl-C per fermare. / Ctrl-C to stop.`);
  const ready = { ready: true, portal: portal.origin, facebook };
  console.log(JSON.stringify(ready));
  process.send?.(ready);
}

/**
 * npm passes on a Ctrl-C that the terminal has already given: being asked twice is normal and means the same.
 * Where a parent started us over a channel, its end is ours: a killed demonstration leaves no orphan on the ports.
 */
function stopWhenAsked(stop: () => Promise<void>): void {
  let stopping = false;
  const once = () => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", once).on("SIGTERM", once).on("disconnect", once);
}

let settings: Settings | "help" | undefined;
try {
  settings = settingsOf(process.argv.slice(2));
} catch (error) {
  console.error(`${messageOf(error)}\n\n${help}`);
  process.exitCode = 2;
}
if (settings === "help") console.log(help);
else if (settings !== undefined) {
  await run(settings).catch((error: unknown) => {
    console.error(messageOf(error));
    process.exit(1);
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
