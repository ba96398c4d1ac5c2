import { invalidParameter, nonexistingField, notImitated } from "./graph-error.ts";

/** One requested field, with what stands in its braces: `attachments.limit(1){title,target}` (section 18). */
export interface Field {
  name: string;
  alias?: string;
  limit?: number;
  /** `.order()`, `.filter()`, `.summary()` and their like, for edges that take them. */
  modifiers?: Record<string, string>;
  /** Absent where no braces were given: the node's default fields. */
  inner?: Field[];
}

export type Shape = Record<string, FieldReader>;

/**
 * How one field of a node is read. A plain value, or a nested node (or edge) which reads its own inner fields.
 * `undefined` leaves the field out of the answer, as Graph does with what an object lacks.
 */
export type FieldReader = ((field: Field) => unknown) & { takesModifiers?: true };

const EDGE_MODIFIERS = new Set(["order", "filter", "summary", "since", "after", "before", "type"]);

/** A reader of an edge: it looks at the modifiers of its field itself. */
export function edge(reader: (field: Field) => unknown): FieldReader {
  return Object.assign(reader, { takesModifiers: true as const });
}

/** Parses `fields`; error 100 where the text is not a field list. */
export function parseFields(text: string): Field[] {
  const reader = new FieldText(text);
  const fields = reader.list();
  if (!reader.atEnd()) throw reader.syntaxError();
  return fields;
}

class FieldText {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text.replace(/\s+/g, "");
  }

  atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  syntaxError(): Error {
    return invalidParameter(
      `Syntax error "Expected end of string instead of "${this.#text[this.#at] ?? ""}"." at character ${this.#at}: ${this.#text}`,
    );
  }

  list(): Field[] {
    const fields: Field[] = [];
    do {
      const name = this.#match(/[a-z0-9_]+/iy);
      // A trailing or doubled comma is tolerated.
      if (name) fields.push(this.#rest(name));
    } while (this.#match(/,/y));
    return fields;
  }

  /** Modifiers stand before the braces and after them: Graph's own examples show both. */
  #rest(name: string): Field {
    const field: Field = { name };
    this.#modifiers(field);
    if (!this.#match(/\{/y)) return field;
    field.inner = this.list();
    if (!this.#match(/\}/y)) throw this.syntaxError();
    this.#modifiers(field);
    return field;
  }

  #modifiers(field: Field): void {
    for (let modifier = this.#modifier(); modifier; modifier = this.#modifier()) {
      const [kind, argument] = modifier;
      if (kind === "limit") field.limit = wholeNumber(argument, "limit");
      else if (kind === "as") field.alias = argument;
      else if (EDGE_MODIFIERS.has(kind)) field.modifiers = { ...field.modifiers, [kind]: argument };
      else throw notImitated(`modifier .${kind}(${argument}) of field ${field.name}`);
    }
  }

  #modifier(): [kind: string, argument: string] | undefined {
    const text = this.#match(/\.[a-z_]+\([^()]*\)/iy);
    if (!text) return undefined;
    const open = text.indexOf("(");
    return [text.slice(1, open), text.slice(open + 1, -1)];
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found) this.#at += found.length;
    return found;
  }
}

export function wholeNumber(text: string, name: string): number {
  if (!/^\d{1,9}$/.test(text)) throw invalidParameter(`Param ${name} must be a non-negative integer`);
  return Number(text);
}

/**
 * Reads the requested fields of one node. Order as requested, `id` last when nobody asked for it.
 * @param nodeType the name Graph uses in its complaint about an unknown field
 * @param elsewhere names the real node has and this sandbox does not: refused with 501 instead of 100
 */
export function project(
  fields: Field[],
  shape: Shape,
  nodeType: string,
  elsewhere: ReadonlySet<string> = new Set(),
): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const field of fields) {
    const read = Object.hasOwn(shape, field.name) ? shape[field.name] : undefined;
    if (!read) {
      throw elsewhere.has(field.name)
        ? notImitated(`field ${field.name} on node type (${nodeType})`)
        : nonexistingField(field.name, nodeType);
    }
    if (field.modifiers && !read.takesModifiers)
      throw notImitated(`modifiers ${Object.keys(field.modifiers).join(", ")} of field ${field.name}`);
    const value = read(field);
    if (value !== undefined) answer[field.alias ?? field.name] = value;
  }
  if (shape.id && !("id" in answer)) answer.id = shape.id({ name: "id" });
  return answer;
}

/** Plain names as fields: the defaults of a node. */
export function fieldNames(names: string[]): Field[] {
  return names.map((name) => ({ name }));
}
