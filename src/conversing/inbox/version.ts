/** One text a message had. Of the same moment the one of higher rank came later: an edit follows what it edits. */
export interface Version {
  at: Date;
  rank: number;
  text: string;
}

interface Versioned {
  versions: readonly Version[];
}

/** The text it has now; null for what has none. */
export function textOf(message: Versioned): string | null {
  return message.versions.at(-1)?.text ?? null;
}

/** When its words last became other words; null where they never did. */
export function editedAt({ versions }: Versioned): Date | null {
  const last = versions.at(-1);
  return last && versions.some(({ text }) => text !== last.text) ? last.at : null;
}

/** With one text more, in its place; the same text of the same moment stands once. */
export function withVersion(versions: readonly Version[], version: Version): Version[] {
  const { at, text } = version;
  const isThere = versions.some((one) => one.text === text && one.at.getTime() === at.getTime());
  if (isThere) return [...versions];
  return [...versions, version].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || a.rank - b.rank || (a.text < b.text ? -1 : 1),
  );
}
