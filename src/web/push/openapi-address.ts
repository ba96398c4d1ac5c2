import type { FastifyReply, FastifyRequest } from "fastify";
import type { Handler, WebParts } from "../web-parts.ts";
import { openApi } from "./openapi.ts";

export function answerOpenApi(parts: WebParts): Handler {
  const document = JSON.stringify(openApi(parts.publicUrl));
  return async (_request: FastifyRequest, reply: FastifyReply) =>
    reply
      .header("content-type", "application/json; charset=utf-8")
      .header("cache-control", "public, max-age=300")
      .send(document);
}
