import type { FastifyReply, FastifyRequest } from "fastify";
import { edgeOf, type GraphCall, pageIdOf, type Surroundings } from "./call.ts";
import { dressAnswer } from "./dress-answer.ts";
import { type Delivery, effectAfter, effectBefore, HTML_502, needsSuccess } from "./fault-effect.ts";
import type { Fault, FaultMode, FaultPlan } from "./faults.ts";
import type { Limits } from "./limits.ts";
import { perform, type Result, refuse, traceId } from "./perform.ts";
import { readCall } from "./read-call.ts";
import { asksForMany, readEach } from "./read-each.ts";
import { runBatch } from "./run-batch.ts";
import type { TruthEntry, TruthLog } from "./truth.ts";
import type { Waits } from "./waits.ts";

export interface GraphParts {
  around: Surroundings;
  limits: Limits;
  faults: FaultPlan;
  truth: TruthLog;
  waits: Waits;
}

/**
 * One HTTP request to the Graph API: read, logged, met by at most one fault, carried out, answered. The truth log is
 * told at each step before the next one begins.
 */
export async function serveGraph(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: GraphParts,
): Promise<void> {
  parts.around.clock.catchUp();
  let call: GraphCall;
  try {
    call = readCall(request);
  } catch (error) {
    turnAway(refuse(error), request, reply, parts.truth);
    return;
  }
  const { truth, faults, around } = parts;
  const mark = { method: call.method, edge: edgeOf(call), pageId: pageIdOf(call, around.world) };
  const entry = truth.received({
    ...mark,
    path: call.path,
    appId: call.token === undefined ? undefined : around.world.tokens.get(call.token)?.appId,
    message: call.params.message,
    link: call.params.link,
  });
  // A throttled Page stays throttled: no fault is used up by a call that is turned away anyway.
  const throttled = mark.pageId !== undefined && parts.limits.isThrottled(mark.pageId);
  const fault = throttled ? undefined : faults.take(mark);
  if (fault) entry.fault = fault.mode;
  const delivery = await carryOut(call, fault, entry, parts);
  if (delivery) deliver(delivery, entry, reply, truth);
}

const UPLOAD_FAULTS: Partial<Record<FaultMode, "cut" | "spoilt">> = {
  "upload-cut": "cut",
  "film-refused": "spoilt",
};

/** Acts as far as the fault lets it; undefined when the sandbox closed during a wait. */
async function carryOut(
  call: GraphCall,
  fault: Fault | undefined,
  entry: TruthEntry,
  parts: GraphParts,
): Promise<Delivery | undefined> {
  const { truth, limits, waits, faults, around } = parts;
  if (fault?.mode === "hold" && !(await waits.held())) return undefined;
  if (fault?.mode === "slow-before" && !(await waits.sleep(fault.delayMs))) return undefined;
  if (call.upload && fault) call.upload.fault = UPLOAD_FAULTS[fault.mode];
  const early = fault && effectBefore(fault, entry, limits);
  if (early) {
    truth.acted(entry, { kind: "nothing" });
    return early;
  }
  const lagMs = Math.max(around.readLagMs, fault?.mode === "read-lag" ? fault.delayMs : 0);
  const result = await act(call, parts, lagMs);
  truth.acted(entry, result.did);
  if (!fault) return { kind: "answer", result };
  if (fault.mode === "hold-after" && !(await waits.held())) return undefined;
  if (fault.mode === "slow" && !(await waits.sleep(fault.delayMs))) return undefined;
  if (needsSuccess(fault.mode) && result.status !== 200) {
    faults.giveBack(fault);
    delete entry.fault;
    return { kind: "answer", result };
  }
  return effectAfter(fault, result);
}

async function act(call: GraphCall, parts: GraphParts, lagMs: number): Promise<Result> {
  const isBatch = call.segments.length === 0 && call.method === "POST" && call.params.batch !== undefined;
  try {
    if (isBatch) return await runBatch(call, parts.around, parts.limits, parts.truth);
    const result = asksForMany(call)
      ? await readEach(call, parts.around, parts.limits, lagMs)
      : await perform(call, parts.around, parts.limits, lagMs);
    return dressAnswer(call, result);
  } catch (error) {
    return refuse(error);
  }
}

function deliver(delivery: Delivery, entry: TruthEntry, reply: FastifyReply, truth: TruthLog): void {
  reply.hijack();
  const { raw } = reply;
  // Whichever comes first counts: an answer handed over whole, or a caller who hung up before that.
  raw.once("close", () => truth.answered(entry, { kind: "gone" }));
  if (delivery.kind === "lost") {
    truth.answered(entry, { kind: "lost" });
    raw.destroy();
    return;
  }
  if (raw.destroyed || raw.socket?.destroyed) {
    truth.answered(entry, { kind: "gone" });
    return;
  }
  if (delivery.kind === "html-502") {
    raw.writeHead(502, {
      "content-type": "text/html; charset=utf-8",
      "content-length": Buffer.byteLength(HTML_502),
    });
    finish(raw, HTML_502, () => truth.answered(entry, { kind: "answered", status: 502 }));
    return;
  }
  const { result } = delivery;
  const text = result.body === undefined ? "" : JSON.stringify(result.body);
  raw.writeHead(result.status, {
    ...graphHeaders(),
    ...result.headers,
    "content-length": Buffer.byteLength(text),
  });
  const error = (result.body as { error?: { code: number; error_subcode?: number } } | null | undefined)
    ?.error;
  const told = {
    kind: "answered" as const,
    status: result.status,
    code: error?.code,
    subcode: error?.error_subcode,
  };
  if (delivery.kind === "truncated") {
    raw.write(text.slice(0, Math.ceil(text.length / 2)), () => {
      truth.answered(entry, { ...told, truncated: true });
      raw.destroy();
    });
    return;
  }
  finish(raw, text, () => truth.answered(entry, told));
}

function finish(raw: FastifyReply["raw"], text: string, answered: () => void): void {
  raw.once("finish", answered);
  raw.end(text);
}

function graphHeaders(): Record<string, string> {
  return {
    "content-type": "application/json; charset=UTF-8",
    "x-fb-trace-id": traceId(),
    "x-fb-rev": "1026000000",
    "cache-control": "private, no-cache, no-store, must-revalidate",
  };
}

/** A call that cannot be read: logged like any other, met by no fault. */
function turnAway(result: Result, request: FastifyRequest, reply: FastifyReply, truth: TruthLog): void {
  const path = request.url.split("?", 1)[0] ?? "";
  const entry = truth.received({ method: request.method, path, edge: "unreadable" });
  truth.acted(entry, { kind: "nothing" });
  deliver({ kind: "answer", result }, entry, reply, truth);
}
