import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../runner/suites.ts";
import { allPaths, type Complaint } from "./tree.ts";

// "it" first or last in the name: "it.ts", "help-it.ts", "it-today.ts".
const italian = /(^|\/)((?:[a-z-]+-)?)it((?:-[a-z-]+)?\.(?:ts|js))$/;

/** Files of Italian words with their English partners: `words/it.ts` and `words/en.ts`, `help-it.ts` and `help-en.ts`. */
function pairs(): { it: string; en: string }[] {
  return allPaths
    .filter((file) => italian.test(file))
    .map((it) => ({ it, en: it.replace(italian, "$1$2en$3") }));
}

/** Words that exist in one language only, or are empty. The sentences themselves are for people to judge. */
export async function untranslated(): Promise<Complaint[]> {
  const complaints: Complaint[] = [];
  for (const { it, en } of pairs()) {
    if (!allPaths.includes(en)) {
      complaints.push(`${it}: has no English partner ${en}`);
      continue;
    }
    const [italianWords, englishWords] = [await wordsOf(it), await wordsOf(en)];
    for (const key of italianWords.keys())
      if (!englishWords.has(key)) complaints.push(`${en}: ${key} is missing`);
    for (const key of englishWords.keys())
      if (!italianWords.has(key)) complaints.push(`${it}: ${key} is missing`);
    for (const [key, word] of italianWords) {
      if ((word === "") !== (englishWords.get(key) === ""))
        complaints.push(`${key} is empty in ${it} or in ${en}`);
    }
    for (const [key, word] of italianWords) {
      // Up to three words may well be the same in both: "Facebook", "Email", "OK".
      if (typeof word === "string" && word === englishWords.get(key) && word.split(/\s+/).length > 3) {
        complaints.push(`${en}: ${key} is the Italian sentence`);
      }
    }
  }
  return complaints;
}

async function wordsOf(file: string): Promise<Map<string, unknown>> {
  const module = (await import(pathToFileURL(path.join(root, file)).href)) as Record<string, unknown>;
  const words = new Map<string, unknown>();
  for (const [name, value] of Object.entries(module)) collect(nameWithoutLanguage(name), value, words);
  return words;
}

/** `it` and `en`, `helpIt` and `helpEn`, `ITALIAN` and `ENGLISH` are the same thing in two languages. */
function nameWithoutLanguage(name: string): string {
  return name
    .replace(/^(it|en|italian|english)$/i, "words")
    .replace(/^(it|en|italian|english)(?=[A-Z])/, "")
    .replace(/(It|En|Italian|English|_IT|_EN)$/, "")
    .toLowerCase();
}

function collect(key: string, value: unknown, into: Map<string, unknown>): void {
  if (typeof value === "object" && value !== null && !(value instanceof RegExp)) {
    for (const [name, inner] of Object.entries(value)) collect(`${key}.${name}`, inner, into);
  } else {
    into.set(key, value);
  }
}
