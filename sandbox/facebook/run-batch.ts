import { edgeOf, type GraphCall, pageIdOf, type Surroundings } from "./call.ts";
import { GraphError, invalidParameter, notImitated } from "./graph-error.ts";
import type { Limits } from "./limits.ts";
import { perform, type Result } from "./perform.ts";
import { readRelative } from "./read-call.ts";
import type { TruthLog } from "./truth.ts";

const OPERATIONS_MAX = 50;

interface Operation {
  method: string;
  relative_url: string;
  body?: string;
  access_token?: string;
  omit_response_on_success?: boolean;
}

/**
 * `POST /` with `batch` (section 18): up to 50 operations one after the other, answers in the same order, the failure
 * of one not stopping the others. Dependencies and attached files are not imitated.
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
  const withHeaders = call.params.include_headers !== "false";
  const answers: unknown[] = [];
  for (const operation of readOperations(call.params.batch ?? "")) {
    const inner = readRelative(operation.method, operation.relative_url, operation.body ?? "", call);
    if (operation.access_token !== undefined) inner.token = operation.access_token;
    const result = await runOne(inner, around, limits, truth);
    answers.push(describe(result, operation, withHeaders));
  }
  return { status: 200, body: answers, headers: {}, did: { kind: "nothing" } };
}

async function runOne(
  call: GraphCall,
  around: Surroundings,
  limits: Limits,
  truth: TruthLog,
): Promise<Result> {
  const entry = truth.received({
    method: call.method,
    path: call.path,
    edge: edgeOf(call),
    pageId: pageIdOf(call, around.world),
    appId: call.token === undefined ? undefined : around.world.tokens.get(call.token)?.appId,
    message: call.params.message,
    link: call.params.link,
  });
  const result = await perform(call, around, limits, around.readLagMs);
  truth.acted(entry, result.did);
  truth.answered(entry, { kind: "answered", status: result.status });
  return result;
}

function describe(result: Result, operation: Operation, withHeaders: boolean): unknown {
  if (operation.omit_response_on_success && result.status === 200) return null;
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
  const operation = value as Partial<Operation> & Record<string, unknown>;
  if (typeof operation?.relative_url !== "string")
    throw invalidParameter("Each operation needs a relative_url");
  for (const name of ["depends_on", "attached_files"]) {
    if (operation[name] !== undefined) throw notImitated(`${name} in a batch`);
  }
  if (/\{result=/.test(`${operation.relative_url}${operation.body ?? ""}`))
    throw notImitated("{result=…} in a batch");
  return { ...operation, method: operation.method ?? "GET", relative_url: operation.relative_url };
}
