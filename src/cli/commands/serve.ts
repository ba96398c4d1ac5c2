import process from "node:process";
import type { Installation } from "../../installation.ts";
import { openInstallation } from "../../installation.ts";
import { startWorker, type Worker } from "../../jobs/worker.ts";
import { linkAddress } from "../../staff/link.ts";
import { offerFirstLink } from "../../staff/offer-first-link.ts";
import { type Command, type CommandContext, numberOption, textOption, UsageError } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { refuseAnotherKey } from "../refuse-another-key.ts";
import { listenForStop, type StopSignals } from "../stop-signals.ts";

/** Web and work, in one process or divided over several. */
export const serve: Command = {
  name: "serve",
  options: { roles: { type: "string" }, port: { type: "string" } },
  operands: { least: 0, most: 0 },
  run: runServe,
};

interface Server {
  origin: string;
  close(): Promise<void>;
}

// After a hurried end the embedded server may still be going; the next start adopts or recovers it.
const hurriedCloseMs = 3_000;

async function runServe(context: CommandContext): Promise<ExitCode> {
  const roles = readRoles(context);
  const settings = context.config();
  const port = numberOption(context, "port", { least: 0, most: 65_535 }) ?? settings.port;
  const signals = listenForStop();
  try {
    const installation = await openInstallation({ ...settings, port });
    await run(context, installation, roles, signals);
  } finally {
    signals.release();
  }
  return exitCode.ok;
}

function readRoles(context: CommandContext): Set<string> {
  const words = (textOption(context, "roles") ?? "web,work").split(",").map((word) => word.trim());
  const wrong = words.find((word) => word !== "web" && word !== "work");
  if (wrong !== undefined) throw new UsageError((said) => said.serve.notARole(wrong));
  return new Set(words);
}

async function run(
  context: CommandContext,
  installation: Installation,
  roles: Set<string>,
  signals: StopSignals,
): Promise<void> {
  const { terminal, words } = context;
  let web: Server | undefined;
  let worker: Worker | undefined;
  try {
    await refuseAnotherKey(words, installation);
    // The door first: a taken port is told before any work begins, and the work needs the address it got.
    if (roles.has("web")) web = await openDoor(installation);
    const publicUrl = installation.config.publicUrl ?? web?.origin ?? installation.publicUrl;
    if (roles.has("work") && !signals.stop.aborted) worker = await startWork(installation, publicUrl);
    if (!signals.stop.aborted) {
      announce(context, installation, web?.origin);
      if (web) await offerAdministration(context, installation, publicUrl);
    }
    await signals.stopped;
    terminal.note(words.serve.stopping);
  } finally {
    await closeAll(context, installation, { web, worker }, signals.hurry);
  }
}

async function openDoor(installation: Installation): Promise<Server> {
  // Loaded here, so that commands without a door start without it.
  const { startWeb } = await import("../../web/server.ts");
  return await startWeb(installation, { port: installation.config.port });
}

async function startWork(installation: Installation, publicUrl: string): Promise<Worker> {
  const { database, channels, vault, clock, log, policy, http, mail, config, deliveries } = installation;
  const queue = await installation.queue();
  const { openFeedWriter } = await import("../../web/site/feed-writer.ts");
  return await startWorker({
    publish: { db: database.db, channels, vault, clock, log, policy, queue, publicUrl, chance: Math.random },
    queue,
    http,
    mail,
    arriving: deliveries.perSecond,
    hub: { mode: config.hub, feeds: openFeedWriter({ ...installation, publicUrl }) },
    sweepMs: config.sweepMs,
  });
}

/** Says that all is ready: to people, to who reads the log, and to a parent process that listens. */
function announce(context: CommandContext, installation: Installation, origin: string | undefined): void {
  const { terminal, words } = context;
  terminal.say(origin ? words.serve.answers(origin) : words.serve.works);
  installation.log.info({ origin, roles: context.options.roles }, "ready");
  process.send?.({ ready: true, origin });
}

/** While nobody administers the installation: the link that makes somebody its administrator. Never in the log. */
async function offerAdministration(
  { terminal, words }: CommandContext,
  { database, clock, config }: Installation,
  publicUrl: string,
): Promise<void> {
  // A demonstration is administered by whoever looks at it.
  if (config.isDemo) return;
  const token = await offerFirstLink({ db: database.db, clock });
  if (token !== undefined) terminal.say(words.serve.firstLink(linkAddress(publicUrl, token)));
}

/** Work first, so that the step under way still finds everything it needs; the database last. */
async function closeAll(
  context: CommandContext,
  installation: Installation,
  parts: { web: Server | undefined; worker: Worker | undefined },
  hurry: AbortSignal,
): Promise<void> {
  const inOrder = async () => {
    await parts.worker?.stop();
    await parts.web?.close();
    await installation.close();
  };
  const closing = inOrder();
  const hurried = new Promise<"hurried">((resolve) => {
    if (hurry.aborted) resolve("hurried");
    hurry.addEventListener("abort", () => resolve("hurried"));
  });
  if ((await Promise.race([closing, hurried])) !== "hurried") return;
  context.terminal.note(context.words.serve.hurried);
  const patience = setTimeout(() => process.exit(exitCode.interrupted), hurriedCloseMs);
  await Promise.race([installation.database.close().catch(() => undefined), closing.catch(() => undefined)]);
  clearTimeout(patience);
  process.exit(exitCode.interrupted);
}
