import type { FastifyRequest } from "fastify";

/** The fields of a form that are there once and are texts. */
export function textsOf(request: FastifyRequest): Record<string, string | undefined> {
  return textsIn(request.body);
}

/**
 * The same of a form or a query. Repeated and nested fields are no texts, and nobody of good will sends them. Without the
 * one sign that PostgreSQL keeps in no text.
 */
export function textsIn(fields: unknown): Record<string, string | undefined> {
  const entries = Object.entries((fields ?? {}) as object);
  return Object.fromEntries(
    entries
      .filter((entry): entry is [string, string] => typeof entry[1] === "string")
      .map(([name, text]) => [name, text.replaceAll("\u0000", "")]),
  );
}

/** All values of one field: a box that was ticked, none or several. */
export function valuesOf(request: FastifyRequest, name: string): string[] {
  const value = ((request.body ?? {}) as Record<string, unknown>)[name];
  return [value].flat().filter((one): one is string => typeof one === "string");
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return uuid.test(text);
}
