type Tree = string | Map<string, Tree>;

/**
 * Folds parameters written with brackets into the JSON they stand for: `attached_media[0]={"media_fbid":"1"}` and
 * `attached_media[0][media_fbid]=1` both become `attached_media=[{"media_fbid":"1"}]` (section 2). Changes `params`.
 */
export function foldBrackets(params: Record<string, string>): void {
  const trees = new Map<string, Tree>();
  for (const [key, value] of Object.entries(params)) {
    const written = /^([^[\]]+)((?:\[[^[\]]*\])+)$/.exec(key);
    if (!written?.[1] || written[2] === undefined) continue;
    delete params[key];
    const steps = [...written[2].matchAll(/\[([^[\]]*)\]/g)].map((step) => step[1] ?? "");
    const tree = trees.get(written[1]);
    trees.set(written[1], grown(tree, steps, value));
  }
  for (const [name, tree] of trees) params[name] = JSON.stringify(plain(tree));
}

function grown(tree: Tree | undefined, [step, ...rest]: string[], value: string): Tree {
  if (step === undefined) return value;
  const branches = tree instanceof Map ? tree : new Map<string, Tree>();
  const name = step === "" ? String(branches.size) : step;
  branches.set(name, grown(branches.get(name), rest, value));
  return branches;
}

/** Names that are all numbers make an array, in the order of the numbers. */
function plain(tree: Tree): unknown {
  if (typeof tree === "string") return leaf(tree);
  const entries = [...tree];
  if (!entries.every(([name]) => /^\d{1,6}$/.test(name)))
    return Object.fromEntries(entries.map(([name, branch]) => [name, plain(branch)]));
  return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, branch]) => plain(branch));
}

/** An id must stay text: only objects and arrays are read as JSON. */
function leaf(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
