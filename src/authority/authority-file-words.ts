import type { z } from "zod";
import type { Language } from "../channels/channel.ts";
import { nearest } from "../platform/nearest.ts";
import type { FilePath } from "./authority-file-positions.ts";

/** What is wrong at one place of an authority's file, as a sentence in each language. */
export type FaultWords = Record<Language, string>;

const typeNames: Record<string, FaultWords> = {
  string: { it: "un testo", en: "a text" },
  number: { it: "un numero", en: "a number" },
  int: { it: "un numero intero", en: "a whole number" },
  boolean: { it: "true o false", en: "true or false" },
  array: { it: "un elenco", en: "a list" },
  object: { it: "un gruppo di voci «chiave: valore»", en: 'a group of "key: value" lines' },
  record: { it: "un gruppo di voci «chiave: valore»", en: 'a group of "key: value" lines' },
};

type Issue = z.core.$ZodIssue;

/** A fault found by a schema, in words. `isMissing`: nothing stands there. */
export function wordsOfIssue(issue: Issue, isMissing: boolean): FaultWords {
  switch (issue.code) {
    case "invalid_type": {
      const needed = typeNames[issue.expected] ?? { it: issue.expected, en: issue.expected };
      if (isMissing && !isBilingual(issue.message)) {
        return { it: `manca (serve ${needed.it})`, en: `is missing (${needed.en} is needed)` };
      }
      return isBilingual(issue.message)
        ? halves(issue.message)
        : { it: `serve ${needed.it}`, en: `${needed.en} is needed` };
    }
    case "invalid_value": {
      const known = issue.values.map(String);
      return { it: `può essere ${known.join(", ")}`, en: `can be ${known.join(", ")}` };
    }
    case "invalid_union":
      return isBilingual(issue.message) ? halves(issue.message) : wordsOfUnion(issue.errors);
    case "too_small":
      return isBilingual(issue.message)
        ? halves(issue.message)
        : tooSmall(issue.origin, Number(issue.minimum));
    case "too_big":
      return isBilingual(issue.message)
        ? halves(issue.message)
        : { it: `al più ${issue.maximum}`, en: `at most ${issue.maximum}` };
    case "invalid_key":
      return { it: "chiave che non si può usare qui", en: "a key that cannot be used here" };
    default:
      return halves(issue.message);
  }
}

function tooSmall(origin: string, least: number): FaultWords {
  if (origin === "string" || origin === "array") return otherWords.emptyList;
  return { it: `almeno ${least}`, en: `at least ${least}` };
}

function wordsOfUnion(branches: readonly (readonly Issue[])[]): FaultWords {
  const all = branches.flatMap((branch) => branch.slice(0, 1).map((issue) => wordsOfIssue(issue, false)));
  return { it: all.map((words) => words.it).join("; o "), en: all.map((words) => words.en).join("; or ") };
}

/** An unknown key, with the one that was probably meant. */
export function wordsOfUnknownKey(key: string, known: readonly string[]): FaultWords {
  const meant = nearest(key, known);
  return meant
    ? {
        it: `chiave sconosciuta «${key}»: forse «${meant}»?`,
        en: `unknown key "${key}": did you mean "${meant}"?`,
      }
    : {
        it: `chiave sconosciuta «${key}»${known.length > 0 ? ` (ci sono: ${known.join(", ")})` : ""}`,
        en: `unknown key "${key}"${known.length > 0 ? ` (there are: ${known.join(", ")})` : ""}`,
      };
}

/** A value that is none of those known. */
export function wordsOfUnknownValue(value: string, known: readonly string[]): FaultWords {
  const meant = nearest(value, known);
  const list = known.join(", ");
  return {
    it: `«${value}» non c'è: può essere ${list}${meant ? `; forse «${meant}»?` : ""}`,
    en: `"${value}" does not exist: it can be ${list}${meant ? `; did you mean "${meant}"?` : ""}`,
  };
}

export const otherWords = {
  notYaml: (message: string): FaultWords => ({
    it: `non è YAML leggibile (${message})`,
    en: `is not readable YAML (${message})`,
  }),
  empty: { it: "il file è vuoto", en: "the file is empty" },
  twice: (id: string): FaultWords => ({ it: `«${id}» c'è già sopra`, en: `"${id}" stands above already` }),
  mayNotAct: {
    it: "su questo argomento la precisione misurata non basta perché una regola agisca da sola: false",
    en: "on this topic the measured precision does not let a rule act by itself: false",
  },
  actsByHiding: {
    it: "agisce da sola solo una regola con defaultAction: hide o delete",
    en: "only a rule with defaultAction: hide or delete acts by itself",
  },
  emptyList: { it: "non può essere vuoto", en: "cannot be empty" },
  formatsForm: {
    it: "serve un elenco di formati, come [link-post], oppure un elenco per genere: { offer: [link-post], others: [] }",
    en: "a list of formats is needed, such as [link-post], or a list for each kind: { offer: [link-post], others: [] }",
  },
  writtenAgain: (value: string): FaultWords => ({
    it: `«${value}» è scritto due volte`,
    en: `"${value}" is written twice`,
  }),
  samePage: (other: string): FaultWords => ({
    it: `è la stessa Pagina del profilo «${other}»`,
    en: `is the same Page as that of account "${other}"`,
  }),
  noAppsThere: {
    it: "questo canale non usa app: i suoi profili si descrivono da soli",
    en: "this channel uses no app: its accounts say all there is",
  },
  tokenOrApp: {
    it: "manca; si può lasciare a un collegamento dalla scrivania se «apps» descrive l'app con cui collegarsi",
    en: 'is missing; it can be left to a login at the desk if "apps" describes the app to log in with',
  },
  secretForm: {
    it: "un segreto è un testo, oppure { file: percorso }, oppure { env: NOME }",
    en: "a secret is a text, or { file: path }, or { env: NAME }",
  },
  notASecret: {
    it: "{ file } e { env } valgono solo per i segreti",
    en: "{ file } and { env } are for secrets only",
  },
  noVariable: (name: string): FaultWords => ({
    it: `la variabile ${name} non c'è nell'ambiente`,
    en: `the variable ${name} is not in the environment`,
  }),
  noSecretFile: (path: string, detail: string): FaultWords => ({
    it: `non riesco a leggere il segreto da ${path} (${detail})`,
    en: `the secret cannot be read from ${path} (${detail})`,
  }),
  noLogoFile: (path: string, detail: string): FaultWords => ({
    it: `non riesco a leggere il logo da ${path} (${detail})`,
    en: `the logo cannot be read from ${path} (${detail})`,
  }),
  notAValue: { it: "non si può usare", en: "cannot be used" },
};

/** "accounts[0].settings.token", as people find it in their file. */
export function pathText(path: FilePath): string {
  return path
    .map((step, i) => (typeof step === "number" ? `[${step}]` : i === 0 ? String(step) : `.${String(step)}`))
    .join("");
}

/** Messages of our schemas carry Italian and English with " / " between them. */
function isBilingual(message: string): boolean {
  return message.includes(" / ");
}

function halves(message: string): FaultWords {
  const cut = message.indexOf(" / ");
  return cut < 0 ? { it: message, en: message } : { it: message.slice(0, cut), en: message.slice(cut + 3) };
}
