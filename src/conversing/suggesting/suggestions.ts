import type { Office } from "../../authority/office.ts";
import type { AnswerVariable } from "../../authority/prepared-answers.ts";
import type { AuthoritySettings } from "../../authority/settings.ts";
import type { RecognisedKind } from "../../moderating/recognised.ts";
import { readableDate } from "../../publishing/post.ts";
import type { AskedFact } from "./asked-words.ts";
import { helpLinesOf, isStale } from "./help-lines.ts";
import { type DiscussedItem, factSentence, isOver } from "./item-facts.ts";
import { askedFacts, keywordScore, readQuestion } from "./question.ts";
import { answersOf } from "./starter-answers.ts";
import type { SuggestedAnswer } from "./suggested-answer.ts";
import { en } from "./words/en.ts";
import { it } from "./words/it.ts";

/** All that suggestions are made of. */
export interface SuggestionBasis {
  question: string;
  kinds: readonly RecognisedKind[];
  /** Whether all may read the answer. */
  isPublic: boolean;
  personName: string | null;
  item: DiscussedItem | null;
  office: Pick<Office, "name" | "contacts"> | undefined;
  authorityName: string;
  settings: AuthoritySettings;
  now: Date;
}

const answersMax = 6;
const allWords = { it, en };

/** Texts to start from, the best first: what was recognised, then what was asked, surest first; the same for the same basis. */
export function suggestionsFor(basis: SuggestionBasis): SuggestedAnswer[] {
  const question = readQuestion(basis.question);
  const { language } = question;
  const places = placesOf(basis, language);
  const asked = fromItem(basis, question, places);
  const prepared = answersOf(basis.settings).flatMap((answer) => {
    const score = keywordScore(question, answer);
    const text = fill(answer.text[language] ?? answer.text.it, places);
    const { id, title } = answer;
    return score > 0
      ? [{ score, answer: { id: `prepared/${id}`, title, text, from: "prepared" as const } }]
      : [];
  });
  const ranked = [...asked, ...prepared].sort((a, b) => b.score - a.score).map(({ answer }) => answer);
  return [...fromRecognised(basis, language, places), ...ranked].slice(0, answersMax);
}

type Places = Partial<Record<AnswerVariable, string>>;

function placesOf(basis: SuggestionBasis, language: "it" | "en"): Places {
  const { office, settings, item, authorityName, isPublic, personName } = basis;
  const contacts = office?.contacts;
  const { site, timeZone } = settings;
  const deadline = item?.facts.deadline;
  return {
    // Names of people stand in no public answer: what is answered shows whose words they were.
    nome: isPublic ? "" : (personName?.split(" ")[0] ?? ""),
    offerta: item?.title,
    scadenza: deadline && readableDate(deadline, { language, timeZone }),
    link: item?.link ?? undefined,
    sede: office?.name ?? authorityName,
    pec: contacts?.pec,
    telefono: contacts?.telephone,
    email: contacts?.email,
    indirizzo: contacts?.address,
    ente: authorityName,
    dpo: site?.dataProtectionOfficer,
  };
}

/** A name that is missing takes its blank with it; whatever else is missing keeps its braces, so that it is seen. */
function fill(text: string, places: Places): string {
  const named = places.nome ? text : text.replace(/ ?\{nome\}/g, "");
  return named.replace(/\{(\w+)\}/g, (whole, name: string) => places[name as AnswerVariable] || whole);
}

function fromItem(basis: SuggestionBasis, question: ReturnType<typeof readQuestion>, places: Places) {
  const { item, settings, now } = basis;
  if (!item) return [];
  const { language } = question;
  const words = allWords[language];
  const { telefono, email, indirizzo } = places;
  const contacts = [
    ...(telefono ? [words.telephone(telefono)] : []),
    ...(email ? [words.email(email)] : []),
    ...(indirizzo ? [words.desk(indirizzo)] : []),
  ].join(", ");
  const reading = { words, language, settings, now, contacts };
  return [...askedFacts(question)].map(([fact, score]) => ({
    score: score + 0.5,
    answer: {
      id: `item/${fact}`,
      title: words.titles[fact],
      text: itemText(fact, item, reading),
      from: "item" as const,
    },
  }));
}

function itemText(fact: AskedFact, item: DiscussedItem, reading: Parameters<typeof factSentence>[2]): string {
  const { words } = reading;
  const isOfStanding = fact === "deadline" || fact === "still-open" || fact === "changed";
  // Nobody is told how to apply for what is closed without hearing that it is.
  const over = !isOfStanding && isOver(item, reading) ? [factSentence("still-open", item, reading)] : [];
  const sentences = [`${words.greeting},`, ...over, factSentence(fact, item, reading)];
  return [...sentences, ...(item.link ? [words.details(item.link)] : [])].join("\n");
}

function fromRecognised(basis: SuggestionBasis, language: "it" | "en", places: Places): SuggestedAnswer[] {
  const words = allWords[language];
  const greeting = fill(`${words.greeting} {nome},`, places);
  const from = "recognised" as const;
  return (["distress", "data-request", "formal-act"] as const).flatMap((kind): SuggestedAnswer[] => {
    if (!basis.kinds.includes(kind)) return [];
    const id = `recognised/${kind}`;
    if (kind === "distress") return [{ id, from, ...ofDistress(basis, language, greeting) }];
    const part =
      kind === "formal-act" ? words.formalAct.text : words.dataRequest.text(words.dataRequest.officer);
    const { title } = kind === "formal-act" ? words.formalAct : words.dataRequest;
    return [{ id, from, title, text: fill(`${greeting}\n${part}`, places) }];
  });
}

/** Numbers that nobody has checked for long are named to staff, in the title. */
function ofDistress({ settings, now, isPublic }: SuggestionBasis, language: "it" | "en", greeting: string) {
  const { distress } = allWords[language];
  const lines = helpLinesOf(settings);
  const stale = lines.filter((line) => isStale(line, now)).map(({ name }) => name);
  const told = lines.map(({ name, number, hours }) => distress.line(name, number, hours));
  const text = [greeting, distress.text, ...told, ...(isPublic ? [distress.inPublic] : [])].join("\n");
  const title =
    stale.length === 0 ? distress.title : `${distress.title} (${distress.stale(stale.join(", "))})`;
  return { title, text };
}
