/**
 * Careful hands for foreign JSON: each takes what it can use and gives undefined for everything else, so that one odd
 * member never costs more than itself. `parseExactly` has made strings of long numbers already.
 */
export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Longer than any id of Facebook's; message ids have some 200 characters. */
const idCharactersMax = 500;

/** Ids come as strings, in older deliveries also as numbers. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === "number") return Number.isSafeInteger(value) && value >= 0 ? String(value) : undefined;
  const text = textOf(value);
  return text !== undefined && text.length <= idCharactersMax ? text : undefined;
}

export function wholeNumberOf(value: unknown): number | undefined {
  const number = typeof value === "string" && /^\d{1,16}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** In seconds this would be the year 5138, in milliseconds it was 1973. */
const millisecondsFrom = 100_000_000_000;
/** The year 3000: later moments are no moments. */
const momentMaxMs = 32_503_680_000_000;

/** Changes carry seconds, Messenger events milliseconds (section 15.3). */
export function momentOf(value: unknown): Date | undefined {
  const number = wholeNumberOf(value);
  if (number === undefined || number === 0) return undefined;
  const ms = number < millisecondsFrom ? number * 1000 : number;
  return ms <= momentMaxMs ? new Date(ms) : undefined;
}
