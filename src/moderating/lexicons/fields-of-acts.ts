import type { WordSet } from "./word-list.ts";

/**
 * Speech acts towards an office: a verb by which somebody does something, and what it is done to. Which of them meet
 * is said in `meetings-of-acts.ts`.
 */
export type ActField =
  | "performing"
  | "act-in-law"
  | "compelling"
  | "erasing"
  | "disclosing"
  | "knowing"
  | "keeping"
  | "own-data";

const field = (kind: ActField, note: string, say: readonly string[]): WordSet<ActField> => ({
  kind,
  target: "institution",
  strength: "weak",
  note,
  say,
});

export const fieldsOfActs: readonly WordSet<ActField>[] = [
  field("performing", "doing by saying: the verbs by which a formal act is done", [
    "io~presentare|io~depositare|io~formulare|propong/o/iamo|io~inoltrare|io~trasmettere|io~notificare|io~comunicare|io~dichiarare|io~contestare|io~impugnare|io~rinunciare|io~ritirare|io~revocare|io~confermare|io~allegare|io~inviare|io~spedire|io~sollecitare",
    "chied/o/iamo|richied/o/iamo|esig/o/iamo|pretend/o/iamo|esercit/o/iamo|eccepi/sco|rassegn/o",
    "mi|ci oppong/o/iamo|dimett/o/iamo|avvalgo",
    "si|con richiede|comunica|trasmette|chiede|allega|inoltra|presente|contesta|diffida",
    "intend/o/iamo|vogli/o/amo|vorrei|desidero presentare|proporre|impugnare|contestare|rinunciare|recedere|ritirare|revocare|depositare|opporre|opporci|oppormi|dimettermi|esercitare|ricorrere",
    "vale|valga|valgono come|quale",
    "in allegato|qualita",
    "il|la mia assistit/o/a|client/e",
    "a nome|per+conto di|del|della|mio",
  ]),
  field("act-in-law", "what has effects in law", [
    "istanz/a/e|ricors/o/i|reclam/o/i|diffid/a|impugnazione|opposizion/e|espost/o/i|autotutela|querel/a/e|osservazion/i|controdeduzion/i|memori/a/e",
    "riesame|ricalcolo|riconteggio|annullamento|revoca|rettifica|riammissione|reintegro|sospensione|proroga|esclusione|decadenza|provvediment/o/i|verbal/e/i",
    "dimission/i|recesso|rinuncia|disdetta|risoluzione|preavviso",
    "atti|copia+conforme|copia+autentica|documentazione+integrativa|documentazione+richiesta|integrazione",
    "domanda di|n|numero|per partecip*|ammission*|contribut*|concessione|concorso|iscrizione|indennita|n",
    "candidatura|adesione|domanda dall|dalla|dal|all|al|alla avviso|bando|concorso|selezione|graduatoria|procedura",
    "posto|incarico|tirocinio|contratto|patto per|al|di|del|dal .. avviat/o/a|assegnat/o/a|quale|servizio",
    "l|legge|articolo|art 241|_ 90",
    "delega|procura|atto+notorio|dichiarazione+sostitutiva|autocertificazione",
    "comunicazione|notifica|richiesta ufficiale|formale|scritta",
  ]),
  field("compelling", "ordering an office to act, or else", [
    "vi|ti|l+ente|codesto|la intim/o/iamo|ingiung/o/iamo|diffid/o/iamo|costitu/isco/iamo|invit/o+formalmente|mett/o/iamo+in+mora",
    "vi mett/o/iamo|metto in mora",
    "atto di citazione",
    "decors/i/o .. giorni|termine|quali",
    "adir/o/emo|giudice del+lavoro|ordinario|di+pace",
    "entro _ giorni pena|dal|decors*|in+difetto|altrimenti+procedo",
  ]),
  field("erasing", "making an office forget, stop or correct", [
    "~cancellare|~eliminare|~rimuovere|rimoss/o/a/i|toglie/te/re/temi|togliermi|toglietemi|tolt/o/a/i|distrugg/ete/ere|~oscurare|~rettificare|corregg/ete/ere/a|corrett/o/a/i|sparire|sparisca|spariscano|spariscono",
    "~revocare|~ritirare|nego|oppongo|opposizione",
    "non autorizzo|consento|voglio|acconsento|desidero",
    "diritto|oblio",
  ]),
  field("disclosing", "an office that passed on, published or read what it holds", [
    "avete|hanno|ha|abbiate|aver|avrete|avendo .. dat/o/i|passat/o/i|girat/o/i|comunicat/o/i|inoltrat/o/i|fornit/o/i|cedut/o/i|vendut/o/i|mandat/o/i|inviat/o/i|mostrat/o/i|dett/o|rivelat/o|diffus/o/i|pubblicat/o/i|mess/o/i|scritt/o/i|condivis/o/i|usat/o/i",
    "mess/o/i in copia|chiaro|cc|piazza",
    "lo|li|la legg/e/ono|sann/o|ved/e/ono tutt/i/o|il|tutto",
    "con quale|che diritto|autorizzazione|permesso",
    "chi vi|ha ha+dato|autorizzat/o",
  ]),
  field("knowing", "wanting to know what an office holds", [
    "sapere|conoscere|ricevere|ottenere|avere|vedere|visionare|consultare|accedere|scaricare|esportare",
    "copia|elenco|accesso|portabilita",
    "quali|che|quante|chi|dove|quanto",
  ]),
  field("keeping", "an office that holds", [
    "avete|conservate|tenete|possedete|detenete|trattate|archiviate|registrato|registrati|memorizzat*|raccolt/o/i|raccogliete|risultano|custodite",
    "vostr/i/o/a/e archiv/io/i|sistem/i/a|banc/a/he|database|regist/ri/ro|server|elenchi|elenco|liste|lista",
    "sul mio conto",
    "su|di me",
  ]),
  field("own-data", "what is the writer's own", [
    "mi/o/a/ei/e|nostr/o/a/i/e|propri/o/a/i dat/o/i|numero|telefono|cellulare|indirizzo|mail|email|recapito|recapiti|contatto|contatti|profilo|nominativo|nome|fascicolo|scheda|curriculum|cv|anagrafica|informazion/e/i|account|generalita|residenza|foto|immagine|volto|busta|stipendio|isee|iban|codice|malattia|invalidita|diagnosi|disabilita|salute|data",
    "informazioni|dati|notizie person/ali|sensibili|anagrafic/i",
    "dati|informazioni|notizie|cose .. mio|me|miei|riguard*",
    "che ho l|la|un|una invalidita|malattia|disabilita|104|tumore|depressione",
    "fascicolo|profilo|scheda personale",
  ]),
];
