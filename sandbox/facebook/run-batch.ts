import { fillReferences, referencesIn } from "./batch-references.ts";
import { edgeOf, type GraphCall, pageIdOf, type Surroundings } from "./call.ts";
import { GraphError, invalidParameter } from "./graph-error.ts";
import type { Limits } from "./limits.ts";
import { perform, type Result, refuse } from "./perform.ts";
import { readRelative } from "./read-call.ts";
import { asksForMany, readEach } from "./read-each.ts";
import type { TruthLog } from "./truth.ts";

const OPERATIONS_MAX = 50;

interface Operation {
  method: string;
  relative_url: string;
  body?: string;
  /** What other operations call its result. */
  name?: string;
  depends_on?: string;
  /** Names of file parts of the whole request, with commas. */
  attached_files?: string;
  access_token?: string;
  omit_response_on_success?: boolean;
}

interface Parts {
  around: Surroundings;
  limits: Limits;
  truth: TruthLog;
}

/**
 * `POST /` with `batch` (section 18): up to 50 operations one after the other, answers in the same order, the failure
 * of one stopping only those that need its result. Operations that time ran out for are answered `null`; one that was
 * under way by then goes on, and nobody is told.
 */
export async function runBatch(
  call: GraphCall,
  around: Surroundings,
  limits: Limits,
  truth: TruthLog,
): Promise<Result> {
  if (!call.token)
    throw new GraphError({
      message: "(#104) An access token is required to request this resource.",
      type: "OAuthException",
      code: 104,
    });
  const operations = readOperations(call.params.batch ?? "");
  const withHeaders = call.params.include_headers !== "false";
  const needed = new Set(operations.flatMap(needs));
  const results = new Map<string, unknown>();
  const deadline = performance.now() + around.batchBudgetMs;
  const answers: unknown[] = [];
  // Once run out, time stays run out: a timer ends a part of a millisecond before its term.
  let isOver = false;
  for (const operation of operations) {
    const left = deadline - performance.now();
    isOver ||= left <= 0;
    const result: Result | undefined = isOver
      ? undefined
      : await inTime(runOne(operation, call, results, { around, limits, truth }), left);
    isOver ||= result === undefined;
    if (result?.status === 200 && operation.name !== undefined) results.set(operation.name, result.body);
    // A result that only others wanted is left out unless it was asked for.
    const omit = operation.omit_response_on_success ?? needed.has(operation.name ?? "");
    answers.push(result && !(omit && result.status === 200) ? describe(result, withHeaders) : null);
  }
  return { status: 200, body: answers, headers: {}, did: { kind: "nothing" } };
}

async function inTime(work: Promise<Result>, ms: number): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function runOne(
  operation: Operation,
  outer: GraphCall,
  results: ReadonlyMap<string, unknown>,
  { around, limits, truth }: Parts,
): Promise<Result> {
  const address = fillReferences(operation.relative_url, results);
  const body = fillReferences(decodeReferences(operation.body ?? ""), results);
  const waitsForNothing = operation.depends_on !== undefined && !results.has(operation.depends_on);
  if (address === undefined || body === undefined || waitsForNothing) return refuse(dependencyFailed());
  const call = readRelative(operation.method, address, body, outer);
  if (operation.access_token !== undefined) call.token = operation.access_token;
  const wanted = operation.attached_files?.split(",").map((name) => name.trim());
  if (wanted) call.files = (outer.files ?? []).filter((file) => wanted.includes(file.field));
  const entry = truth.received({
    method: call.method,
    path: call.path,
    edge: edgeOf(call),
    pageId: pageIdOf(call, around.world),
    appId: call.token === undefined ? undefined : around.world.tokens.get(call.token)?.appId,
    message: call.params.message,
    link: call.params.link,
  });
  const result = await carriedOut(call, around, limits);
  truth.acted(entry, result.did);
  truth.answered(entry, { kind: "answered", status: result.status });
  return result;
}

async function carriedOut(call: GraphCall, around: Surroundings, limits: Limits): Promise<Result> {
  const lagMs = around.readLagMs;
  if (!asksForMany(call)) return perform(call, around, limits, lagMs);
  try {
    return await readEach(call, around, limits, lagMs);
  } catch (error) {
    return refuse(error);
  }
}

/** A body is form-encoded, and so may be the references in it. */
function decodeReferences(body: string): string {
  return body.replace(/%7Bresult(?:=|%3D).*?%7D/gi, (reference) => decodeURIComponent(reference));
}

/** What an operation gets whose result-giver failed is nowhere written. Assumed 424. */
function dependencyFailed(): GraphError {
  return new GraphError(
    { message: "An operation this one depends on has failed", type: "GraphMethodException", code: 100 },
    424,
  );
}

function needs(operation: Operation): string[] {
  const text = `${operation.relative_url} ${decodeReferences(operation.body ?? "")}`;
  return [...referencesIn(text), ...(operation.depends_on === undefined ? [] : [operation.depends_on])];
}

function describe(result: Result, withHeaders: boolean): unknown {
  const headers = Object.entries(result.headers).map(([name, value]) => ({ name, value }));
  return { code: result.status, ...(withHeaders ? { headers } : {}), body: JSON.stringify(result.body) };
}

function readOperations(text: string): Operation[] {
  let operations: unknown;
  try {
    operations = JSON.parse(text);
  } catch {
    throw invalidParameter("batch parameter must be a JSON array");
  }
  if (!Array.isArray(operations)) throw invalidParameter("batch parameter must be a JSON array");
  if (operations.length > OPERATIONS_MAX)
    throw invalidParameter(`Too many requests in batch message. Maximum batch size is ${OPERATIONS_MAX}`);
  return operations.map(readOperation);
}

function readOperation(value: unknown): Operation {
  const operation = value as Partial<Operation> | null;
  if (typeof operation?.relative_url !== "string")
    throw invalidParameter("Each operation needs a relative_url");
  return { ...operation, method: operation.method ?? "GET", relative_url: operation.relative_url };
}
