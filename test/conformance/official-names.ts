import { existsSync, readFileSync } from "node:fs";
import type { HttpRequest } from "../../src/platform/http-client.ts";
import { shared } from "../shared.ts";

/** Meta's own specification, one file for each node (shared material; see its README for the form). */
interface Specification {
  fields: { name: string; type: string }[];
  apis: {
    method: string;
    endpoint?: string;
    name?: string;
    return: string;
    params: { name: string; type: string }[];
  }[];
}

const fileOf = (name: string) => shared(`facebook/specs/${name}.json`);
const read = (file: string): unknown => JSON.parse(readFileSync(fileOf(file), "utf8"));
const specified = (node: string) => read(node) as Specification;

/** Nodes that requests of ours lead to, by what their ids look like in the pretend Facebook. */
const nodes: readonly (readonly [RegExp, string])[] = [
  [/^1000000000000\d\d$/, "Page"],
  [/^138483919580948$/, "Application"],
  [/^me$/, "User"],
  [/^1223\d{14}$/, "AdVideo"],
  [/^1224\d{14}$/, "Stories"],
  [/^\d+_1331\d{14}$/, "Comment"],
  [/^1000000000000\d\d_\d+$/, "PagePost"],
  [/^t_/, "UnifiedThread"],
];

/** One request of ours, by what it calls and the names it uses: "POST Page/feed", ["message", ...]. */
export interface NamedCall {
  call: string;
  node?: string;
  edge?: string;
  method: string;
  parameters: [name: string, value: string][];
}

/** What a request calls and says. Undefined for uploads: their host has no parameters. */
export function namesOf({ method, url, body, headers = {} }: HttpRequest): NamedCall | undefined {
  const address = new URL(url);
  const [, version, ...path] = address.pathname.split("/").map(decodeURIComponent);
  if (version === "video-upload") return undefined;
  const [first = "", ...edge] = path;
  // Alone, "me" is whoever holds the token: here always the Page.
  const node = path.join() === "me" ? "Page" : nodes.find(([shape]) => shape.test(first))?.[1];
  const called = node === undefined ? path.join("/") : [node, ...edge].join("/");
  const inBody = body instanceof URLSearchParams ? [...body] : partsOf(body, headers["content-type"]);
  return {
    call: `${method} ${called || "/"}`,
    node,
    edge: edge.length > 0 ? edge.join("/") : undefined,
    method,
    parameters: [...address.searchParams, ...inBody],
  };
}

function partsOf(body: HttpRequest["body"], type = ""): [string, string][] {
  if (!type.startsWith("multipart/form-data")) return [];
  const text = Buffer.from(body as Buffer).toString("latin1");
  return [...text.matchAll(/form-data; name="([^"]+)"/g)].map(([, name = ""]) => [name, ""]);
}

/** Names (and words of closed lists) in a call that the specification does not have, as "field x", "parameter x", "value x=y". */
export function unspecified({ node, edge, method, parameters }: NamedCall): string[] {
  if (node === undefined) return parameters.map(([name]) => `parameter ${name}`);
  const { apis } = specified(node);
  const nodeNames = { GET: "#get", POST: "#update", DELETE: "#delete", HEAD: "" };
  const api = apis.find((one) =>
    edge === undefined
      ? one.name === nodeNames[method as keyof typeof nodeNames]
      : one.endpoint === edge && one.method === method,
  );
  if (!api) return ["the call itself"];
  return parameters.flatMap(([name, value]) => {
    if (name === "fields" && method === "GET")
      return fieldsOutside(value, edge === undefined ? node : api.return);
    // On a call that makes something, fields are of what was made (section 5): the specification says "Page" there.
    if (name === "fields" && edge === "feed") return fieldsOutside(value, "PagePost");
    const parameter = api.params.find((one) => one.name === name);
    return parameter ? valuesOutside(parameter, value) : [`parameter ${name}`];
  });
}

interface EnumType {
  name: string;
  values: string[];
}

/** Guides write such words small, the specification in capitals (section 7.2). */
function valuesOutside({ name, type }: { name: string; type: string }, value: string): string[] {
  const list = /(\w+_enum_param)/.exec(type)?.[1];
  const words = (read("enum_types") as EnumType[]).find((one) => one.name === list)?.values;
  if (!words) return [];
  const known = new Set(words.map((word) => word.toLowerCase()));
  return value
    .split(",")
    .filter((word) => !known.has(word.toLowerCase()))
    .map((word) => `value ${name}=${word}`);
}

/** Fields (with those in their braces) that a node does not have; its edges may be asked for as fields, too. */
function fieldsOutside(text: string, node: string): string[] {
  if (!existsSync(fileOf(node))) return [`fields of ${node}`];
  const { fields, apis } = specified(node);
  return topLevel(text).flatMap(({ name, inner }) => {
    const type = fields.find((field) => field.name === name)?.type;
    const edge = apis.find((api) => api.endpoint === name && api.method === "GET")?.return;
    const target = edge ?? type;
    if (target === undefined) return [`field ${name}`];
    if (inner === undefined) return [];
    return fieldsOutside(inner, target).map((fault) => fault.replace("field ", `field ${name}.`));
  });
}

/** "id,messages.limit(20){id,from{id}}" as its two fields, the second with what stands in its braces. */
function topLevel(text: string): { name: string; inner?: string }[] {
  const found: { name: string; inner?: string }[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const sign = text[at] ?? ",";
    if (sign === "{" || sign === "(") depth++;
    if (sign === "}" || sign === ")") depth--;
    if (sign !== "," || depth > 0) continue;
    const [, name = "", inner] = /^(\w+)(?:\.\w+\([^)]*\))*(?:\{(.*)\})?$/.exec(text.slice(start, at)) ?? [];
    found.push({ name, inner });
    start = at + 1;
  }
  return found;
}

/**
 * Everything our requests say beyond the specification, as "CALL: NAME", without what `exceptions` names; and exceptions
 * that nothing needs. An exception is "CALL: NAME", or "NAME" where it holds for all calls.
 */
export function beyondSpecification(
  requests: readonly HttpRequest[],
  exceptions: Readonly<Record<string, string>>,
): { unknown: string[]; unneeded: string[] } {
  const faults = new Set<string>();
  const seen = new Set<string>();
  for (const request of requests) {
    const named = namesOf(request);
    // A call is judged once for each set of names and words it used.
    const shape =
      named && `${named.call} ${named.parameters.map(([name, value]) => `${name}=${worded(value)}`)}`;
    if (!named || !shape || seen.has(shape)) continue;
    seen.add(shape);
    for (const fault of unspecified(named)) faults.add(`${named.call}: ${fault}`);
  }
  const needed = new Set<string>();
  const unknown = [...faults].filter((fault) => {
    const name = fault.slice(fault.indexOf(": ") + 2);
    const exception = [fault, name].find((one) => Object.hasOwn(exceptions, one));
    if (exception !== undefined) needed.add(exception);
    return exception === undefined;
  });
  return { unknown, unneeded: Object.keys(exceptions).filter((one) => !needed.has(one)) };
}

/** Words of closed lists and lists of fields are short and plain; texts, ids and moments make no new shape. */
function worded(value: string): string {
  return /^[A-Za-z_][\w,.(){}]{0,400}$/.test(value) ? value : "…";
}

export function callsIn(requests: readonly HttpRequest[]): string[] {
  return [...new Set(requests.flatMap((request) => namesOf(request)?.call ?? []))].toSorted();
}
