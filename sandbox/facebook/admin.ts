import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { FAULT_MODES } from "./faults.ts";
import type { FacebookSandbox } from "./sandbox.ts";
import { TOKEN_ENDS } from "./token.ts";

const whole = z.coerce.number().int().positive();

const FaultInput = z.object({
  mode: z.enum(FAULT_MODES),
  edge: z.string().min(1).optional(),
  method: z.string().min(1).optional(),
  pageId: z.string().regex(/^\d+$/).optional(),
  times: z.union([z.literal("forever"), whole]).optional(),
  delayMs: z.coerce.number().min(0).max(3_600_000).optional(),
  regainMinutes: z.coerce.number().positive().max(10_000).optional(),
});

const LagInput = z.object({ ms: z.coerce.number().min(0).max(3_600_000) });

const ClockInput = z.object({
  advanceSeconds: z.coerce
    .number()
    .min(0)
    .max(400 * 86_400),
});

const TokenInput = z.object({
  token: z.string().optional(),
  pageId: z.string().optional(),
  end: z.enum(TOKEN_ENDS).optional(),
});

/**
 * The sandbox's own addresses under `/_sandbox/`, JSON or form in, JSON out. They belong to whoever runs the sandbox:
 * a page of another site, opened in a browser on this machine, must not reach them.
 */
export function addAdmin(
  app: FastifyInstance,
  sandbox: FacebookSandbox,
  more: (admin: FastifyInstance, sandbox: FacebookSandbox) => void,
): void {
  app.register(async (admin) => {
    admin.addHook("onRequest", refuseStrangers);
    more(admin, sandbox);
    admin.get("/_sandbox/state", async () => state(sandbox));
    admin.get("/_sandbox/truth", async (request) => truth(request, sandbox));
    admin.get("/_sandbox/posts", async (request) => sandbox.posts((request.query as { page?: string }).page));
    admin.get("/_sandbox/stories", async (request) =>
      sandbox.stories((request.query as { page?: string }).page),
    );
    admin.post("/_sandbox/faults", async (request, reply) =>
      withInput(FaultInput, request, reply, (input) => sandbox.addFault(input)),
    );
    admin.delete("/_sandbox/faults", async () => sandbox.clearFaults());
    admin.delete("/_sandbox/faults/:id", async (request) =>
      sandbox.clearFaults((request.params as { id: string }).id),
    );
    admin.post("/_sandbox/faults/release", async () => ({ released: sandbox.release() }));
    admin.post("/_sandbox/read-lag", async (request, reply) =>
      withInput(LagInput, request, reply, ({ ms }) => sandbox.setReadLag(ms)),
    );
    admin.post("/_sandbox/clock", async (request, reply) =>
      withInput(ClockInput, request, reply, ({ advanceSeconds }) => ({
        now: new Date(sandbox.advance(advanceSeconds * 1000)).toISOString(),
      })),
    );
    admin.post("/_sandbox/tokens/expire", async (request, reply) =>
      withInput(TokenInput, request, reply, ({ token, pageId, end }) =>
        sandbox.expireToken({ value: token, pageId }, end),
      ),
    );
    admin.post("/_sandbox/tokens/restore", async (request, reply) =>
      withInput(TokenInput, request, reply, ({ token, pageId }) =>
        sandbox.restoreToken({ value: token, pageId }),
      ),
    );
    admin.post("/_sandbox/reset", async () => sandbox.reset());
    admin.all("/_sandbox/*", async (_request, reply) =>
      reply.code(404).send({ error: "no such address under /_sandbox/" }),
    );
  });
}

/** Only from this machine, and not from a page of another site. */
export async function refuseStrangers(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const loopback = /^(::1|(::ffff:)?127\.)/.test(request.socket.remoteAddress ?? "");
  const { origin } = request.headers;
  const foreign = origin !== undefined && origin !== `http://${request.headers.host}`;
  const crossSite = request.headers["sec-fetch-site"] === "cross-site" && request.method !== "GET";
  // A name that merely resolves to this machine (DNS rebinding) is not one of ours.
  const named = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? "");
  if (!loopback || foreign || crossSite || !named) {
    await reply.code(403).send({ error: "the sandbox is administered from its own machine only" });
  }
}

/** Acts on input of the right shape; 400 with the reasons otherwise. */
export async function withInput<Input>(
  schema: z.ZodType<Input>,
  request: FastifyRequest,
  reply: FastifyReply,
  act: (input: Input) => unknown,
): Promise<unknown> {
  const parsed = schema.safeParse(readInput(request));
  if (!parsed.success) return reply.code(400).send({ error: z.prettifyError(parsed.error) });
  return act(parsed.data);
}

/** JSON or a form, as a plain object; empty values count as not given. */
export function readInput(request: FastifyRequest): unknown {
  const body = typeof request.body === "string" ? request.body : "";
  if (body === "") return {};
  if ((request.headers["content-type"] ?? "").startsWith("application/json")) {
    try {
      return JSON.parse(body);
    } catch {
      return undefined;
    }
  }
  return Object.fromEntries([...new URLSearchParams(body)].filter(([, value]) => value !== ""));
}

function state(sandbox: FacebookSandbox): object {
  const { world } = sandbox;
  return {
    origin: sandbox.origin,
    faults: sandbox.faults(),
    held: sandbox.held(),
    readLagMs: sandbox.readLagMs,
    throttled: Object.fromEntries(sandbox.throttled()),
    pages: [...world.pages.values()].map(({ id, name, posts }) => ({ id, name, posts: posts.size })),
    tokens: [...world.tokens.values()]
      .filter((token) => token.kind !== "APP")
      .map(({ value, kind, appId, pageId, userId }) => ({
        value,
        kind,
        appId,
        pageId,
        userId,
        state: sandbox.tokenState(value),
      })),
    posts: sandbox.posts().slice(-100),
  };
}

function truth(request: FastifyRequest, sandbox: FacebookSandbox): object {
  const after = Number((request.query as { after?: string }).after ?? 0) || 0;
  const entries = sandbox.truth().filter((entry) => entry.seq > after);
  return { entries, posts: sandbox.posts() };
}
