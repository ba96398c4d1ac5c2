/** Something that one of the people does by itself: under the newest post, or in private. */
export interface Scene {
  /** `key` of the person. */
  who: string;
  where: "comment" | "private";
  text: string;
}

/**
 * What people write to a public employment service, in an order in which nothing grave comes twice in a row: mostly
 * questions and thanks, now and then what somebody has to look at. Names, numbers and addresses are invented.
 */
export const SCENES: readonly Scene[] = [
  { who: "anna", where: "comment", text: "Buongiorno, fino a che giorno si può fare domanda?" },
  { who: "youssef", where: "private", text: "Buonasera, è ancora aperta? Ho il patentino del muletto." },
  { who: "luca", where: "comment", text: "Sempre contratti di tre mesi, è una vergogna." },
  { who: "olena", where: "comment", text: "È part-time? Si arriva anche con il treno?" },
  {
    who: "giorgio",
    where: "comment",
    text: "Interessa mia figlia, chiamatela pure al 347 555 0123 o scrivete a figlia@posta.example",
  },
  { who: "niccolo", where: "comment", text: "Va bene anche senza esperienza? 🙏" },
  {
    who: "olena",
    where: "private",
    text: "Vorrei fare istanza di accesso agli atti della graduatoria, come si fa?",
  },
  { who: "luca", where: "comment", text: "Ok, scusate, era scritto sotto. Grazie!" },
  {
    who: "anna",
    where: "private",
    text: "Posso iscrivermi al corso se prendo già la NASpI?",
  },
  {
    who: "giorgio",
    where: "comment",
    text: "GUADAGNA DA CASA 300 euro al giorno, scrivimi su WhatsApp +44 7700 900123, posti limitati!!!",
  },
  { who: "youssef", where: "comment", text: "Serve la patente B oppure basta la A?" },
  {
    who: "niccolo",
    where: "private",
    text: "Ho perso il lavoro, ho perso la casa, non vedo più una via d'uscita. Non ce la faccio più a vivere così.",
  },
  { who: "anna", where: "comment", text: "Grazie, siete stati gentilissimi." },
  {
    who: "luca",
    where: "comment",
    text: "Siete tutti dei ladri e degli incapaci, andate a lavorare davvero.",
  },
  {
    who: "giorgio",
    where: "private",
    text: "Chiedo la cancellazione di tutti i miei dati personali, ai sensi dell'articolo 17 del GDPR.",
  },
  { who: "olena", where: "comment", text: "Dove devo portare i documenti?" },
  {
    who: "luca",
    where: "comment",
    text: "Tornatevene tutti al vostro paese, qui il lavoro è per gli italiani, animali.",
  },
  { who: "youssef", where: "private", text: "مرحبا، هل هذا العمل ما زال متاحا؟" },
  { who: "niccolo", where: "comment", text: "👍👍👍" },
  {
    who: "anna",
    where: "private",
    text: "Il corso è anche per chi ha 58 anni? Ho sempre lavorato in ufficio.",
  },
];
