import { describe, expect, it, test } from "vitest";
import { unknownVariables } from "../../authority/prepared-answers.ts";
import { authoritySettings } from "../../authority/settings.ts";
import type { DiscussedItem } from "./item-facts.ts";
import { starterAnswers } from "./starter-answers.ts";
import { type SuggestionBasis, suggestionsFor } from "./suggestions.ts";

const item: DiscussedItem = {
  title: "Magazziniere",
  facts: {
    employer: "Rossi S.r.l.",
    place: "Cantù",
    contract: "Tempo determinato, 6 mesi",
    deadline: "2026-12-04",
    howToApply: "inviare il CV a cantu@cpi.example",
  },
  link: "https://lavoro.valdilago.example/1",
  reference: "VDL-2026-0001",
  lifeChange: null,
  deadlineBefore: null,
};

const basis: SuggestionBasis = {
  question: "",
  kinds: [],
  isPublic: true,
  personName: "Anna Bianchi",
  item,
  office: {
    name: "CPI di Cantù",
    contacts: {
      telephone: "031 000000",
      pec: "lavoro@pec.example",
      email: "cantu@cpi.example",
      address: "via Roma 1",
    },
  },
  authorityName: "Provincia di Valdilago",
  settings: authoritySettings.parse({ site: { dataProtectionOfficer: "rpd@valdilago.example" } }),
  now: new Date("2026-11-28T09:00:00Z"),
};

const ask = (question: string, more: Partial<SuggestionBasis> = {}) =>
  suggestionsFor({ ...basis, question, ...more });

const questions: [string, string[]][] = [
  [
    "item/deadline",
    [
      "Quando scade?",
      "scade quando",
      "Qual è la scadenza?",
      "Fino a quando si può fare domanda?",
      "entro quando bisogna mandare tutto?",
      "Fino a che giorno?",
      "quando scadde??",
      "qual è la scadensa",
      "Quann scad?",
      "When is the deadline?",
      "When does it close?",
      "ultimo giorno utile?",
    ],
  ],
  [
    "item/still-open",
    [
      "È ancora aperta?",
      "e ancora valida l'offerta?",
      "Ci sono ancora posti?",
      "ancora disponibile?",
      "È già chiusa?",
      "è scaduta?",
      "Is it still open?",
      "Is this job still available?",
      "sono ancora in tempo?",
      "c'è ancora posto",
      "Faccio ancora in tempo?",
    ],
  ],
  [
    "item/how-to-apply",
    [
      "Come mi candido?",
      "come si fa domanda?",
      "dove mando il cv?",
      "A chi mando il curriculum?",
      "come faccio a candidarmi",
      "come posso candidarmi?",
      "come mi cnadido?",
      "Come ci si iscrive?",
      "How do I apply?",
      "how can i apply for this job",
      "where do I send my CV?",
      "cumm se fa a domanda",
      "Dove devo inviare la candidatura?",
    ],
  ],
  [
    "item/place",
    [
      "Dove si trova?",
      "in che zona è?",
      "dov'è il posto di lavoro?",
      "Qual è la sede di lavoro?",
      "In quale paese?",
      "addò è?",
      "Where is it?",
      "which city?",
      "luogo di lavoro?",
      "che zona?",
      "in che comune?",
    ],
  ],
  [
    "item/contract",
    [
      "Che contratto è?",
      "è a tempo indeterminato?",
      "tipo di contratto?",
      "contratto fisso o stagionale?",
      "Is it a permanent job?",
      "What kind of contract?",
      "che contrato fanno?",
      "tempo determinato o indeterminato?",
    ],
  ],
  [
    "item/hours",
    [
      "È part time?",
      "Che orari si fanno?",
      "ci sono i turni?",
      "quante ore settimanali?",
      "si lavora il sabato?",
      "how many hours?",
      "full time o part time?",
      "è su turni?",
    ],
  ],
  [
    "item/pay",
    [
      "Quanto pagano?",
      "Qual è lo stipendio?",
      "stipendio?",
      "quanto si prende al mese?",
      "What is the salary?",
      "è retribuito?",
      "quanto si guadagna",
    ],
  ],
  [
    "item/requirements",
    [
      "Serve la patente?",
      "Che requisiti ci vogliono?",
      "serve il diploma?",
      "senza esperienza va bene?",
      "Do I need a driving licence?",
      "limiti di età?",
      "serve per forza il patentino?",
      "prendete anche over 50?",
    ],
  ],
  [
    "item/employer",
    [
      "Che azienda è?",
      "nome della ditta?",
      "come si chiama l'azienda?",
      "Which company is it?",
      "chi è il datore di lavoro?",
    ],
  ],
  ["item/changed", ["È stata prorogata?", "cosa è cambiato?", "c'è una proroga?", "has it been extended?"]],
  [
    "prepared/unemployment",
    ["Quando arriva il pagamento della naspi?", "NASPI in ritardo", "a chi chiedo per la Naspi"],
  ],
  [
    "prepared/foreigners",
    ["Con il permesso di soggiorno posso iscrivermi?", "I have a residence permit, ok?"],
  ],
  ["prepared/no-certified-mail", ["non ho la pec, ho 63 anni", "Non ho lo SPID"]],
  ["prepared/targeted", ["sono invalido civile, collocamento mirato?", "legge 68 cosa devo portare"]],
  ["prepared/appointment", ["Vorrei un appuntamento", "come prendere appuntamento"]],
];

