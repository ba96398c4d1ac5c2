import type { FastifyReply, FastifyRequest } from "fastify";

/** The process turns: no more is claimed, so that a database that is away does not get us killed. */
export async function answerHealth(_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return reply.header("cache-control", "no-store").send({ status: "alive" });
}
