import { type AnyChannel, openChannels } from "./channels/registry.ts";
import type { Config } from "./config.ts";
import { type Database, openDatabase } from "./database/database.ts";
import { migrate } from "./database/migrate.ts";
import { openQueue, type Queue } from "./jobs/queue.ts";
import { readMailServer } from "./mailing/mail-server.ts";
import type { MailSender } from "./mailing/open-mail-sender.ts";
import { type Arrivals, countArrivals } from "./platform/arrivals.ts";
import { type Clock, systemClock } from "./platform/clock.ts";
import type { HttpClient } from "./platform/http-client.ts";
import { openLog } from "./platform/log.ts";
import { openHttpClient } from "./platform/open-http-client.ts";
import { keepSecretKey } from "./platform/secret-key.ts";
import { openVault, type Vault } from "./platform/vault.ts";
import { defaultPolicy, hurried, type PublishingPolicy } from "./publishing/policy.ts";
import { version } from "./version.ts";

/** The parts every command works with, built once and joined here; no rules in here. */
export interface Installation {
  config: Config;
  log: ReturnType<typeof openLog>;
  clock: Clock;
  database: Database;
  vault: Vault;
  http: HttpClient;
  channels: Record<string, AnyChannel>;
  policy: PublishingPolicy;
  /** Undefined where no server takes our mail. */
  mail: MailSender | undefined;
  publicUrl: string;
  /** What networks delivered to this process: who works in it gives way to them. */
  deliveries: Arrivals;
  /** Opened at the first call; commands that only read need no queue. */
  queue(): Promise<Queue>;
  close(): Promise<void>;
}

/** Opens database (migrated, unless told otherwise), keys and clients. Throws errors that hold words for people. */
export async function openInstallation(
  config: Config,
  options: { migrate?: boolean } = {},
): Promise<Installation> {
  const log = openLog(config.logLevel);
  const database = await openDatabase({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    log: (event, fields) => log.info(fields ?? {}, event),
  });
  try {
    if (options.migrate !== false) await migrate(database);
    const vault = openVault(config.secretKey ?? keepSecretKey(config.dataDir));
    const contact = config.contact ? `; +${config.contact}` : "";
    const http = openHttpClient({ userAgent: `Bacheca/${version} (job noticeboard${contact})` });
    return join(config, log, database, vault, http, await openMail(config));
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** What speaks to mail servers is loaded only where there is one to speak to. */
async function openMail(config: Config): Promise<MailSender | undefined> {
  const server = readMailServer(config);
  if (!server) return undefined;
  const { openMailSender } = await import("./mailing/open-mail-sender.ts");
  return openMailSender(server);
}

function join(
  config: Config,
  log: Installation["log"],
  database: Database,
  vault: Vault,
  http: HttpClient,
  mail: MailSender | undefined,
): Installation {
  let queue: Promise<Queue> | undefined;
  const note = (event: string, fields: object) => log.warn(fields, event);
  return {
    config,
    log,
    clock: systemClock,
    database,
    vault,
    http,
    channels: openChannels(http, systemClock),
    policy: config.hurry > 1 ? hurried(defaultPolicy, config.hurry) : defaultPolicy,
    mail,
    publicUrl: config.publicUrl ?? `http://${config.host}:${config.port}`,
    deliveries: countArrivals(),
    queue() {
      queue ??= openQueue({ connection: database.connection, log: note });
      return queue;
    },
    async close() {
      await (await queue?.catch(() => undefined))?.close();
      await http.close();
      await database.close();
    },
  };
}
