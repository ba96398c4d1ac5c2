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
      "mi ammazzo|uccido|sparo di lavoro|fatica|palestra|risate|ridere|noia|studio|dalle|dal",
      "altr/o/a/i/e|ancora|ennesim/o/a .. @nuisance|@service|volta|ora|coda .. mi|ci sparo|ammazzo|impicco|butto|spariamo|suicido",
      "@nuisance .. e|o|che|poi mi|ci sparo|ammazzo|impicco|butto",
      "muoio|morire|morto|morta d|di infarto|crepacuore",
      "disperat/o/a .. non trovo|funziona|riesco|parte .. parcheggio|treno|@service|@nuisance",
      "mi butto giu? dal|dalla|sul|nel|in divano|letto|sedia|piscina|mare|studio|palestra|politica|lavoro|cucina",
      "mi butto e|mando|provo|ci|dai",
      "addio a? tutti|tutte|quest/i/e i|gli|le",
      "addio a? @nuisance|@service|precariato|code|moduli|carta",
      "ce la faccio piu con|a .. @feeling|traffico|pioggia|afa|vicini|dieta|zanzare",
      "sparire|scomparire .. mare|vacanza|ferie|montagna|isola|settimana|weekend|giorni|mese",
      "prevenzione|convegno|corso|incontro|libro|romanzo|film|articolo|statistic/a/he|tema|letto|serie|conferenza|letteratura ... suicid/io/i/a",
      "suicidio di|in pavese|massa|letteratura|film|romanzo",
      "si+è|si suicidat/o/a il|la|durante|proprio? pc|computer|telefono|stampante|sito",
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
