import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import type { MailServer } from "../src/mailing/mail-server.ts";

/** A mail as a server took it. */
export interface TakenMail {
  to: string[];
  raw: string;
}

export interface TestMailServer {
  taken: TakenMail[];
  server: MailServer;
  port: number;
  close(): Promise<void>;
}

/** What a server says that does not take something, with its code of SMTP. */
export const answering = (responseCode: number) =>
  Object.assign(new Error("said by the server"), { responseCode });

/** A line of a header, unfolded. */
export function headerOf({ raw }: TakenMail, name: string): string | undefined {
  const [head = ""] = raw.split("\r\n\r\n");
  const line = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  return line
    .find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}: `))
    ?.slice(name.length + 2);
}

/** Real servers on loopback, with what each took; `port` lets one come back where it was. */
export function openMailServers() {
  const open = new Set<() => Promise<void>>();
  async function startServer(options: SMTPServerOptions = {}, port = 0): Promise<TestMailServer> {
    const taken: TakenMail[] = [];
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      logger: false,
      onData(stream, session, done) {
        const parts: Buffer[] = [];
        stream.on("data", (part: Buffer) => parts.push(part));
        stream.on("end", () => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          taken.push({ to, raw: Buffer.concat(parts).toString() });
          done();
        });
      },
      ...options,
    });
    smtp.on("error", () => {});
    await new Promise<void>((resolve) => smtp.listen(port, "127.0.0.1", resolve));
    const close = async () => {
      open.delete(close);
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
    };
    open.add(close);
    const address = smtp.server.address() as AddressInfo;
    const server: MailServer = {
      host: "127.0.0.1",
      port: address.port,
      tls: "none",
      login: undefined,
      from: { name: "Bacheca", address: "bacheca@valdilago.example" },
    };
    return { taken, server, port: address.port, close };
  }
  const closeServers = async () => {
    for (const close of [...open]) await close();
  };
  return { startServer, closeServers };
}

/** The plain text of a mail, as a reader shows it. */
export function textOf({ raw }: TakenMail): string {
  const part = raw.slice(raw.search(/^Content-Type: text\/plain/m));
  const [head = "", ...rest] = part.split("\r\n\r\n");
  const [body = ""] = rest.join("\r\n\r\n").split(/\r\n--[^\r\n]+NmP/);
  const encoding = /^Content-Transfer-Encoding: (\S+)/im.exec(head)?.[1];
  if (encoding === "base64") return Buffer.from(body, "base64").toString();
  if (encoding !== "quoted-printable") return body.replaceAll("\r\n", "\n");
  const bytes = body
    .replace(/=\r\n/g, "")
    .replaceAll("\r\n", "\n")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}

/** The subject of a mail, as a reader shows it. */
export function subjectOf(mail: TakenMail): string {
  const written = headerOf(mail, "Subject") ?? "";
  return written
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, text: string) => {
      if (how.toUpperCase() === "B") return Buffer.from(text, "base64").toString("latin1");
      return text
        .replaceAll("_", " ")
        .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    })
    .replace(/[\u0080-\u00ff]+/g, (latin) => Buffer.from(latin, "latin1").toString());
}
