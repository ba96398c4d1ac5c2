import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from "yaml";

/** Where something stands in a file; both from 1. */
export interface Position {
  line: number;
  column: number;
}

/** A path as zod gives it: keys and indices from the root. */
export type FilePath = readonly PropertyKey[];

/** A YAML text as values, each still knowing where it stands. */
export interface PositionedYaml {
  value: unknown;
  /** What is no YAML, or YAML that says one thing twice; `message` is the parser's, in English. */
  errors: { message: string; position: Position }[];
  /** Of the value under a path; of the nearest part around it where the path leads to nothing. */
  positionOf(path: FilePath): Position;
  /** Of a key itself. */
  positionOfKey(path: FilePath, key: string): Position;
}

/** Aliases are bounded: a file of ours needs none, and nested ones can grow without end. */
const aliasesMax = 50;

export function readYaml(text: string): PositionedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const errors = document.errors.map((error) => ({ message: error.message, position: at(error.pos[0]) }));
  let value: unknown;
  try {
    value = errors.length > 0 ? undefined : document.toJS({ maxAliasCount: aliasesMax });
  } catch (error) {
    errors.push({ message: (error as Error).message, position: { line: 1, column: 1 } });
  }
  return {
    value,
    errors,
    positionOf: (path) => at(offsetOf(document, path)),
    positionOfKey: (path, key) => at(keyOffset(document, path, key) ?? offsetOf(document, path)),
  };
}

function offsetOf(document: Document.Parsed, path: FilePath): number {
  let offset = document.contents?.range?.[0] ?? 0;
  let node: Node | null = document.contents;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
      if (!pair) return offset;
      const key = pair.key as Node;
      node = isNode(pair.value) ? pair.value : null;
      // A map or list that begins on the next line is best found by its key.
      offset = (node && isScalar(node) ? node.range?.[0] : key.range?.[0]) ?? offset;
    } else if (isSeq(node) && typeof step === "number") {
      const item: unknown = node.items[step];
      if (!isNode(item)) return offset;
      node = item;
      offset = item.range?.[0] ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function keyOffset(document: Document.Parsed, path: FilePath, key: string): number | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path as unknown[], true);
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return (pair?.key as Node | undefined)?.range?.[0];
}
