import { type Import, imports } from "./imports.ts";
import type { Complaint } from "./tree.ts";
import { typeCirclesAllowed } from "./who-may-import.ts";

/** Files that import each other in a circle; type imports count only when asked for. */
export function circles(all: readonly Import[], withTypes: boolean): string[][] {
  const edges = new Map<string, Set<string>>();
  for (const { from, to, isOurs, isTypeOnly } of all) {
    if (!isOurs || (isTypeOnly && !withTypes) || from === to) continue;
    edges.set(from, (edges.get(from) ?? new Set()).add(to));
  }
  const reach = new Map([...edges.keys()].map((file) => [file, reachable(file, edges)]));
  const seen = new Set<string>();
  const found: string[][] = [];
  for (const file of edges.keys()) {
    if (seen.has(file) || !reach.get(file)?.has(file)) continue;
    const circle = [...edges.keys()].filter(
      (other) => reach.get(file)?.has(other) && reach.get(other)?.has(file),
    );
    for (const member of circle) seen.add(member);
    found.push(circle.sort());
  }
  return found;
}

function reachable(from: string, edges: Map<string, Set<string>>): Set<string> {
  const found = new Set<string>();
  const open = [...(edges.get(from) ?? [])];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    open.push(...(edges.get(file) ?? []));
  }
  return found;
}

export function runningCircles(): Complaint[] {
  return circles(imports, false).map(
    (circle) => `these import each other in a circle: ${circle.join(" + ")}`,
  );
}

export function typeCircles(): Complaint[] {
  return circles(imports, true)
    .map((circle) => circle.join(" + "))
    .filter((circle) => typeCirclesAllowed[circle] === undefined)
    .map(
      (circle) => `these know each other's types in a circle (list it with a reason, or cut it): ${circle}`,
    );
}
