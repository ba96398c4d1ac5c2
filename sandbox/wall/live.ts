import type { FastifyReply } from "fastify";
import type { FacebookSandbox } from "../facebook/sandbox.ts";

const GAP_MS = 80;
const HEARTBEAT_MS = 25_000;

/** Tells a browser that something changed, as server-sent events; the browser then asks for what it shows. */
export function streamChanges(reply: FastifyReply, sandbox: FacebookSandbox): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  raw.write("retry: 2000\n\n");
  let due: NodeJS.Timeout | undefined;
  const changed = (): void => {
    // A burst of posts is one piece of news.
    due ??= setTimeout(() => {
      due = undefined;
      raw.write("data: changed\n\n");
    }, GAP_MS);
  };
  const heartbeat = setInterval(() => raw.write(": here\n\n"), HEARTBEAT_MS);
  const { world } = sandbox;
  world.on("created", changed).on("edited", changed).on("deleted", changed).on("changed", changed);
  sandbox.on("answered", changed);
  raw.on("close", () => {
    clearTimeout(due);
    clearInterval(heartbeat);
    world.off("created", changed).off("edited", changed).off("deleted", changed).off("changed", changed);
    sandbox.off("answered", changed);
  });
}
