/**
 * The forms of Italian words, without accents, for lists that name a word once: "~ammazzare" is every person and tense
 * with every pronoun that hangs on it, "~scemo" both genders and numbers with what makes it smaller, bigger or worse.
 * Regular words only; a list adds the forms that are not ("uccis/o/a/i/e").
 */
export function formsOf(word: string): string[] {
  const [, stem, ending] = verb.exec(word) ?? [];
  return stem !== undefined && ending !== undefined ? conjugated(stem, ending) : declined(word);
}

/** What "I" and "we" do, will, would or did: announcing it is another thing than naming it. */
export function firstPersonOf(word: string): string[] {
  const [, stem, ending] = verb.exec(word) ?? [];
  if (stem === undefined || ending === undefined) throw new Error(`"${word}" is no verb`);
  const { first } = conjugations[ending] ?? noConjugation;
  return joined(stem, first, ending);
}

const verb = /^([a-z]+)(are|ere|ire)$/;

interface Conjugation {
  first: readonly string[];
  others: readonly string[];
  /** What pronouns hang on: infinitive, gerund, imperatives. */
  hosts: readonly string[];
}

const noConjugation: Conjugation = { first: [], others: [], hosts: [] };
const words = (all: string) => all.split(" ");

const conjugations: Readonly<Record<string, Conjugation>> = {
  are: {
    first: words("o iamo ero eremo erei eremmo ai ammo avo avamo"),
    others: words(
      "i a ate ano erai era erete eranno eresti erebbe ereste erebbero asti arono aste avi ava avate avano ino assi asse assimo assero ando ante anti ato ata ati are",
    ),
    hosts: words("ar ando a iamo ate"),
  },
  ere: {
    first: words("o iamo ero eremo erei eremmo etti ei emmo evo evamo"),
    others: words(
      "i e ete ono erai era erete eranno eresti erebbe ereste erebbero esti erono ette ettero este evi eva evate evano a ano essi esse essimo essero endo uto uta uti ute ere",
    ),
    hosts: words("er endo i iamo ete"),
  },
  ire: {
    first: words("o isco iamo iro iremo irei iremmo ii immo ivo ivamo"),
    others: words(
      "i e ite ono isci isce iscono isca iscano irai ira irete iranno iresti irebbe ireste irebbero isti irono iste ivi iva ivate ivano a ano issi isse issimo issero endo ito ita iti ire",
    ),
    hosts: words("ir endo i isci iamo ite"),
  },
};

const pronouns = words("mi ti si ci vi lo la li le ne gli");
const pairs = words("me te ce ve se glie").flatMap((one) =>
  words("lo la li le ne").map((other) => one + other),
);

function conjugated(stem: string, ending: string): string[] {
  const { first, others, hosts } = conjugations[ending] ?? noConjugation;
  const withPronouns = hosts.flatMap((host) => [...pronouns, ...pairs].map((pronoun) => host + pronoun));
  return joined(stem, [...first, ...others, ...withPronouns], ending);
}

/** "Cerc-o" but "cerch-i", "mangi-o" but "mang-i" and "mang-erò". */
function joined(stem: string, endings: readonly string[], conjugation: string): string[] {
  return [
    ...new Set(
      endings.map((ending) => {
        if (conjugation !== "are" || !/^[ei]/.test(ending)) return stem + ending;
        if (/[cg]$/.test(stem)) return `${stem}h${ending}`;
        if (/[cg]i$/.test(stem) || (stem.endsWith("i") && ending.startsWith("i"))) {
          return stem.slice(0, -1) + ending;
        }
        return stem + ending;
      }),
    ),
  ];
}

/** What makes a word smaller, bigger, worse or most; each with the endings it takes. */
const shades = ["ett", "in", "ott", "ell", "issim", "uncol", "astr"]
  .flatMap((shade) => ["o", "a", "i", "e"].map((ending) => shade + ending))
  .concat(words("one ona oni accio accia acci acce uccio uccia ucci ucce"));

function declined(word: string): string[] {
  const stem = word.slice(0, -1);
  const last = word.slice(-1);
  const own = last === "e" ? ["e", "i"] : last === "a" ? ["a", "i", "e"] : ["o", "a", "i", "e"];
  const isHard = /[cg]$/.test(stem);
  const forms = [...own, ...shades].map((ending) =>
    isHard && /^[ei]/.test(ending) ? `${stem}h${ending}` : stem + ending,
  );
  return [...new Set([...forms, ...own.map((ending) => stem + ending)])];
}
