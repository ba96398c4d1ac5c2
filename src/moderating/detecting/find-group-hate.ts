import type { Claim } from "../claim.ts";
import type { Confidence } from "../confidence.ts";
import { classesOf, type Evidence, spanOf } from "../evidence.ts";
import { type HostilityKind, hostility } from "../lexicons/hostility.ts";
import { type Found, PhraseIndex } from "../reading/find-phrases.ts";
import { isDenied, isFelt, isQuoted } from "./around.ts";
import { respell } from "./misspelt.ts";

const hostileIndex = new PhraseIndex(hostility.map((set) => ({ say: set.say, entry: set.kind })));
/** Of a sentence as long as a book the first of each are enough. */
const mentionsMax = 40;

type Hostile = Found<HostilityKind>;

/** Hatred of a group protected by law: its name and hostile words in one sentence, or in the next. */
export function findGroupHate(evidence: Evidence): Claim[] {
  const claims = findHostile(evidence);
  if (claims.length > 0) return claims;
  const words = respell(evidence.words);
  if (words === evidence.words) return [];
  const meant = { ...evidence, words, classOf: classesOf(words) };
  return findHostile(meant).map((claim): Claim => ({ ...claim, action: "hide", confidence: "possible" }));
}

function findHostile(evidence: Evidence): Claim[] {
  const groups = groupsBySentence(evidence);
  if (groups.size === 0) return [];
  const claims: Claim[] = [];
  for (const mention of hostileIndex.find(evidence.words, evidence.classOf)) {
    if (claims.length >= mentionsMax) break;
    const sentence = evidence.words[mention.first]?.sentence ?? 0;
    const inSame = groups.get(sentence);
    const group = inSame ?? groups.get(sentence - 1) ?? groups.get(sentence + 1);
    if (group === undefined || isMerelyTheGroup(mention, group) || isRejected(evidence, mention)) continue;
    const action = mention.entry === "violence" || mention.entry === "dehumanising" ? "delete" : "hide";
    claims.push({
      topic: "offence",
      action,
      confidence: howSure(evidence, mention, inSame !== undefined),
      reason: `group-${mention.entry}`,
      spans: [spanOf(evidence, { first: group[0] ?? 0, last: group[0] ?? 0 }), spanOf(evidence, mention)],
    });
  }
  return claims;
}

/** Words that name groups, by sentence. */
function groupsBySentence({ words, classOf }: Evidence): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [at, word] of words.entries()) {
    if (!classOf(at)?.has("group")) continue;
    const known = groups.get(word.sentence);
    if (!known) groups.set(word.sentence, [at]);
    else if (known.length < mentionsMax) known.push(at);
  }
  return groups;
}

function isMerelyTheGroup({ first, last }: Hostile, group: readonly number[]): boolean {
  return first === last && group.includes(first);
}

/** Denied, quoted or spoken up against. */
function isRejected(evidence: Evidence, mention: Hostile): boolean {
  if (isQuoted(evidence, mention)) return true;
  // "Mi sento inutile a 50 anni" is about the writer; "io odio…" is not.
  if (mention.entry === "contempt" && isFelt(evidence, mention)) return true;
  const { words } = evidence;
  const sentence = words[mention.first]?.sentence;
  const isInSentence = ({ first }: { first: number }) => words[first]?.sentence === sentence;
  if (evidence.of("counter-speech").some(isInSentence)) return true;
  // "Gli over 50 per voi sono spazzatura?" reproaches those who are asked.
  if (evidence.text.asked.has(sentence ?? -1) && isAsYouSeeIt(evidence, sentence)) return true;
  const begins = words[mention.first]?.text;
  if (mention.entry === "worthless" || begins === "non" || begins === "mai") return false;
  const isWantedByNobody = evidence
    .of("rejecting")
    .some(
      (rejecting) =>
        isInSentence(rejecting) && rejecting.first < mention.first && isNegative(evidence, rejecting.first),
    );
  return isWantedByNobody || isDenied(evidence, mention) || isNobodys(evidence, mention);
}

function isAsYouSeeIt({ words }: Evidence, sentence: number | undefined): boolean {
  return words.some(
    (word, at) =>
      word.sentence === sentence &&
      word.text === "voi" &&
      (words[at - 1]?.text === "per" || words[at - 1]?.text === "secondo"),
  );
}

function isNegative({ words }: Evidence, at: number): boolean {
  return words
    .slice(Math.max(0, at - 3), at + 1)
    .some(({ text }) => text === "non" || text === "mai" || text === "nessuno");
}

/** "Nessun… dovrebbe essere ucciso". */
function isNobodys({ words }: Evidence, { first, entry }: Hostile): boolean {
  if (entry !== "violence") return false;
  return words
    .slice(Math.max(0, first - 7), first)
    .some(
      ({ text, sentence }) =>
        (text === "nessun" || text === "nessuna") && sentence === words[first]?.sentence,
    );
}

function howSure({ text, words }: Evidence, mention: Hostile, isSameSentence: boolean): Confidence {
  if (!isSameSentence || text.asked.has(words[mention.first]?.sentence ?? -1)) return "possible";
  return mention.entry === "dehumanising" || mention.entry === "violence" ? "likely" : "possible";
}
