/**
 * The part of a style sheet that some pages use: its rules for elements and for the named classes. The whole of
 * Bootstrap Italia weighs 70 kB on the way and costs a cheap phone a third of a second to read; a page of ours uses a
 * twentieth of it.
 */
export function partOfStyle(css: string, classes: ReadonlySet<string>): string {
  return keepRules(css.replace(/\/\*[\s\S]*?\*\//g, ""), classes);
}

function keepRules(css: string, classes: ReadonlySet<string>): string {
  let kept = "";
  for (const { head, body } of blocks(css)) {
    if (/^@(media|supports)\b/.test(head)) {
      const inner = keepRules(body, classes);
      if (inner !== "") kept += `${head}{${inner}}`;
    } else if (!head.startsWith("@")) {
      const selectors = selectorsOf(head).filter((selector) => isUsed(selector, classes));
      if (selectors.length > 0) kept += `${selectors.join(",")}{${body}}`;
    }
  }
  return kept;
}

/** Rules and groups of rules on the top level; statements such as @charset are passed over. */
function* blocks(css: string): Generator<{ head: string; body: string }> {
  let at = 0;
  while (at < css.length) {
    const open = css.indexOf("{", at);
    if (open < 0) return;
    let depth = 1;
    let end = open + 1;
    let quote = "";
    for (; end < css.length && depth > 0; end++) {
      const sign = css[end] ?? "";
      if (quote !== "") {
        if (sign === quote && css[end - 1] !== "\\") quote = "";
      } else if (sign === '"' || sign === "'") quote = sign;
      else if (sign === "{") depth += 1;
      else if (sign === "}") depth -= 1;
    }
    const head = css.slice(at, open);
    yield { head: head.slice(head.lastIndexOf(";") + 1).trim(), body: css.slice(open + 1, end - 1) };
    at = end;
  }
}

/** Parted at the commas that stand in no bracket. */
function selectorsOf(head: string): string[] {
  return head.split(/,(?![^(]*\))/).map((selector) => selector.trim());
}

/** What a selector excludes need not be there. */
function isUsed(selector: string, classes: ReadonlySet<string>): boolean {
  const wanted = selector.replace(/:not\([^)]*\)/g, "");
  return [...wanted.matchAll(/\.((?:[\w-]|\\.)+)/g)].every(([, name]) => classes.has(name ?? ""));
}
