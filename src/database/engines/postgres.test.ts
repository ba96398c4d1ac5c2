import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { openDatabase } from "../database.ts";

let server: Server | undefined;

afterEach(() => {
  server?.close();
  server = undefined;
});

const int16 = (n: number) => Buffer.from([n >> 8, n & 255]);
const int32 = (n: number) => Buffer.concat([int16(n >> 16), int16(n & 65535)]);
const message = (type: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
};
const text = (value: string) => Buffer.from(`${value}\0`);
const ready = message("Z", Buffer.from("I"));

/** A server that lets everybody in and answers every query with one row: just enough of the wire protocol. */
async function serverAnswering(row: Record<string, string>): Promise<string> {
  const names = Object.keys(row);
  const columns = names.map((name) =>
    Buffer.concat([
      text(name),
      int32(0),
      int16(0),
      int32(name === "number" ? 23 : 25),
      int16(-1),
      int32(-1),
      int16(0),
    ]),
  );
  const values = Object.values(row).map((value) => Buffer.concat([int32(value.length), Buffer.from(value)]));
  const reply = Buffer.concat([
    message("T", int16(names.length), ...columns),
    message("D", int16(names.length), ...values),
    message("C", text("SELECT 1")),
    ready,
  ]);
  server = createServer((socket) => {
    socket.once("data", () => {
      socket.write(Buffer.concat([message("R", int32(0)), ready]));
      socket.on("data", (bytes) => bytes.toString("latin1").startsWith("Q") && socket.write(reply));
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `postgres://u:p@127.0.0.1:${(server.address() as AddressInfo).port}/d`;
}

test("a server older than PostgreSQL 15 is refused by its version", async () => {
  const url = await serverAnswering({ version: "14.12", number: "140012", encoding: "UTF8" });
  await expect(openDatabase({ url, dataDir: "" })).rejects.toMatchObject({
    code: "server-too-old",
    words: {
      it: expect.stringContaining("PostgreSQL 14.12"),
      en: expect.stringContaining("PostgreSQL 14.12"),
    },
  });
});

test("a database not in UTF8 is refused", async () => {
  const url = await serverAnswering({ version: "16.2", number: "160002", encoding: "LATIN1" });
  await expect(openDatabase({ url, dataDir: "" })).rejects.toMatchObject({ code: "not-utf8" });
});

test("a server new enough is taken", async () => {
  const url = await serverAnswering({ version: "16.2", number: "160002", encoding: "UTF8" });
  const database = await openDatabase({ url, dataDir: "" });
  expect(database).toMatchObject({ engine: "postgres", serverVersion: "16.2" });
  await database.close();
});
