/** What people ask of an item. */
export type AskedFact =
  | "deadline"
  | "still-open"
  | "how-to-apply"
  | "place"
  | "contract"
  | "hours"
  | "pay"
  | "requirements"
  | "reference"
  | "employer"
  | "contacts"
  | "changed"
  | "details";

interface Cues {
  weight: number;
  say: readonly string[];
}

/** Phrases as moderating/reading/phrase.ts explains them, Italian with its dialects and English. */
export const askedWords: Record<AskedFact, readonly Cues[]> = {
  deadline: [
    {
      weight: 4,
      say: [
        "scadenz/a/e",
        "quando .. scad/e/ono|chiude|chiudono|termin/a/ano|finisce",
        "scad/e/ono quando|il",
        "fino|sino a quando|che+giorno|che+data|che|quale",
        "entro quando|quale|che",
        "ultim/o giorno",
        "deadline",
        "when .. close|closes|end|ends|expire|expires|due",
        "closing date",
        "last day",
        "until|till when",
        "apply by",
        "quann .. scad*|scadenz/a",
        "quando|quann|quanno scad*",
        "quanto tempo .. per|ho|abbiamo|resta|rimane",
        "fin quand|quando",
      ],
    },
  ],
  "still-open": [
    {
      weight: 4,
      say: [
        "ancora .. apert/a/e/o/i|valid/a/o/e|disponibil/e/i|attiv/a/o|posti|tempo|candidar*|domand/a",
        "è|e|sono|sta ancora",
        "posti ancora|liber/i|disponibil/i",
        "c|ci è|e|sono ancora",
        "già|gia chius/a/o|scadut/a/o|copert/o",
        "è|e chius/a/o|scadut/a/o",
        "still .. open|available|valid|apply|hiring",
        "already closed|expired",
        "is it|this open",
        "too late",
        "in tempo",
        "faccio in+tempo|ancora",
        "ancora|anca|anc .. un|post/o",
      ],
    },
  ],
  "how-to-apply": [
    {
      weight: 3,
      say: [
        "candidar*|candidat*",
        "candido|candidarmi|candidatura|candidarsi",
        "come|comm|cumm .. domanda|iscriv*|candid*|partecip*|fa+domanda|aderi*|cv|curriculum",
        "dove|addo|ndo|unni .. cv|curriculum|domanda|mand/o/are|invi/o/are|present/o/are+domanda",
        "mand/o/are|invi/o/are .. cv|curriculum|domanda|candidatura",
        "a chi .. mand*|invi*|cv|curriculum|rivolg*",
        "how .. apply|applying|application|register|enrol|enroll|sign",
        "where .. apply|cv|send|resume",
        "send .. cv|resume|curriculum|application",
        "come si|posso|devo|faccio+a .. partecip*|fare+domanda|iscriv*|prenot*",
        "che|cosa devo+fare|bisogna+fare",
        "presentare domanda|la",
        "prenotar*",
      ],
    },
  ],
  place: [
    {
      weight: 3,
      say: [
        "dove|addo|ndo|unni si+trova|è|e|lavora|lavorerebbe|sarebbe|sta|si+lavora|si+svolge",
        "dov è|e|sarebbe",
        "in|a che|quale zona|citta|paese|comune|posto|sede",
        "sede|luogo .. lavoro",
        "che zona|citta|paese|parti|posto",
        "zona lavor/o",
        "where is|where+exactly|located",
        "where .. job|work|office|place",
        "which city|town|area|place",
        "location",
        "indirizzo .. lavoro|azienda|ditta",
        "quale paese|comune|sede",
      ],
    },
  ],
  contract: [
    {
      weight: 4,
      say: [
        "contratt/o/i",
        "tempo determinato|indeterminato",
        "determinato|indeterminato o",
        "che|quale tipo .. contratt/o|assunzione",
        "fisso o",
        "quanto dura|durata",
        "assun/ti/to/zione .. subito|tempo|indeterminat*|determinat*",
        "permanent|temporary|fixed",
        "contract",
        "stagionale o|oppure",
        "poi assumono|assumete",
      ],
    },
  ],
  hours: [
    {
      weight: 3,
      say: [
        "part|full time",
        "turn/o/i",
        "orari|orario .. lavoro|turni|si+lavora",
        "che|quali|quale orari|orario",
        "quant/e ore",
        "ore settimanali|settimana|giorno",
        "si lavora .. sabato|domenica|notte|festivi|weekend",
        "sabat/o .. lavor*|domenic*",
        "how many hours",
        "working hours",
        "shifts|shift",
        "weekend|weekends|nights",
        "giornata intera",
        "mezza giornata",
      ],
    },
  ],
  pay: [
    {
      weight: 4,
      say: [
        "stipendi/o",
        "retribuzion/e|retribuit/o|pagat/o|paga",
        "quant/o pag/a/ano|prend/ono/i|si+guadagna|danno|guadagn*|è+pagato|dann",
        "quanto si prende|piglia",
        "salary|wage|wages|pay|paid",
        "lordo|netto|lordi|netti",
        "ral",
        "quanto .. mese|ora",
      ],
    },
  ],
  requirements: [
    {
      weight: 3,
      say: [
        "requisit/o/i",
        "serv/e/ono .. patente|diploma|laurea|esperienza|attestato|patentino|titolo|isee|qualifica|haccp|inglese",
        "ci+vuole|occorre|bisogna|richiest/o/a|necessari/o/a .. patente|diploma|laurea|esperienza|attestato|patentino|titolo|avere",
        "senza esperienza|patente|diploma|titoli",
        "limiti|limite .. eta|anni",
        "che|quale titolo|eta|esperienza",
        "over 50|55|40|45|60",
        "requirements|qualifications",
        "need .. licence|license|experience|degree|diploma",
        "experience needed|required|necessary",
        "prendete|accettate|assumete|cercano .. over|anche|senza|stranieri",
        "patente serve|obbligatoria|necessaria",
      ],
    },
  ],
  reference: [
    {
      weight: 4,
      say: [
        "codice|numero .. offerta|annuncio|riferimento",
        "riferimento .. offerta|annuncio",
        "reference number|code",
        "rif",
      ],
    },
  ],
  employer: [
    {
      weight: 4,
      say: [
        "che|quale|quali azienda|ditta|impresa|datore|albergo|hotel",
        "nome .. azienda|ditta|albergo|hotel|datore|impresa",
        "chi è|e|assume|cerca .. azienda|ditta|datore|che",
        "chi assume|cerca",
        "chiama .. azienda|ditta|impresa|albergo",
        "azienda|ditta qual*|come+si+chiama|chi",
        "which|what company|employer|firm",
        "name .. company|employer|hotel",
        "who is .. hiring|employer",
      ],
    },
  ],
  contacts: [
    {
      weight: 3,
      say: [
        "numero .. telefono|telefonare|chiamare",
        "telefono",
        "telefonar*",
        "chiamar*|chiamo",
        "recapit/o/i",
        "contatt/o/i/are/arvi",
        "vostra|vostro|la|una mail|email|pec",
        "phone|telephone|contact",
        "call you|someone",
        "parlare con .. qualcuno|operatore|persona",
      ],
    },
  ],
  changed: [
    {
      weight: 4,
      say: [
        "prorog/a/ata/ato/he",
        "cosa|che .. cambiat/o|modificat/o",
        "è|e cambiat/o/a",
        "rettific/a/ata",
        "riapert/a/o|riapre",
        "extended",
        "what changed|has+changed",
        "changed",
        "spostat/a .. scadenza|data",
      ],
    },
  ],
  details: [
    {
      weight: 1,
      say: [
        "info|informazioni|dettagli",
        "maggiori|piu|altre informazioni|info|dettagli",
        "interessat/a/o",
        "mi interessa|interesserebbe",
        "details|information|interested",
        "link",
        "bando",
      ],
    },
  ],
};
