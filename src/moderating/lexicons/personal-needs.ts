import type { WordSet } from "./word-list.ts";

export type PersonalNeedKind = "personal-need";

/** What people ask other readers for. */
export const personalNeeds: readonly WordSet<PersonalNeedKind>[] = [
  {
    kind: "personal-need",
    target: "writer",
    strength: "plain",
    note: "somebody asks readers for something of their own: a home, a lift, work for the family",
    say: [
      "cerc/o/hiamo|cercasi .. casa|appartament*|stanz*|camer*|alloggi*|affitto|passaggi*|posto+letto|monolocal*|bilocal*|coinquilin*|mobili|lavatrice|passeggino|vestiti|auto|macchina|gattin*|cane|amic*|fidanzat*|moglie|marito|compagni*",
      "cerco|cerca|cercherebbe|offresi|mi+offro|si+offre|disponibile|cercasi lavoro|impiego|lavoretto|qualsiasi|come|per|a .. badante|colf|pulizie|babysitter|murator*|operai*|camerier*|autist*|giardinier*|qualsiasi|urgente|subito|stiro|lavoro",
      "cerco|cerca un? lavor/o/etto|occupazione|impiego",
      "famiglia|coppia|ragazz/o/a|signor/a/e|studente|studentessa|lavorator/e ... cerca|cercano casa|appartament/o|stanza|camera|alloggio|affitto|monolocal/e|bilocal/e|trilocal/e|posto+letto",
      "mi offro per|come",
      "qualcuno|nessuno|chi|c+è qualcuno .. presta|prestare|prestarmi|regala|regalare|regalarmi|ospita|ospitare|vende|affitta|passaggio|accompagna|accompagnare|macchina|bisogno|conosce|serve|compagnia|cambio",
      "qualcuno|nessuno|chi mi presta|aiuta|regala|ospita|accompagna|da|dà|affitta|porta|vende",
      "chi va|viene|parte .. macchina|domani|passaggio|posto",
      "passaggio .. per|da|a|fino|divid*|colloquio|domani|cerco|serve",
      "regal/o|regalasi|cedo|scambio .. gattin*|cucciol*|cane|mobili|passeggino|divano|vestiti|materasso|urgente",
      "smarrit/o/a|perso|persa|trovat/o/a .. gatto|cane|portafogli|chiavi|telefono|occhiali|documenti|borsa",
      "consigliat/e/emi|consigli .. dentista|medico|avvocato|parrucchier*|ristorante|idraulico|meccanico|palestra|pediatra",
      "mi/o/a @kin .. cerca|cercano|bisogno|murator*|disponibil*|bravo|esperienza|libero|disoccupat*",
      "@kin ... qualcuno .. bisogno|cerca|serve|interessa",
      "@kin ... se serve|bisogno|interessa",
      "@kin fa|stira|cucina|pulisce|guida|cerca|cercherebbe .. pulizie|muratore|badante|lavoro|case|tutto|qualcosa",
      "qualcuno ha bisogno|serve|cerca",
      "raccomandat/emi|mettete una buona parola",
      "auguri a|di mio|mia|buon compleanno",
      "divido|dividere|condivid/o/ere .. spese|benzina|casa|viaggio",
      "baby sitter .. disponibil*|offro|cerco",
      "vorrei conoscere|cerco amicizia|compagnia|anima+gemella",
    ],
  },
];
