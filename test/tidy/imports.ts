import path from "node:path";
import { programs, type TextFile } from "./tree.ts";

/** One import of one file. */
export interface Import {
  from: string;
  /** A path from the root for our own files, else the name of a package or "node:..." module. */
  to: string;
  isOurs: boolean;
  /** Gone when the program runs. */
  isTypeOnly: boolean;
}

// A regular expression is enough for what the formatter has laid out; TypeScript 7 has no interface to ask.
const statement = /^(?:import|export)\b(\s+type\b)?(?:[^"'`;]*?\bfrom)?\s*"([^"]+)"/gm;
const dynamic = /\bimport\(\s*"([^"]+)"\s*\)/g;

/** Every import of a file, type imports and `import()` included. */
export function importsOf(file: TextFile): Import[] {
  const text = withoutComments(file.text);
  const found: Import[] = [];
  for (const [, type, specifier = ""] of text.matchAll(statement)) {
    found.push(resolved(file.path, specifier, type !== undefined));
  }
  for (const [, specifier = ""] of text.matchAll(dynamic)) found.push(resolved(file.path, specifier, false));
  return found;
}

export const imports: Import[] = programs.flatMap(importsOf);

function resolved(from: string, specifier: string, isTypeOnly: boolean): Import {
  if (!specifier.startsWith(".")) return { from, to: packageOf(specifier), isOurs: false, isTypeOnly };
  const to = path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
  return { from, to, isOurs: true, isTypeOnly };
}

function packageOf(specifier: string): string {
  if (specifier.startsWith("node:")) return specifier;
  const parts = specifier.split("/");
  return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}

/** Only comments that stand on lines of their own: an import inside one is an example. */
function withoutComments(text: string): string {
  return text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, "");
}
