import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/**
 * The settings of an installation: the only reader of the environment. What belongs to one authority (its sources,
 * accounts, words) is not here but in the file given to `bacheca apply`.
 *
 * Every secret may also be given as NAME_FILE, the path of a file that holds it. docs/operate/settings.md lists all.
 */
export interface Config {
  /** Where the embedded database, its key and backups live. */
  dataDir: string;
  databaseUrl: string | undefined;
  host: string;
  port: number;
  /** Our own address as the world sees it, without a slash at the end; undefined = http://host:port. */
  publicUrl: string | undefined;
  /** Undefined = kept in the data directory, made at the first start. */
  secretKey: Buffer | undefined;
  /** Undefined = metrics are read on this machine only. */
  metricsPassword: string | undefined;
  /** Told to portals in the user agent, so that they can reach a person. */
  contact: string | undefined;
  /** smtp:// or smtps://, with name and password of the server; undefined = nothing is mailed. */
  mailUrl: string | undefined;
  /** The address we write from; there wherever mailUrl is. */
  mailFrom: string | undefined;
  /** The name beside it. */
  mailName: string;
  /** The operator accepts that the way to the server is not encrypted. */
  mailPlain: boolean;
  logLevel: string;
  sweepMs: number;
  /** Divides all pauses of publishing; benchmarks and the demonstration hurry, production does not. */
  hurry: number;
  /** Who tells subscribers of feeds that they changed: we, nobody, or a hub of others. */
  hub: { kind: "own" } | { kind: "off" } | { kind: "external"; url: string };
  /** Marks every page as a demonstration. */
  isDemo: boolean;
}

/** One thing to correct; the words for people are in src/cli/words/. */
export type ConfigFault =
  /** `example` shows a value that would do. */
  | { kind: "not-usable"; name: string; example: string }
  | { kind: "unknown"; name: string }
  /** It did something in an earlier release; silence would leave people believing that it still does. */
  | { kind: "retired"; name: "BACHECA_DESK_PASSWORD" }
  /** NAME and NAME_FILE are both set. */
  | { kind: "twice"; name: string }
  | { kind: "file-not-readable"; name: string; detail: string };

export class ConfigError extends Error {
  readonly faults: ConfigFault[];
  constructor(faults: ConfigFault[]) {
    super(
      `settings that cannot be used: ${faults.map((fault) => `${fault.name} (${fault.kind})`).join(", ")}`,
    );
    this.name = "ConfigError";
    this.faults = faults;
  }
}

type Environment = Record<string, string | undefined>;

const port = z.coerce.number().int().min(0).max(65535);
const yes = z.enum(["yes", "no"]).transform((word) => word === "yes");
const hub = z.union([
  z.literal("own").transform(() => ({ kind: "own" as const })),
  z.literal("off").transform(() => ({ kind: "off" as const })),
  z.url({ protocol: /^https?$/ }).transform((url) => ({ kind: "external" as const, url })),
]);
const logLevels = ["debug", "info", "warn", "error", "silent"] as const;

