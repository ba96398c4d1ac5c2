import type { FastifyInstance } from "fastify";
import * as z from "zod";
import { type FaultSwitch, faultNames } from "./faults.ts";
import { kinds } from "./item.ts";
import type { Noticeboard } from "./noticeboard.ts";
import type { Stream } from "./stream.ts";

export interface SandboxTools {
  board: Noticeboard;
  faults: FaultSwitch;
  stream: Stream;
}

const faultBody = z.object({
  fault: z.enum(faultNames).nullable(),
  times: z.int().min(1).optional(),
  delayMs: z.int().min(0).optional(),
  status: z.union([z.literal(429), z.literal(503)]).optional(),
  retryAfterSeconds: z.int().min(0).optional(),
});

const streamBody = z.object({
  everySeconds: z.number().min(0.01).max(86_400).nullable(),
  seed: z.int().optional(),
  count: z.int().min(1).optional(),
});

const draftBody = z.object({
  kind: z.enum(kinds),
  title: z.string().min(1),
  text: z.string(),
  reference: z.string().optional(),
  place: z.string().optional(),
  employer: z.string().optional(),
  office: z.string().optional(),
  contract: z.string().optional(),
  hours: z.string().optional(),
  pay: z.string().optional(),
  positions: z.int().optional(),
  deadline: z.iso.date().optional(),
  apply: z.string().optional(),
});

/** What a test or a demonstration does to the portal from another process. Bodies and answers are JSON. */
export function addSandboxRoutes(app: FastifyInstance, tools: SandboxTools): void {
  addSwitchRoutes(app, tools);
  addItemRoutes(app, tools);
}

function addSwitchRoutes(app: FastifyInstance, { board, faults, stream }: SandboxTools): void {
  const state = () => ({
    fault: faults.current() ?? null,
    stream: { everySeconds: (stream.everyMs() ?? 0) / 1000 || null },
    items: board.items().length,
    newest: board.items()[0] ?? null,
  });

  app.get("/_sandbox/state", async () => state());

  app.post("/_sandbox/faults", async (request) => {
    const { fault, ...options } = faultBody.parse(request.body);
    faults.set(fault, options);
    return state();
  });

  app.delete("/_sandbox/faults", async () => {
    faults.set(null);
    return state();
  });

  app.post("/_sandbox/stream", async (request) => {
    const { everySeconds, ...options } = streamBody.parse(request.body);
    if (everySeconds === null) stream.stop();
    else stream.start({ everyMs: everySeconds * 1000, ...options });
    return state();
  });
}

function addItemRoutes(app: FastifyInstance, { board }: SandboxTools): void {
  app.post("/_sandbox/items", async (request, reply) =>
    reply.code(201).send(board.publish(draftBody.parse(request.body))),
  );

  app.patch<{ Params: { id: string } }>("/_sandbox/items/:id", async (request, reply) => {
    const item = board.find(Number(request.params.id));
    if (item === undefined)
      return reply.code(404).send({ error: "The portal has no item with this number." });
    return board.edit(item.id, draftBody.partial().parse(request.body));
  });

  app.delete<{ Params: { id: string } }>("/_sandbox/items/:id", async (request, reply) => {
    const item = board.find(Number(request.params.id));
    if (item === undefined)
      return reply.code(404).send({ error: "The portal has no item with this number." });
    board.remove(item.id);
    return reply.code(204).send();
  });
}
