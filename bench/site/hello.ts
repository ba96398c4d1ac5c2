import { once } from "node:events";
import type { AddressInfo } from "node:net";
import process from "node:process";
import fastify from "fastify";

/** The same framework with nothing behind it: a page of fixed words. Prints its address; ends with its standard input. */
const app = fastify({ logger: false });
app.get("/", async (_request, reply) =>
  reply
    .header("content-type", "text/html; charset=utf-8")
    .send("<!doctype html><title>hello</title><p>hello"),
);
await app.listen({ host: "127.0.0.1", port: 0 });
console.log(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`);
process.stdin.resume();
await once(process.stdin, "end");
await app.close();
