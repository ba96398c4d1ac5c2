import { describe, expect, test } from "vitest";
import type { TriageContext } from "./context.ts";
import { optionalRules, starterRules } from "./starter-rules.ts";
import { type Triage, triage } from "./triage.ts";

const comment: TriageContext = {
  channel: "comment",
  postText: "Magazziniere a Lomazzo. Candidature a offerte@provincia.example, telefono 031 555 0199.",
};

function reasonsOf({ suggestions }: Triage): string[] {
  return suggestions.flatMap(({ because }) => because.map(({ reason }) => reason));
}

describe("a comment is understood through its disguise", () => {
  test.each([
    ["signs for letters", "siete dei c0gl10n1", "insult"],
    ["letters apart", "i m b e c i l l i", "insult"],
    ["letters held down", "siete bastaaaardi", "insult"],
    ["letters of another script", "sei un іdіоtа", "insult"],
    ["signs nobody sees", "sei un idi\u200bo\u200bta", "insult"],
    ["asterisks", "sei uno str***o", "insult"],
    ["bold letters of mathematics", "siete degli 𝗶𝗱𝗶𝗼𝘁𝗶", "insult"],
    ["cut off", "ma vaffanc...", "insult-phrase"],
    ["an emoji", "tutti voi 🖕", "insult-phrase"],
    ["a dialect", "site strunz e basta", "insult"],
  ])("%s", (_, text, reason) => {
    expect(reasonsOf(triage(text, comment))).toContain(reason);
  });
});

describe("the same words mean something else", () => {
  test.each([
    ["of oneself", "mi sento un idiota ad aspettare ancora"],
    ["denied", "non siete stupidi, avete solo poco personale"],
    ["reported", "l'altro giorno mi hanno chiamato imbecille in fila"],
    ["quoted", 'scrivere "siete dei coglioni" sotto un annuncio non serve'],
    ["of a thing", "che domanda stupida fa il modulo"],
    ["of an animal", "cercano qualcuno che badi agli asini e alle capre"],
    ["into the air", "cazzo che fila"],
    ["of an office", "un ufficio di incapaci e buffoni, vergogna"],
    ["of a protected group, without hate", "ci sono molti senegalesi e donne nella mia squadra"],
    ["against hate", "chi dice che gli stranieri sono parassiti dovrebbe vergognarsi"],
    ["a way of speaking", "mi ammazzo di lavoro da anni"],
    ["a lawful warning", "vi denuncio al garante e scrivo ai giornali"],
  ])("%s", (_, text) => {
    expect(["none", "answer", "escalate"]).toContain(triage(text, comment).action);
    expect(triage(text, comment).suggestions.filter(({ topic }) => topic === "offence")).toEqual([]);
  });
});

describe("what people write gets its action", () => {
  test.each<[string, string]>([
    ["se non trovo qualcosa mi tolgo la vita", "crisis"],
    ["il mio compagno mi picchia ogni sera", "crisis"],
    ["vi aspetto fuori dall'ufficio e vi spacco la faccia", "escalate"],
    ["chiedo la cancellazione dei miei dati dal vostro archivio", "escalate"],
    ["il dottor Ugo Sventura prende le mazzette", "escalate"],
    ["presento istanza di accesso agli atti della selezione", "pec"],
    ["come si presenta un'istanza di accesso agli atti?", "answer"],
    ["chiamatemi al 349 111 22 33", "hide"],
    ["il mio indirizzo è Via dei Mille 12, Como", "hide"],
    ["guadagni garantiti ogni giorno, scrivimi su telegram", "delete"],
    ["vendo scarpe nuove a 40 euro", "hide"],
    ["gli immigrati sono scarafaggi da sterminare", "delete"],
    ["quando scade il bando?", "answer"],
    ["non rispondete mai, siete ridicoli", "answer"],
    ["siete ridicoli", "none"],
    ["bella iniziativa, grazie", "none"],
  ])("%s: %s", (text, action) => {
    expect(triage(text, comment).action).toBe(action);
  });
});

describe("the context decides", () => {
  test("a private message is never hidden", () => {
    const said = triage("siete dei coglioni, il mio numero è 349 111 22 33", { channel: "message" });
    expect(said.suggestions.map(({ action }) => action)).not.toContain("hide");
    expect(said.action).toBe("answer");
  });

  test("what the post says itself is no secret", () => {
    expect(triage("ho scritto a offerte@provincia.example e chiamato 031 555 0199", comment).action).not.toBe(
      "hide",
    );
  });

  test("the same text a third time floods", () => {
    const text = "Dove sono finiti i fondi del programma?";
    const recentTexts = [
      "Dove sono finiti i fondi del programma???",
      "dove sono finiti i fondi del programma",
    ];
    expect(reasonsOf(triage(text, { ...comment, recentTexts }))).toContain("repeated-before");
  });

  test("a breach goes to the authority's own rule where it has one", () => {
    const flood = "basta basta basta basta basta basta basta così";
    const text = `${flood} ${flood} ${flood}`;
    const ruleBy = (rules: TriageContext["rules"]) =>
      triage(text, { ...comment, rules }).suggestions.find(({ topic }) => topic === "flooding")?.rule;
    expect(ruleBy(starterRules)).toBe(4);
    expect(ruleBy([...starterRules, ...optionalRules])).toBe(10);
  });

  test("a link to the authority's own pages is none to worry about", () => {
    const text = "candidatevi qui https://lavoro.bacheca.example/offerte";
    expect(triage(text, comment).action).toBe("delete");
    expect(triage(text, { ...comment, ownHosts: ["bacheca.example"] }).action).not.toBe("delete");
  });
});

describe("what is not for a machine is said so", () => {
  test.each<[string, string, TriageContext]>([
    ["a picture without a word", "", { channel: "comment", hasPicture: true }],
    ["another script", "هل هناك عمل في المطاعم", comment],
    ["another language", "Hello, how can I apply for this job", comment],
    ["a text longer than any comment", "parola ".repeat(20_000), comment],
    ["despair", "non voglio più vivere", comment],
  ])("%s", (_, text, context) => {
    expect(triage(text, context).needsPerson).toBe(true);
  });

  test("despair is never hidden, whatever else the comment holds", () => {
    const said = triage("coglioni, voglio morire, chiamatemi al 349 111 22 33", comment);
    expect(said.action).toBe("crisis");
    expect(said.needsPerson).toBe(true);
  });
});

test("spans show the words in the original, disguise and all", () => {
  const text = "Davvero: siete dei C 0 G L I 0 N I tutti";
  const spans = triage(text, comment).suggestions[0]?.because[0]?.spans ?? [];
  expect(spans.map(({ from, to }) => text.slice(from, to))).toEqual(["C 0 G L I 0 N I"]);
});

test("the same text gets the same answer", () => {
  const text = "Siete una vergogna, il mio numero è 349 111 22 33, gli zingari rubano";
  expect(triage(text, comment)).toEqual(triage(text, comment));
});
