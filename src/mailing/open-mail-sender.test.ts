import { afterEach, describe, expect, test } from "vitest";
import { answering, openMailServers } from "../../test/mail-servers.ts";
import type { Letter } from "./letter.ts";
import { readMailServer } from "./mail-server.ts";
import { openMailSender } from "./open-mail-sender.ts";

const { startServer, closeServers } = openMailServers();
afterEach(closeServers);

const letter: Letter = {
  id: "3f1c",
  to: { name: "Marco", address: "marco@valdilago.example" },
  subject: "Una persona può essere in pericolo",
  text: "Aprire la scrivania.",
  html: "<p>Aprire la scrivania.</p>",
  list: "valdilago",
  writtenAt: new Date("2026-11-30T08:00:00Z"),
};

describe("a letter", () => {
  test("arrives with headers that say what it is and stay the same", async () => {
    const { taken, server } = await startServer();
    expect(await openMailSender(server).send(letter)).toEqual({ kind: "sent" });
    expect(taken[0]?.to).toEqual(["marco@valdilago.example"]);
    for (const header of [
      "Message-ID: <3f1c@valdilago.example>",
      "Auto-Submitted: auto-generated",
      "List-ID: <bacheca.valdilago.valdilago.example>",
      "Date: Mon, 30 Nov 2026 08:00:00 +0000",
    ])
      expect(taken[0]?.raw).toContain(header);
  });

  test("has no header and no recipient that a name or a subject smuggled in", async () => {
    const { taken, server } = await startServer();
    const smuggled = "x\r\nBcc: ladro@altrove.example\u2028\r\n\r\ncorpo";
    const bad = { ...letter, subject: smuggled, list: smuggled, to: { ...letter.to, name: smuggled } };
    expect(await openMailSender(server).send(bad)).toEqual({ kind: "sent" });
    expect(taken[0]?.to).toEqual(["marco@valdilago.example"]);
    expect(taken[0]?.raw).not.toMatch(/^Bcc:/im);
  });
});

describe("a server", () => {
  test.each([
    [450, { kind: "retry", reason: "put-off", scope: "letter" }],
    [550, { kind: "refused" }],
    [421, { kind: "retry", scope: "server" }],
  ])("that answers %i to the recipient", async (code, end) => {
    const { server } = await startServer({ onRcptTo: (_to, _session, done) => done(answering(code)) });
    expect(await openMailSender(server).send(letter)).toMatchObject(end);
  });

  test("that repeats whom it refuses is quoted without their name: what it said is logged", async () => {
    const refusal = Object.assign(new Error("<marco@valdilago.example>: nobody of that name"), {
      responseCode: 550,
    });
    const { server } = await startServer({ onRcptTo: (_to, _session, done) => done(refusal) });
    const end = await openMailSender(server).send(letter);
    expect(end).toEqual({ kind: "refused", detail: "550 <…@valdilago.example>: nobody of that name" });
  });

  test("that never answers once it has the letter leaves it uncertain", async () => {
    const { server } = await startServer({ onData: (stream) => void stream.resume() });
    const end = await openMailSender(server, { timeoutMs: 300 }).send(letter);
    expect(end).toMatchObject({ kind: "unknown" });
  });

  test("that is not there, or greets nobody, surely has nothing", async () => {
    const { server } = await startServer({ onConnect: () => {} });
    const slow = await openMailSender(server, { timeoutMs: 300 }).send(letter);
    expect(slow).toMatchObject({ kind: "retry", reason: "timeout", scope: "server" });
    const gone = await openMailSender({ ...server, port: 1 }).send(letter);
    expect(gone).toMatchObject({ kind: "retry", reason: "unreachable", scope: "server" });
  });

  test("that offers no STARTTLS, or a certificate nobody vouches for, is told nothing", async () => {
    const plain = await startServer();
    const upgraded = { ...plain.server, tls: "upgraded" as const };
    expect(await openMailSender(upgraded).send(letter)).toMatchObject({ kind: "retry", scope: "server" });
    // The server's own certificate of its package: self-signed.
    const selfSigned = await startServer({ disabledCommands: [] });
    const end = await openMailSender({ ...selfSigned.server, tls: "upgraded" }).send(letter);
    expect(end).toMatchObject({ kind: "retry", reason: "tls", scope: "server" });
    expect([...plain.taken, ...selfSigned.taken]).toEqual([]);
  });

  test("that does not know the password never has it repeated in what we keep", async () => {
    const { server } = await startServer({
      allowInsecureAuth: true,
      onAuth: ({ password }, _session, done) => done(answering(535) && new Error(`wrong: ${password}`)),
    });
    const login = { user: "bacheca", pass: "molto-segreta" };
    const end = await openMailSender({ ...server, login }).prove();
    expect(end).toMatchObject({ kind: "retry", reason: "login", scope: "server" });
    expect(JSON.stringify(end)).not.toContain("molto-segreta");
  });
});

test("the settings ask for TLS everywhere but on this machine", () => {
  const read = (mailUrl: string, mailPlain = false) =>
    readMailServer({ mailUrl, mailFrom: "b@v.example", mailName: "Bacheca", mailPlain });
  expect(read("smtp://u:p%40ss@posta.example")).toMatchObject({
    port: 587,
    tls: "upgraded",
    login: { user: "u", pass: "p@ss" },
  });
  expect(read("smtps://posta.example")).toMatchObject({ port: 465, tls: "from-start", login: undefined });
  expect(read("smtp://127.0.0.1:25")).toMatchObject({ port: 25, tls: "none" });
  expect(read("smtp://posta.example", true)).toMatchObject({ tls: "none" });
});
