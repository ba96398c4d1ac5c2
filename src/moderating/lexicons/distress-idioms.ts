import type { WordSet } from "./word-list.ts";

export type DistressIdiomKind = "distress-idiom";

/** Ways of speaking that only sound like despair. */
export const distressIdioms: readonly WordSet<DistressIdiomKind>[] = [
  {
    kind: "distress-idiom",
    target: "nobody",
    strength: "plain",
    note: "said of everybody, or laughed: a way of speaking",
    say: [
      "uno si|c|ci spara|ammazza|butta|impicca",
      "c+è|ce da spararsi|ammazzarsi|buttarsi|impiccarsi|suicidarsi",
      "roba da spararsi|suicidio",
      "da spararsi",
      "mi ammazzo|uccido di lavoro|fatica|palestra|dalle|dal",
      "morire|morto|muoio|morta dal|dalle|di ridere|risate|freddo|caldo|sonno|fame|noia|curiosita|sete",
      "mi sparo _ km|chilometri|ore|curve|piani",
      "mi butto in questa|quest|un|una avventura|esperienza|settore|impresa",
      "mi sparo un|una|na pizza|film|birra|serie|caffe",
      "mi butto sul|nel|nella lavoro|mischia|cibo|progetto",
      "suicidio politico|assistito|commerciale",
      "morire|morto|morta|morti|muoio|moriamo|sparire|sprofondare|sotterrarmi|scomparire|crepare di|dal|dalla|dallo|dalle|per|da @feeling",
      "facciamola finita",
      "andarmene|andarcene .. estero|paese|germania|svizzera|inghilterra|casa|italia|francia|spagna",
      "ce la faccio piu con|a|ad .. @service|@nuisance",
      "via d uscita .. menu|@service|@nuisance",
      "vivere con|coi|dai .. miei|genitori|suocer*|mamma|lui|lei|coinquilini",
      "addio posto|italia|sogni|lavoro|pensione|ferie|stipendio|diritti|vacanze|naspi",
      "farla|farei|faccio|facciamo|falla|finirla finita? con @nuisance|quest*|sto|sta|sti|ste",
      "mi|ci|si sparo|spariamo|spara|sparerei un|una|un+po|due|tre|quattro|cinque|sei|dieci|tutto|tutta .. @treat",
      "voglio morire dal|dalle|😂|🤣|🙈|😅",
    ],
  },
];
