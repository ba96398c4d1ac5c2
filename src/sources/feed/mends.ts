/**
 * What can be mended in a feed, for the page of the source: a portal that knows its faults can repair them. Each with
 * the sentence people read.
 */
export const mendWords = {
  "wrong-charset-label": {
    it: "La codifica dei caratteri dichiarata non è quella usata: abbiamo letto quella vera.",
    en: "The declared character encoding is not the one in use: we read the real one.",
  },
  "broken-characters": {
    it: "Alcuni caratteri non erano validi nella codifica dichiarata.",
    en: "Some characters were not valid in the declared encoding.",
  },
  "text-before-feed": {
    it: "Prima dell'inizio del feed c'era altro testo (per esempio avvisi del server): lo abbiamo tolto.",
    en: "There was other text before the feed began (server warnings, for instance): we removed it.",
  },
  "control-characters": {
    it: "C'erano caratteri di controllo non ammessi: li abbiamo tolti.",
    en: "There were forbidden control characters: we removed them.",
  },
  "stray-signs": {
    it: "C'erano segni < o & non protetti: li abbiamo letti come testo.",
    en: "There were unescaped < or & signs: we read them as text.",
  },
  "undeclared-entities": {
    it: "C'erano entità HTML non dichiarate (come &agrave;): le abbiamo tradotte.",
    en: "There were undeclared HTML entities (such as &agrave;): we translated them.",
  },
  "own-entities": {
    it: "Il feed definisce entità proprie: per sicurezza non le espandiamo.",
    en: "The feed defines entities of its own: for safety we do not expand them.",
  },
  "unclosed-items": {
    it: "Alcune notizie non erano chiuse correttamente.",
    en: "Some items were not closed properly.",
  },
  "no-root": {
    it: "Mancava l'elemento iniziale del feed.",
    en: "The feed's outermost element was missing.",
  },
  truncated: {
    it: "Il feed è arrivato troncato: abbiamo preso solo le notizie complete.",
    en: "The feed arrived cut short: we took the complete items only.",
  },
  "empty-items": {
    it: "Alcune notizie erano senza titolo, testo e collegamento: le abbiamo tralasciate.",
    en: "Some items had no title, no text and no link: we left them out.",
  },
  "unreadable-dates": {
    it: "Alcune date non erano leggibili: le notizie restano senza data.",
    en: "Some dates could not be read: those items have no date.",
  },
  "too-many-items": {
    it: "Il feed contiene troppe notizie: abbiamo letto solo le prime.",
    en: "The feed holds too many items: we read the first ones only.",
  },
} as const satisfies Record<string, { it: string; en: string }>;

export type Mend = keyof typeof mendWords;
