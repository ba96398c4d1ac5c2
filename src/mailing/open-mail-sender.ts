import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { dial } from "../platform/dial.ts";
import type { Letter, RetryReason, SendEnd } from "./letter.ts";
import type { MailServer } from "./mail-server.ts";

/** Hands letters to the one server of the settings, one connection each. Never throws for what the server does. */
export interface MailSender {
  /** "posta.provincia.example:587" */
  server: string;
  send(letter: Letter): Promise<SendEnd>;
  /** Connects, upgrades and logs in without sending; "sent" = all is well. */
  prove(): Promise<SendEnd>;
}

/** `connectTimeoutMs` until a greeting; `timeoutMs` for the whole of one sending. */
export function openMailSender(
  server: MailServer,
  { connectTimeoutMs = 10_000, timeoutMs = 60_000 }: { connectTimeoutMs?: number; timeoutMs?: number } = {},
): MailSender {
  const limits = { connectTimeoutMs, timeoutMs };
  return {
    server: `${server.host}:${server.port}`,
    send: async (letter) => await converse(server, limits, await written(letter, server), letter.to.address),
    prove: async () => await converse(server, limits, undefined, ""),
  };
}

async function converse(
  server: MailServer,
  limits: { connectTimeoutMs: number; timeoutMs: number },
  raw: Buffer | undefined,
  address: string,
): Promise<SendEnd> {
  let hasBegun = false;
  let connection: SMTPConnection | undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    const socket = await dial({ ...server, timeoutMs: limits.connectTimeoutMs });
    const open = new SMTPConnection(optionsOf(server, socket, limits.connectTimeoutMs, limits.timeoutMs));
    connection = open;
    await new Promise<void>((resolve, reject) => {
      // A server that keeps talking without ever ending is silent to nobody but us.
      timer = setTimeout(
        () => reject(Object.assign(new Error("no end in time"), { code: "ETIMEDOUT" })),
        limits.timeoutMs,
      );
      const step = (next: () => void) => (error?: Error | null) => (error ? reject(error) : next());
      // It is read only once the server has said that it takes the letter: from then on the end may be uncertain.
      const body = Readable.from(
        (async function* () {
          hasBegun = true;
          yield raw;
        })(),
      );
      const envelope = { from: server.from.address, to: [address] };
      const send = () => (raw ? open.send(envelope, body, step(resolve)) : resolve());
      open.on("error", reject);
      open.connect(
        step(() => (server.login ? open.login({ credentials: server.login }, step(send)) : send())),
      );
    });
    connection.quit();
    return { kind: "sent" };
  } catch (error) {
    connection?.close();
    return endOf(error as SMTPConnection.SMTPError, hasBegun);
  } finally {
    clearTimeout(timer);
  }
}

function optionsOf(
  server: MailServer,
  socket: SMTPConnection.Options["connection"],
  connectionTimeout: number,
  socketTimeout: number,
): SMTPConnection.Options {
  const { host, port, tls, from, certificateAuthorities } = server;
  return {
    host,
    port,
    connection: socket,
    // The name of the machine is nobody's business.
    name: domainOf(from.address),
    secure: tls === "from-start",
    requireTLS: tls === "upgraded",
    ignoreTLS: tls === "none",
    connectionTimeout,
    greetingTimeout: connectionTimeout,
    socketTimeout,
    tls: { rejectUnauthorized: true, ...(certificateAuthorities && { ca: certificateAuthorities }) },
  };
}

/** What an error means for the letter. A server that answered has decided; without an answer it counts how far we were. */
export function endOf(error: SMTPConnection.SMTPError, hasBegun: boolean): SendEnd {
  const { code = "", responseCode, command = "" } = error;
  const detail = withoutNames(oneLine(error.response ?? `${code} ${error.message}`)).slice(0, 300);
  const retry = (reason: RetryReason, scope: "letter" | "server"): SendEnd => ({
    kind: "retry",
    reason,
    detail,
    scope,
  });
  // Errors of a login may repeat what was said to the server.
  if (code === "EAUTH")
    return { kind: "retry", reason: "login", detail: `${responseCode ?? ""}`, scope: "server" };
  if (responseCode === 421) return retry("server-trouble", "server");
  if (/^(MAIL FROM|RCPT TO|DATA)/.test(command) && responseCode !== undefined) {
    return responseCode >= 500 ? { kind: "refused", detail } : retry("put-off", "letter");
  }
  if (hasBegun) return { kind: "unknown", detail };
  if (code === "ETLS" || /CERT|TLS|SIGNATURE|ISSUER|certificate/i.test(`${code} ${error.message}`))
    return retry("tls", "server");
  if (code === "ETIMEDOUT") return retry("timeout", "server");
  return retry(responseCode === undefined ? "unreachable" : "server-trouble", "server");
}

async function written(letter: Letter, { from }: MailServer): Promise<Buffer> {
  const domain = domainOf(from.address);
  const list = letter.list === undefined ? domain : `${letter.list}.${domain}`;
  const composed = new MailComposer({
    from: { name: oneLine(from.name), address: from.address },
    to: { name: oneLine(letter.to.name), address: letter.to.address },
    subject: oneLine(letter.subject),
    text: letter.text,
    ...(letter.html !== undefined && { html: letter.html }),
    messageId: `<${letter.id}@${domain}>`,
    date: letter.writtenAt,
    headers: { "Auto-Submitted": "auto-generated", "List-Id": `<bacheca.${oneLine(list)}>` },
    // A letter is what stands in it: nothing is fetched for it from anywhere.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return await composed.compile().build();
}

/** Servers repeat whom they refuse, and what they say is logged: the domain is enough to find the fault. */
function withoutNames(said: string): string {
  return said.replace(/[^\s<>()"',;:=]+@/g, "…@");
}

/** Headers end with their line, so nothing that goes into one may hold another. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{C}\u2028\u2029]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}
