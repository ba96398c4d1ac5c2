/** What the filters of lists read from an address: whatever nobody of good will writes there is left out. */

const textCharactersMax = 200;

/** Words to look for, without what PostgreSQL keeps in no text, and cut to what somebody types. */
export function textIn(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.replaceAll("\u0000", " ").trim().slice(0, textCharactersMax).toWellFormed().trim();
  return text === "" ? undefined : text;
}

/** An id as files of authorities give them: of an authority, a source, an office. */
export function idIn(value: unknown): string | undefined {
  return typeof value === "string" && /^[a-z0-9][a-z0-9-]{0,62}$/.test(value) ? value : undefined;
}
