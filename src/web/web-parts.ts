import type { FastifyReply, FastifyRequest } from "fastify";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Installation } from "../installation.ts";

/** What the addresses of the product work with. */
export type WebParts = Pick<
  Installation,
  "config" | "log" | "clock" | "database" | "vault" | "channels" | "policy" | "publicUrl" | "queue"
> &
  // Missed by nobody where no worker shares the process.
  Partial<Pick<Installation, "deliveries">>;

/** A piece of a page: everything put into it was escaped by the template. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Answers with a page. Pages show the present moment, so nobody keeps them. */
export async function sendPage(reply: FastifyReply, page: Html, status = 200): Promise<FastifyReply> {
  const text = await page;
  return reply
    .code(status)
    .header("content-type", "text/html; charset=utf-8")
    .header("cache-control", "no-store")
    .send(text.toString());
}
