/**
 * Reads JSON as Facebook sends it: whole numbers that JavaScript would round (ids of apps come as bare numbers, and
 * ids must never pass through a JavaScript number, graph-api.md section 2) become strings of their digits. Undefined
 * where it is no JSON.
 */
export function parseExactly(text: string): unknown {
  try {
    const plain: unknown = JSON.parse(text);
    // Parsed first: every string then ends, so the replacement below reads each character once.
    return longNumber.test(text) ? JSON.parse(text.replace(stringOrNumber, quoteLong)) : plain;
  } catch {
    return undefined;
  }
}

/** Fifteen digits always fit; sixteen may not. */
const longNumber = /[:[,]\s*-?\d{16}/;
const stringOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

function quoteLong(token: string): string {
  return /^-?\d{16,}$/.test(token) ? `"${token}"` : token;
}

/** Facebook nests a dozen levels; nobody gets deeper than this into our database. */
const depthMax = 40;

/**
 * The same value as a database can keep it: no character zero, no half of a pair. Undefined where it is nested deeper
 * than anything Facebook sends.
 */
export function storable(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return storableText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= depthMax) return undefined;
  const isList = Array.isArray(value);
  const entries: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) {
    const kept = storable(member, depth + 1);
    if (kept === undefined) return undefined;
    entries.push([storableText(name), kept]);
  }
  return isList ? entries.map(([, member]) => member) : Object.fromEntries(entries);
}

function storableText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL keeps every character but this one
  return text.toWellFormed().replace(/\u0000/g, "");
}
