import type { PreparedAnswer } from "../../authority/prepared-answers.ts";
import type { AuthoritySettings } from "../../authority/settings.ts";
import { starterAnswers as english } from "./words/starter-answers-en.ts";
import { starterAnswers as italian } from "./words/starter-answers-it.ts";
import type { StarterId } from "./words/starter-words.ts";

const keywords: Record<StarterId, string[]> = {
  office: [
    "dove siete",
    "orari ufficio",
    "orari sportello",
    "orari di apertura",
    "siete aperti",
    "aperti oggi",
    "indirizzo",
    "vostro ufficio",
    "where are you",
    "opening hours",
    "are you open",
    "your office",
  ],
  enrolment: [
    "iscrivermi al centro",
    "iscrizione al centro",
    "did",
    "iscrivermi al cpi",
    "centro per l'impiego",
    "centro impiego",
    "disoccupato",
    "disoccupata",
    "patto di servizio",
    "enrol",
    "employment centre",
    "unemployed",
  ],
  unemployment: [
    "naspi",
    "sussidio",
    "indennità",
    "disoccupazione inps",
    "inps",
    "assegno di inclusione",
    "sfl",
    "pagamento",
    "benefit",
    "unemployment benefit",
  ],
  appointment: [
    "appuntamento",
    "prenotare",
    "colloquio allo sportello",
    "prendere appuntamento",
    "appointment",
  ],
  curriculum: [
    "vi mando il curriculum",
    "mando il curriculum qui",
    "lascio il curriculum",
    "allego",
    "aiuto con il curriculum",
    "fare il curriculum",
    "scrivere un cv",
    "cv in privato",
    "my resume here",
  ],
  selection: [
    "esito",
    "selezione",
    "mandato il cv",
    "ho inviato",
    "mi sono candidato",
    "mi sono candidata",
    "quando chiamano",
    "graduatoria",
    "colloquio",
    "nessuno mi ha chiamato",
    "result of my application",
  ],
  courses: ["corso", "corsi", "formazione", "gol", "course", "training"],
  certificate: [
    "certificato",
    "certificazione",
    "stato di disoccupazione",
    "percorso lavoratore",
    "c2 storico",
    "certificate",
  ],
  targeted: [
    "collocamento mirato",
    "legge 68",
    "invalidità",
    "invalido",
    "invalida",
    "categorie protette",
    "disabile",
    "disabilità",
    "disability",
  ],
  foreigners: [
    "permesso di soggiorno",
    "extracomunitario",
    "straniero",
    "stranieri",
    "rifugiato",
    "residence permit",
    "foreigner",
    "foreigners",
  ],
  "no-answer": [
    "non risponde nessuno",
    "nessuno risponde",
    "non rispondete",
    "telefono occupato",
    "sempre occupato",
    "squilla",
    "nobody answers",
  ],
  "no-certified-mail": [
    "non ho la pec",
    "senza pec",
    "non ho lo spid",
    "senza spid",
    "non ho spid",
    "no spid",
  ],
  complaint: ["porta in faccia", "maleducati", "maleducata", "coda", "disservizio", "vergogna", "rude"],
};

/** An authority's prepared answers: its own, and the starter ones it has not replaced. */
export function answersOf({ preparedAnswers }: Pick<AuthoritySettings, "preparedAnswers">): PreparedAnswer[] {
  const { include, own } = preparedAnswers;
  const isOwn = (id: string) => own.some((one) => one.id === id);
  return [...own, ...(include === "starter" ? starterAnswers.filter(({ id }) => !isOwn(id)) : [])];
}

export const starterAnswers: readonly PreparedAnswer[] = (Object.keys(keywords) as StarterId[]).map((id) => ({
  id,
  title: italian[id].title,
  keywords: keywords[id],
  text: { it: italian[id].text, en: english[id].text },
}));
