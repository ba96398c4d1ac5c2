import { type Import, imports } from "./imports.ts";
import { type Complaint, isTest, programs } from "./tree.ts";
import { forbiddenToNouns } from "./who-may-import.ts";

const productFolders = /^src\/(authority|watching|publishing)\/[^/]+\.ts$/;

const verbs = new Set(
  programs
    .filter(({ path, text }) =>
      new RegExp(`^export (async )?function\\*? ${camelCase(path)}\\b`, "m").test(text),
    )
    .map(({ path }) => path),
);

function camelCase(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.ts$/, "");
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** A noun holds rules: types and pure functions. It is what is neither a `-store` nor a verb (a flow of that name). */
export function isNoun(path: string): boolean {
  return productFolders.test(path) && !path.endsWith("-store.ts") && !isTest(path) && !verbs.has(path);
}

/** Rules that reach for a database, a network or a flow at run time; knowing types of them is fine. */
export function impureNouns(all: readonly Import[] = imports): Complaint[] {
  return all.flatMap(({ from, to, isOurs, isTypeOnly }) => {
    if (isTypeOnly || !isNoun(from)) return [];
    const isFlow = isOurs && (to.endsWith("-store.ts") || (productFolders.test(to) && verbs.has(to)));
    const isMachinery = /^src\/(database|jobs|web|cli)\//.test(to) || forbiddenToNouns.includes(to);
    return isFlow || isMachinery ? [`${from}: rules are pure, but this imports ${to}`] : [];
  });
}
