const REFERENCE = /\{result=([^:{}]+):(\$[^{}]*)\}/g;

/** Names of the operations whose results a text of a batch refers to, as in `ids={result=p:$.id}` (section 18). */
export function referencesIn(text: string): string[] {
  return [...text.matchAll(REFERENCE)].map((found) => found[1] ?? "");
}

/** Puts results in the place of references; undefined where one of them points to nothing. */
export function fillReferences(text: string, results: ReadonlyMap<string, unknown>): string | undefined {
  let complete = true;
  const filled = text.replace(REFERENCE, (_whole, name: string, path: string) => {
    const values = results.has(name) ? follow(results.get(name), path) : [];
    if (values.length === 0) complete = false;
    return values
      .map((value) => (typeof value === "object" ? JSON.stringify(value) : String(value)))
      .join(",");
  });
  return complete ? filled : undefined;
}

/** The part of JSONPath that Meta's guide uses: `$.id`, `$.data[0].id`, `$.data.*.id`, `$.data[*].id`, `$..id`. */
function follow(root: unknown, path: string): unknown[] {
  let found: unknown[] = [root];
  for (const [step] of path.slice(1).matchAll(/\.\.\w+|\.\w+|\.\*|\[\d+\]|\[\*\]/g)) {
    if (step.startsWith("..")) found = found.flatMap((value) => deep(value, step.slice(2)));
    else if (step.includes("*")) found = found.flatMap(children);
    else found = found.flatMap((value) => child(value, step.replace(/[.[\]]/g, "")));
  }
  return found;
}

function children(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}

function child(value: unknown, name: string): unknown[] {
  const holds = typeof value === "object" && value !== null && Object.hasOwn(value, name);
  return holds ? [(value as Record<string, unknown>)[name]] : [];
}

function deep(value: unknown, name: string): unknown[] {
  return [...child(value, name), ...children(value).flatMap((inner) => deep(inner, name))];
}
