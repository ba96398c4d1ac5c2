import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { readInput } from "../facebook/admin.ts";
import { FAULT_MODES, type FaultMode } from "../facebook/faults.ts";
import type { FacebookSandbox } from "../facebook/sandbox.ts";
import { lagSecondsMax } from "./lag.ts";
import { address } from "./view.ts";
import { FAULT_EDGES, FAULT_GROUPS } from "./words.ts";

/** Long enough to see the wait, short enough to sit through: what the sentences of the bench promise. */
const REGAIN_MINUTES = 0.5;
const DELAY_MS = 10_000;

type Form = Record<string, string>;

/** The forms of the fault bench: each does one thing and leads back to the wall it came from. */
export function addForms(app: FastifyInstance, sandbox: FacebookSandbox): void {
  const form = (name: string, act: (form: Form, pageId: string) => unknown): void => {
    app.post(`/_wall/${name}`, async (request, reply) => {
      const input = (readInput(request) ?? {}) as Form;
      const pageId = sandbox.world.pages.has(input.page ?? "")
        ? (input.page as string)
        : sandbox.seed.page.id;
      act(input, pageId);
      return back(request, reply, pageId, input);
    });
  };
  form("faults", ({ mode, times, meets }, pageId) => {
    if (!isMode(mode)) return;
    const count = times === "forever" ? times : Math.min(1000, Math.max(1, Number(times) || 1));
    // Faults of uploads have an edge of their own.
    const edge = FAULT_GROUPS.films.includes(mode) ? undefined : FAULT_EDGES.find((one) => one === meets);
    sandbox.addFault({ mode, edge, times: count, pageId, delayMs: DELAY_MS, regainMinutes: REGAIN_MINUTES });
  });
  form("clear", ({ id }) => sandbox.clearFaults(id));
  form("release", () => sandbox.release());
  form("token", ({ mode }, pageId) => {
    if (mode === "token-expired" || mode === "token-password") sandbox.addFault({ mode, pageId });
  });
  form("restore", (_form, pageId) => sandbox.restoreToken({ pageId }));
  form("lag", ({ seconds }) =>
    sandbox.setReadLag(Math.min(lagSecondsMax, Math.max(0, Number(seconds) || 0)) * 1000),
  );
}

function isMode(mode: string | undefined): mode is FaultMode {
  return FAULT_MODES.includes(mode as FaultMode);
}

function back(
  _request: FastifyRequest,
  reply: FastifyReply,
  pageId: string,
  { lang, meets }: Form,
): FastifyReply {
  const language = lang === "en" ? "en" : "it";
  return reply.redirect(
    `${address(`/${pageId}`, { language }, { panel: "1", ...(meets ? { meets } : {}) })}#panel`,
    303,
  );
}