describe("a question finds its answer", () => {
  test.each(questions.flatMap(([id, all]) => all.map((question) => [question, id] as const)))(
    "%s → %s",
    (question, id) => {
      expect(ask(question)[0]?.id, JSON.stringify(ask(question).map((one) => one.id))).toBe(id);
    },
  );

  it("the table holds more than eighty", () => {
    expect(questions.flatMap(([, all]) => all).length).toBeGreaterThan(80);
  });
});

describe("what is answered is true", () => {
  it("an open offer says its last day and the days left, in the language of the question", () => {
    expect(ask("Quando scade?")[0]?.text).toContain("fino a venerdì 4 dicembre 2026: mancano 6 giorni");
    expect(ask("When does it close?")[0]?.text).toContain("6 days are left");
  });

  const closed: [string, Partial<DiscussedItem>, Date][] = [
    ["after its last day", {}, new Date("2026-12-05T09:00:00Z")],
    ["closed before", { lifeChange: { kind: "closed", at: new Date("2026-11-27T09:00:00Z") } }, basis.now],
    ["withdrawn", { lifeChange: { kind: "withdrawn", at: new Date("2026-11-27T09:00:00Z") } }, basis.now],
    ["without a deadline", { facts: {}, lifeChange: { kind: "expired", at: basis.now } }, basis.now],
  ];

  it.each(closed)("one that is over is never called open: %s", (_, change, now) => {
    for (const question of questions.flatMap(([, all]) => all)) {
      const own = ask(question, { item: { ...item, ...change }, now }).filter(({ from }) => from === "item");
      for (const { text } of own) {
        expect(text).toMatch(/chius|ritirat|ended|withdrawn|non si può più|no longer/i);
        expect(text).not.toMatch(/si può ancora|Si può fare|mancano|You can apply|days are left/);
      }
    }
  });

  it("a fact that is missing is never invented", () => {
    const bare = { ...item, facts: {}, reference: null, link: null };
    for (const question of questions.flatMap(([, all]) => all)) {
      for (const { from, text } of ask(question, { item: bare })) {
        if (from === "item") expect(text).not.toMatch(/Cantù,|Rossi|dicembre|December|6 mesi|undefined|null/);
      }
    }
  });

  it("without an item nothing is said of one", () => {
    expect(ask("Quando scade?", { item: null }).filter(({ from }) => from === "item")).toEqual([]);
  });

  it("no public answer holds a person's name; a private one greets", () => {
    expect(ask("Vorrei un appuntamento")[0]?.text).toMatch(/^Buongiorno,\n/);
    expect(ask("Vorrei un appuntamento", { isPublic: false })[0]?.text).toMatch(/^Buongiorno Anna,\n/);
  });

  it("a variable nobody can fill keeps its braces", () => {
    expect(ask("Vorrei un appuntamento", { office: undefined })[0]?.text).toContain("{telefono}");
  });
});

describe("what was recognised leads", () => {
  it("somebody in distress is met with care and numbers that were checked", () => {
    const [first] = ask("non ce la faccio più", { kinds: ["distress"] });
    expect(first).toMatchObject({ id: "recognised/distress", from: "recognised" });
    expect(first?.text).toMatch(/112[\s\S]*02 2327 2327[\s\S]*1522/);
    expect(first?.title).not.toContain("verificare");
  });

  it("numbers nobody has checked for half a year are named to staff", () => {
    const [first] = ask("", { kinds: ["distress"], now: new Date("2027-06-30T09:00:00Z") });
    expect(first?.title).toContain("da verificare prima di inviare: Emergenze, Telefono Amico");
  });

  it("a request on data names the officer and the month; a formal act the certified mail", () => {
    const texts = ask("", { kinds: ["data-request", "formal-act"] }).map(({ text }) => text);
    expect(texts[0]).toMatch(/rpd@valdilago\.example[\s\S]*entro un mese/);
    expect(texts[0]).not.toContain("PEC");
    expect(texts[1]).toContain("lavoro@pec.example");
  });
});

describe("the starter answers", () => {
  test.each(starterAnswers.map((one) => [one.id, one] as const))(
    "%s fits everywhere and fills what it names",
    (_, { text }) => {
      for (const one of [text.it, text.en ?? ""]) {
        expect(one.length).toBeLessThan(700);
        expect(unknownVariables(one)).toEqual([]);
      }
    },
  );

  it("give way to one of the authority's of the same id, or all of them", () => {
    const own = [{ id: "appointment", title: "A", keywords: ["appuntamento"], text: { it: "Venite." } }];
    const settings = (include: string) => authoritySettings.parse({ preparedAnswers: { include, own } });
    expect(ask("Vorrei un appuntamento", { settings: settings("starter") })[0]?.text).toBe("Venite.");
    expect(ask("naspi", { settings: settings("none"), item: null })).toEqual([]);
  });
});
