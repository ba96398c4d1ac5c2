export type PasswordFault = "password-short" | "password-long" | "password-easy" | "password-own-name";

export const passwordCharactersMin = 12;
/** Nobody types more; a longer text would only cost work. */
const passwordCharactersMax = 200;

/**
 * Whether a password will do; undefined = yes. No rules on its composition, which make people write what programs guess
 * first (NIST SP 800-63B): length, and that little is left which is not in every list or in one's own name.
 */
export function judgePassword(
  password: string,
  person: { name: string; email: string },
): PasswordFault | undefined {
  const text = normalPassword(password);
  const length = [...text].length;
  if (length < passwordCharactersMin) return "password-short";
  if (length > passwordCharactersMax) return "password-long";
  const plain = simple(text);
  const withoutNames = without(plain, wordsOf(person));
  if (isLittle(without(plain, common))) return "password-easy";
  if (isLittle(without(withoutNames, common))) return "password-own-name";
  return undefined;
}

/** The same letters typed on another keyboard are the same password (NIST SP 800-63B, 3.1.1.2). */
export function normalPassword(password: string): string {
  return password.normalize("NFKC");
}

/** What people take when nothing keeps them from it, in Italy and everywhere; digits and years fall away by themselves. */
const common = [
  ..."password passwort parola segreta segreto benvenuto benvenuta welcome letmein login admin administrator".split(
    " ",
  ),
  ..."amministratore utente user qwertyuiop qwerty qwertz azerty asdfghjkl asdf zxcvbnm zxcvbn trustno".split(
    " ",
  ),
  ..."iloveyou tiamo amore ciao ciaociao cambiami changeme default test prova accesso sicurezza estate".split(
    " ",
  ),
  ..."inverno primavera autunno gennaio dicembre juventus inter milan napoli roma italia forza cuore".split(
    " ",
  ),
  ..."andrea francesca francesco giuseppe alessandro alessandra dragon monkey master sunshine princess".split(
    " ",
  ),
  ..."football baseball superman batman shadow abc bacheca lavoro ufficio comune provincia regione".split(
    " ",
  ),
  ..."centroperlimpiego facebook pubblico scrivania".split(" "),
].sort((a, b) => b.length - a.length);

/** Fewer than this many letters and digits left to guess are guessed at once. */
const leftMin = 5;

function isLittle(rest: string): boolean {
  return rest.length < leftMin || new Set(rest).size < 4;
}

function without(text: string, words: readonly string[]): string {
  const rest = words.reduce((left, word) => left.replaceAll(word, " "), text);
  return withoutRuns(rest.replace(/(19|20)\d\d/g, " ")).replaceAll(" ", "");
}

function wordsOf({ name, email }: { name: string; email: string }): string[] {
  const words = simple(`${name} ${email.replace(/[@._+-]/g, " ")}`, " ").split(" ");
  return words.filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);
}

/** In small letters without accents, and with the digits that stand for letters read as those. */
function simple(text: string, between = ""): string {
  const letters: Record<string, string> = { "@": "a", $: "s", "!": "i" };
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[@$!]/g, (sign) => letters[sign] ?? sign)
    .replace(/(?<=[a-z])[013457](?=[a-z])/g, (digit) => "oieas7"["013457".indexOf(digit)] ?? digit)
    .replace(/[^\p{L}\p{N}]+/gu, between);
}

/** Drops stretches of three or more in which each sign follows from the one before: "123", "cba", "aaa". */
function withoutRuns(text: string): string {
  const signs = [...text];
  const step = (index: number) =>
    (signs[index]?.codePointAt(0) ?? 0) - (signs[index - 1]?.codePointAt(0) ?? 0);
  const inRun = signs.map(() => false);
  for (let index = 2; index < signs.length; index += 1) {
    const isRun = step(index) === step(index - 1) && Math.abs(step(index)) <= 1;
    if (isRun) for (const at of [index - 2, index - 1, index]) inRun[at] = true;
  }
  return signs.filter((_, index) => !inRun[index]).join("");
}