/** Each setting: its variable, an example for the fault, and how it is read. */
export const settings = {
  dataDir: {
    name: "BACHECA_DATA_DIR",
    example: "/var/lib/bacheca",
    read: z.string().min(1).default("./data"),
  },
  databaseUrl: {
    name: "DATABASE_URL",
    example: "postgres://bacheca:…@db.example/bacheca",
    read: z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .optional(),
    isSecret: true,
  },
  host: { name: "BACHECA_HOST", example: "127.0.0.1", read: z.string().min(1).default("127.0.0.1") },
  port: { name: "BACHECA_PORT", example: "8090", read: port.default(8090) },
  publicUrl: {
    name: "BACHECA_PUBLIC_URL",
    example: "https://bacheca.provincia.example",
    read: z
      .url({ protocol: /^https?$/ })
      .transform((url) => url.replace(/\/+$/, ""))
      .optional(),
  },
  secretKey: {
    name: "BACHECA_SECRET_KEY",
    example: "$(openssl rand -base64 32)",
    read: z
      .string()
      .transform((text) => Buffer.from(text, "base64"))
      .refine((key) => key.length >= 32, { error: "at least 32 bytes in base64" })
      .optional(),
    isSecret: true,
  },
  metricsPassword: {
    name: "BACHECA_METRICS_PASSWORD",
    example: "tre-parole-a-caso",
    read: z.string().min(12).optional(),
    isSecret: true,
  },
  contact: { name: "BACHECA_CONTACT", example: "ced@provincia.example", read: z.string().min(3).optional() },
  mailUrl: {
    name: "BACHECA_MAIL_URL",
    example: "smtp://bacheca:…@posta.provincia.example:587",
    read: z.string().refine(isMailUrl).optional(),
    isSecret: true,
  },
  mailFrom: {
    name: "BACHECA_MAIL_FROM",
    example: "bacheca@provincia.example",
    read: z.email().optional(),
  },
  mailName: {
    name: "BACHECA_MAIL_NAME",
    example: "Bacheca della Provincia",
    read: z.string().min(1).max(100).default("Bacheca"),
  },
  mailPlain: { name: "BACHECA_MAIL_PLAIN", example: "no", read: yes.default(false) },
  logLevel: {
    name: "BACHECA_LOG_LEVEL",
    example: logLevels.join(", "),
    read: z.enum(logLevels).default("info"),
  },
  sweepMs: {
    name: "BACHECA_SWEEP_MS",
    example: "500",
    read: z.coerce.number().int().min(20).max(60_000).default(500),
  },
  hurry: { name: "BACHECA_HURRY", example: "1", read: z.coerce.number().min(1).max(1000).default(1) },
  hub: { name: "BACHECA_HUB", example: "own, off, https://hub.example/", read: hub.default({ kind: "own" }) },
  isDemo: { name: "BACHECA_DEMO", example: "yes", read: yes.default(false) },
} as const;

/**
 * Reads the settings from an environment. All faults are told together, each with its variable and an example.
 * @throws ConfigError
 */
export function readConfig(environment: Environment): Config {
  const faults: ConfigFault[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries(settings)) {
    const text = textOf(setting.name, "isSecret" in setting, environment, faults);
    const result = setting.read.safeParse(text);
    if (result.success) values[key] = result.data;
    else faults.push({ kind: "not-usable", name: setting.name, example: setting.example });
  }
  if (values.mailUrl !== undefined && values.mailFrom === undefined && !isFaulty(faults, "mailFrom"))
    faults.push({ kind: "not-usable", name: settings.mailFrom.name, example: settings.mailFrom.example });
  refuseUnknown(environment, faults);
  if (faults.length > 0) throw new ConfigError(faults);
  const config = values as unknown as Config;
  return { ...config, dataDir: path.resolve(config.dataDir) };
}

function isFaulty(faults: readonly ConfigFault[], key: keyof typeof settings): boolean {
  return faults.some(({ name }) => name === settings[key].name);
}

/** A server and who we are there; a path or a query would be a wish that nobody grants. */
function isMailUrl(text: string): boolean {
  try {
    const { protocol, hostname, pathname, search, username, password } = new URL(text);
    for (const part of [username, password]) decodeURIComponent(part);
    const isBare = (pathname === "" || pathname === "/") && search === "";
    return (protocol === "smtp:" || protocol === "smtps:") && hostname !== "" && isBare;
  } catch {
    return false;
  }
}

function textOf(
  name: string,
  isSecret: boolean,
  environment: Environment,
  faults: ConfigFault[],
): string | undefined {
  const text = environment[name]?.trim() || undefined;
  const file = isSecret ? environment[`${name}_FILE`] : undefined;
  if (!file) return text;
  if (text) faults.push({ kind: "twice", name });
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? String(error);
    faults.push({ kind: "file-not-readable", name: `${name}_FILE`, detail });
    return undefined;
  }
}

/** A mistyped name would silently leave its default in force. */
function refuseUnknown(environment: Environment, faults: ConfigFault[]): void {
  const known = new Set<string>(settingNames());
  for (const name of Object.keys(environment)) {
    // BACHECA_TEST_… belongs to the tests.
    if (name === "BACHECA_DESK_PASSWORD" || name === "BACHECA_DESK_PASSWORD_FILE") {
      faults.push({ kind: "retired", name: "BACHECA_DESK_PASSWORD" });
    } else if (name.startsWith("BACHECA_") && !name.startsWith("BACHECA_TEST_") && !known.has(name)) {
      faults.push({ kind: "unknown", name });
    }
  }
}

/** Every variable that may be set, those ending in _FILE included. */
export function settingNames(): string[] {
  return Object.values(settings).flatMap((s) => ("isSecret" in s ? [s.name, `${s.name}_FILE`] : [s.name]));
}
