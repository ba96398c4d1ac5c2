import type { FieldName, FormReason } from "../editor-form.ts";
import type { Language } from "./words.ts";

/** The words of the editors' pages. */
export const editorWords = {
  it: {
    title: "Redazione",
    intro: "Ciò che si pubblica qui compare subito sul portale e nei suoi feed.",
    newItem: "Nuova notizia",
    editItem: "Modifica la notizia",
    publish: "Pubblica",
    save: "Salva le modifiche",
    withdraw: "Ritira la notizia",
    withdrawWarning: "La pagina non sarà più raggiungibile e la notizia uscirà dai feed.",
    withdrawConfirm: "Sì, ritira dal portale",
    required: "obbligatorio",
    errorsTitle: "Prima di pubblicare c'è qualcosa da correggere",
    latest: "Ultime notizie",
    edit: "Modifica",
    backToEditorial: "Redazione",
    viewItem: "Vedi sul portale",
    practice: "Banco di prova",
    stream: "Flusso di notizie",
    streamOn: "Acceso: una notizia ogni",
    streamOff: "Spento: il portale pubblica solo ciò che si scrive qui.",
    seconds: "secondi",
    everySeconds: "Secondi tra una notizia e l'altra",
    startStream: "Avvia",
    changeStream: "Cambia ritmo",
    pauseStream: "Metti in pausa",
    faults: "Guasti del feed",
    faultsIntro: "Per vedere come si comporta chi legge il feed quando il portale ha un problema.",
    faultNow: "In corso:",
    faultNone: "Nessun guasto: i feed rispondono bene.",
    faultChoose: "Guasto da simulare",
    faultTimes: "Per quante letture",
    once: "una",
    fiveTimes: "cinque",
    untilOff: "finché non lo spengo",
    switchOn: "Accendi",
    switchOff: "Spegni il guasto",
    done: {
      published: "Notizia pubblicata.",
      saved: "Modifiche salvate.",
      withdrawn: "Notizia ritirata.",
      stream: "Flusso aggiornato.",
      fault: "Guasti aggiornati.",
    },
  },
  en: {
    title: "Editors",
    intro: "What is published here appears at once on the portal and in its feeds.",
    newItem: "New piece of news",
    editItem: "Edit the news",
    publish: "Publish",
    save: "Save changes",
    withdraw: "Withdraw the news",
    withdrawWarning: "Its page will no longer be reachable and it will leave the feeds.",
    withdrawConfirm: "Yes, withdraw it",
    required: "required",
    errorsTitle: "Something must be corrected before publishing",
    latest: "Latest news",
    edit: "Edit",
    backToEditorial: "Editors",
    viewItem: "See it on the portal",
    practice: "Practice bench",
    stream: "Stream of news",
    streamOn: "On: one piece of news every",
    streamOff: "Off: the portal publishes only what is written here.",
    seconds: "seconds",
    everySeconds: "Seconds between one and the next",
    startStream: "Start",
    changeStream: "Change pace",
    pauseStream: "Pause",
    faults: "Faults of the feed",
    faultsIntro: "To see what a reader of the feed does when the portal has a problem.",
    faultNow: "In force:",
    faultNone: "No fault: the feeds answer well.",
    faultChoose: "Fault to imitate",
    faultTimes: "For how many reads",
    once: "one",
    fiveTimes: "five",
    untilOff: "until I switch it off",
    switchOn: "Switch on",
    switchOff: "Switch the fault off",
    done: {
      published: "Published.",
      saved: "Changes saved.",
      withdrawn: "Withdrawn.",
      stream: "Stream updated.",
      fault: "Faults updated.",
    },
  },
} as const;

export type Done = keyof (typeof editorWords)["it"]["done"];

interface FieldWords {
  label: string;
  hint?: string;
}

export const fieldWords: Record<FieldName, Record<Language, FieldWords>> = {
  kind: { it: { label: "Tipo" }, en: { label: "Kind" } },
  title: {
    it: { label: "Titolo", hint: "La figura nelle due forme, come «Magazziniere/a»" },
    en: { label: "Title", hint: "The role in both forms, such as “Magazziniere/a”" },
  },
  place: { it: { label: "Comune" }, en: { label: "Municipality" } },
  employer: {
    it: { label: "Chi cerca", hint: "Vuoto se l'azienda è riservata" },
    en: { label: "Employer", hint: "Empty if the employer is not to be named" },
  },
  contract: { it: { label: "Contratto" }, en: { label: "Contract" } },
  deadline: { it: { label: "Scadenza" }, en: { label: "Deadline" } },
  reference: {
    it: { label: "Riferimento", hint: "Se vuoto, lo assegna il portale" },
    en: { label: "Reference", hint: "If empty, the portal gives one" },
  },
  text: {
    it: {
      label: "Testo",
      hint: "Una riga vuota divide i paragrafi; le righe che iniziano con «- » fanno un elenco",
    },
    en: { label: "Text", hint: "An empty line parts paragraphs; lines that start with “- ” make a list" },
  },
};

/** What to correct, in a sentence that also says how. */
export const reasonWords: Record<FormReason, Record<Language, string>> = {
  "kind-unknown": {
    it: "Scegliere il tipo di notizia dall'elenco.",
    en: "Choose the kind of news from the list.",
  },
  "title-short": {
    it: "Scrivere un titolo di almeno 5 caratteri.",
    en: "Write a title of at least 5 characters.",
  },
  "title-long": {
    it: "Accorciare il titolo: al massimo 200 caratteri.",
    en: "Shorten the title: at most 200 characters.",
  },
  "place-missing": {
    it: "Indicare il comune: solo gli avvisi possono farne a meno.",
    en: "Give the municipality: only notices can do without.",
  },
  "field-long": { it: "Accorciare: al massimo 120 caratteri.", en: "Shorten it: at most 120 characters." },
  "deadline-not-a-day": {
    it: "Scrivere la scadenza come giorno esistente, anno-mese-giorno (2026-12-04).",
    en: "Write the deadline as an existing day, year-month-day (2026-12-04).",
  },
  "deadline-past": {
    it: "La scadenza è già passata: indicare un giorno da oggi in poi.",
    en: "The deadline has passed: give a day from today on.",
  },
  "reference-form": {
    it: "Scrivere il riferimento con lettere maiuscole, cifre, trattini o barre, come VDL-2026-0412.",
    en: "Write the reference with capital letters, digits, hyphens or slashes, such as VDL-2026-0412.",
  },
  "reference-taken": {
    it: "Questo riferimento è già di un'altra notizia sul portale.",
    en: "Another piece of news on the portal already has this reference.",
  },
  "text-short": {
    it: "Scrivere il testo: almeno 20 caratteri.",
    en: "Write the text: at least 20 characters.",
  },
  "text-long": {
    it: "Accorciare il testo: al massimo 8.000 caratteri.",
    en: "Shorten the text: at most 8,000 characters.",
  },
};
