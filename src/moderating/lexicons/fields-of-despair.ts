import type { WordSet } from "./word-list.ts";

/**
 * What despair is made of. None of these means anything alone; which of them mean it together is said in
 * `meetings-of-despair.ts`.
 */
export type DespairField =
  | "dying"
  | "wish"
  | "soon"
  | "senselessness"
  | "weariness"
  | "hopelessness"
  | "burden"
  | "farewell"
  | "finality"
  | "means"
  | "loss"
  | "someone-near";

const field = (kind: DespairField, note: string, say: readonly string[]): WordSet<DespairField> => ({
  kind,
  target: "writer",
  strength: "weak",
  note,
  say,
});

export const fieldsOfDespair: readonly WordSet<DespairField>[] = [
  field("dying", "ending one's life, in plain words or in those that people hide it behind", [
    "morire|crepare|sparire|scomparire|svanire|spegnermi|suicidarmi|suicidarsi|suicidio|suicida",
    "muoio|sparisco|sparissi|scompaio|scomparissi|morissi|crepassi",
    "ammazzarmi|ammazzarsi|mi+ammazzo|uccidermi|uccidersi|mi+uccido|impiccarmi|impiccarsi|spararmi|spararsi|buttarmi|buttarsi|gettarmi|gettarsi|lanciarsi",
    "farla|faccio|facciamo|fa|fatta|farò finita",
    "finirla|chiuderla",
    "la chiudo|finisco qui|tutto|subito|stasera|stanotte|oggi",
    "chiudere|chiudo|chiuso con tutto|la+vita|tutti|questa+vita",
    "toglier/mi/si|tolgo|levarmi|levarsi|levo la|di|dal vita|mezzo|torno|mondo",
    "togliermela|togliersela",
    "andarmene|andarsene|me+ne+vado|me+ne+andrò|me+ne+andassi per+sempre|in+silenzio|via+da+tutto|da+questo+mondo|lontano+da+tutti|e+basta",
    "non esserci|esistere|svegliarmi|risvegliarmi|vivere|campare|alzarmi",
    "non esserci|svegliarmi piu",
    "non mi sveglio|svegliassi|svegliasse|alzo|risvegliassi",
    "non ci saro|sarò|fossi|sia|sarei",
    "non|nun viv/o/rò|campa*|campo|campà|murì|voglio piu? vivere|campà|campare|viv*|stare",
    "smettere|smetto di vivere|respirare|esistere|soffrire|lottare",
    "dormire|addormentarmi|riposare per sempre|e+non|senza+svegliarmi",
    "lascio|lasciare|abbandono|abbandonare questo|sto mondo|vita",
    "muri|murì|murire|murì|muriri|morì|accidermi|accirerme|accirermi|ammazzà|ammazzamme|buttamme|sparamme",
    "gesto estremo|disperato|insano",
    "l ultimo respiro",
    "raggiungere|raggiungo mia|mio|i+miei moglie|marito|mamma|papà|madre|padre|cari",
    "stare|stà|sta al mondo",
  ]),
  field("wish", "wanting, weighing or having decided something", [
    "voglio|vorrei|volevo|vorrei+solo|vuole|vulesse|vuless|vojo|vogghiu|vurria",
    "io~pensare|pensando|pensato|pensier/o/i",
    "ho+deciso|decido|deciso|sto+decidendo",
    "preferirei|preferisco|desidero|desiderio|sogno|spero|prego",
    "meglio|più+facile|più+semplice|piu+facile|piu+semplice|tanto+vale|basterebbe|convien/e|soluzione|unica+via|liberazione|sollievo",
    "voglia|tentazione|tentat/o/a|tentativo|provat/o/a|prova+a|idea",
    "sarebbe un attimo",
  ]),
  field("weariness", "being at the end of one's strength", [
    "stanc/o/a/hissimo/hissima|stremat/o/a|sfinit/o/a|esaust/o/a|distrutt/o/a|svuotat/o/a|consumat/o/a|logor/o/a|sposs*",
    "a pezzi|terra",
    "non|nun|nn ce+la+faccio|ce+a+faccio|c+a+faccio|cia+faccio|ce+a+facc|c+a+facc|gliela+faccio|reggo|resisto|sopporto+piu|sopporto+più",
    "non|nun|nn riesco nemmeno|neanche|manco? piu? a|ad? alzarmi|dormire|mangiare|respirare|andare+avanti|vivere|smettere|uscire+di+casa|vedere",
    "non|nun|senza|nn .. forz/a/e|energi/a/e|voglia",
    "finit/e/o/a le? forze|energie|speranze|lacrime|voglia|tutto",
    "io~crollare|crollando|sono+crollato|sono+crollata|mi+arrendo|arrendermi|mollo|mollare+tutto|affondo|affondando|annego",
    "al limite|capolinea|fondo",
    "toccato il fondo",
    "stremo",
    "~piangere|piango|piangendo|pianto",
    "depress/o/a/ione|ansia|panico|angoscia|insonnia|notti|disperat/o/a|disperazione",
    "non dormo|mangio|esco|parlo",
    "sto|stò|sta male|malissimo|impazzendo|crollando",
  ]),
  field("hopelessness", "the writer sees no worth in their own life and no way on", [
    "senza|piu .. scopo|futuro|speranz/a/e|motivo|ragione di|per|davanti|vivere|andare+avanti|continuare",
    "vi/a|via d uscita",
    "a che|cosa serv/e/o|pro|vale vivere|continuare|alzarmi|andare+avanti|lottare|campare|provarci|tutto+questo",
    "che .. campo|camp*|vivo|viv*|sto a far|fare|fa",
    "non serv/o a? niente|nulla|piu|nessuno",
    "mi|sono|so|son sento? un|uno|una? inutil/e|fallit/o/a|fallimento|nullita|scarto|invisibile|zero|nessuno|rifiuto|vuot/o/a",
    "a|ha nessuno .. import*|freg*|interess*|manc*",
    "sol/o/a al mondo|come+un+cane|e+basta",
    "sono|so sol/o/a|sul/o",
    "pers/o/a tutto|ogni+speranza|la+voglia|voglia|la+speranza|anche+la+voglia",
    "finit/o/a tutto anche? e? la? voglia|anche",
    "anche la voglia",
    "è tutto buio|nero|crollato",
    "baratro|nel+buio|nel+vuoto|nel+tunnel",
    "non vedo|trovo .. uscita|luce|futuro|soluzion*",
  ]),
  field("senselessness", "nothing makes sense, nobody cares: said of life, and of offices as well", [
    "non|nessun|niente|nulla .. senso|scopo",
    "che senso|scopo ha|avrebbe",
    "tanto non serve|cambia|vale a? niente|nulla|piu",
    "nient/e|nulla da perdere",
    "nessuno mi|ci|se .. vuol*|cerc*|aiut*|chiam*|ascolt*|kiam*|capisc*|accorg*|manc*|cred*|guard*",
    "mi sento sol/o/a",
  ]),
  field("burden", "being a weight on others, who would be better off", [
    "~pesare|peso|di+troppo|d+impiccio|zavorra",
    "senza di? me",
    "starebbero|starebbe|stareste|sarebbero|stanno|vivrebbero|vivono .. meglio|liberi|sollevati|tranquilli",
    "mi vergogno|vergogna davanti|con|di+guardare",
    "liberer/ei/o|liberarvi|liberarli|liberare di+me|della+mia|tutti",
  ]),
  field("farewell", "taking leave of people", [
    "addio",
    "vi|ti saluto|abbraccio|chiedo+perdono|ho+voluto+bene|lascio",
    "saluto|salutatemi|salutate|ciao a? tutti|tutte|mamma|amici|mondo|figli|miei",
    "perdon/atemi/ami/ate|scus/atemi/ate|perdono",
    "dite|ditelo|dì ai|a|al|alla miei|mia|mio|mamma|figli|moglie|marito",
    "ricordatevi|ricordatemi|abbiate|pensate di|cura|a+me",
    "letter/a|bigliett/o|testamento",
    "ultim/o/a messaggio|lettera|volta|giorno|notte|natale|saluto|sera|compleanno|post|commento|parola|parole",
    "quando leggerete|leggerai|troverete",
    "grazie di|per tutto",
  ]),
  field("finality", "never again", [
    "per sempre",
    "mai piu",
    "non|nn .. disturb*|vedrete|sentirete|troverete|romper*|vi+do|dare+fastidio .. piu|mai|nessuno",
    "non .. disturb*|dare+fastidio|pes*",
    "è|e|sara il|l mio? ultim/o/a",
  ]),
  field("soon", "a time that is set", [
    "stasera|stanotte|da+domani|domani|da+stasera|tra+poco|fra+poco|questa+notte|questa+sera|questa+volta|stavolta|oggi",
  ]),
  field("means", "places and things by which people end their lives", [
    "guard/o/avo|fiss/o/avo|davanti|sopra|sul|sui|dal|dai|dalla|nel|sotto .. ponte|viadotto|binari|binario|fiume|lago|balcone|tetto|cornicione|finestra|pozzo|dirupo|quarto+piano|quinto+piano|sesto+piano|scogliera",
    "sotto a? un|il|al|una|la treno|metro|camion",
    "corda|cappio|lametta|lamette|vene|tubo+di+scarico",
    "pastiglie|pillole|pasticche|sonniferi|tranquillanti|barbiturici|veleno|topicida|candeggina",
  ]),
  field("loss", "what people lose before they lose hope", [
    "sfratt/o/ato/ati/ata/ano|sfratto",
    "pers/o/a|perdere|perduto il|la|mia|mio|tutto lavoro|casa|moglie|marito|famiglia|figli|e",
    "licenziat/o/a/i|licenziamento|disoccupat/o/a|cassa+integrazione|fallita|fallimento",
    "chius/o/a .. fabbrica|ditta|azienda|bottega|negozio|attività|attivita",
    "senza lavoro|casa|soldi|un+euro|stipendio|niente|reddito|nessuno|corrente",
    "debit/i|mutuo|bollette|pignora*|strozzini|usura",
    "staccat/o/a|stacc/ano|tagliat/o/a|taglian/o .. luce|gas|acqua|corrente|riscaldamento",
    "dorm/o/iamo|viv/o/iamo in macchina|auto|strada|stazione|garage|furgone",
    "separazione|separat/o/a|lutto|vedov/o/a",
  ]),
  field("someone-near", "somebody else whom the writer is afraid for", [
    "mi/o/a|mie/i|nostr/o/a|suo|sua @kin",
    "@kin di|del|della",
    "un|una|un+mio|una+mia|mio|mia|il+mio|la+mia .. amic/o/a|vicin/o/a|collega|conoscente|compagn/o/a|ragazz/o/a|inquilin/o/a|parente",
    "un|una signore|signora|persona|ragazz/o/a|uomo|donna",
  ]),
];
