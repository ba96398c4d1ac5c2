const pieceBytes = 64 * 1024;
/** How many pieces of a file are in memory at once. */
const piecesAtOnce = 16;

/**
 * The pieces of a file, some at a time: nobody needs the whole of it in memory. `read` gives those with ordinals above
 * `after`, at most up to `last`, in their order.
 */
export async function* readInTurn(
  read: (after: number, last: number) => Promise<{ content: Buffer }[]>,
): AsyncGenerator<Buffer> {
  for (let after = 0; ; after += piecesAtOnce) {
    const rows = await read(after, after + piecesAtOnce);
    for (const { content } of rows) yield content;
    if (rows.length < piecesAtOnce) return;
  }
}

/** A file cut into rows; see 0009-attachments.ts for why. Ordinals begin at 1. */
export function* cutIntoPieces(bytes: Buffer): Generator<{ ordinal: number; content: Buffer }> {
  for (let from = 0, ordinal = 1; from < bytes.length; from += pieceBytes, ordinal += 1)
    yield { ordinal, content: bytes.subarray(from, from + pieceBytes) };
}
