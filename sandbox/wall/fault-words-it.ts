import type { Words } from "./words.ts";

export const FAULT_WORDS: Words["faults"] = {
  "lost-after": {
    title: "Risposta persa dopo aver pubblicato",
    imitates: "Il post esce, ma la connessione cade prima della risposta.",
  },
  "error-2-after": {
    title: "Errore 500, ma ha pubblicato",
    imitates: "Risponde «riprova più tardi» (codice 2) anche se il post è uscito.",
  },
  "error-1-99-after": {
    title: "Errore ignoto, ma ha pubblicato",
    imitates: "Risponde «errore sconosciuto» (codice 1/99) anche se il post è uscito.",
  },
  "html-502-after": {
    title: "Pagina 502, ma ha pubblicato",
    imitates: "Un intermediario risponde in HTML dopo che il post è uscito.",
  },
  "truncated-after": {
    title: "Risposta troncata",
    imitates: "Il post esce, ma arriva solo metà della risposta JSON.",
  },
  "no-id-after": {
    title: "Risposta senza identificativo",
    imitates: "Il post esce e la risposta è 200, ma vuota: manca l'id.",
  },
  "lost-before": {
    title: "Connessione caduta prima",
    imitates: "La connessione cade senza che sia uscito nulla.",
  },
  unavailable: {
    title: "Servizio non disponibile",
    imitates: "Risponde 503 in JSON (codice 2) e davvero non pubblica.",
  },
  "html-502": {
    title: "Pagina 502",
    imitates: "Un intermediario risponde in HTML al posto di Facebook e nulla è uscito.",
  },
  "rate-limit-80001": {
    title: "Limite della Pagina (80001)",
    imitates: "Troppe chiamate su questa Pagina: frenata per 30 secondi, annunciati nell'intestazione.",
  },
  "rate-limit-32": {
    title: "Limite della Pagina (32)",
    imitates: "La forma più vecchia dello stesso limite, per 30 secondi.",
  },
  "app-limit-4": {
    title: "Limite dell'app (4)",
    imitates: "L'intera app ha chiamato troppo: 30 secondi di attesa.",
  },
  "permission-lost": {
    title: "Permesso tolto (200)",
    imitates: "Qualcuno ha revocato all'app il permesso di pubblicare.",
  },
  "blocked-368": {
    title: "Blocco per abuso (368)",
    imitates: "Facebook giudica troppo veloce o scorretto il comportamento dell'app.",
  },
  "scrape-failed": {
    title: "Anteprima impossibile (1609005)",
    imitates: "Il visitatore automatico non riesce a leggere la pagina collegata.",
  },
  "invalid-100-trace-490": {
    title: "Parametro non valido (100)",
    imitates: "Un rifiuto comune, il cui codice di traccia contiene per caso «490».",
  },
  slow: { title: "Risposta lenta", imitates: "Il post esce subito, la risposta arriva dopo 10 secondi." },
  "slow-before": {
    title: "Esecuzione lenta",
    imitates: "Il post esce dopo 10 secondi, anche se chi ha chiamato se n'è già andato.",
  },
  hold: {
    title: "Chiamata trattenuta",
    imitates: "La richiesta resta ferma prima di agire finché non la si lascia andare.",
  },
  "hold-after": {
    title: "Risposta trattenuta",
    imitates: "Il post esce, la risposta resta ferma finché non la si lascia andare.",
  },
  "token-expired": {
    title: "Token scaduto (190/463)",
    imitates: "Il token della Pagina non vale più finché non è rinnovato.",
  },
  "token-password": {
    title: "Password cambiata (190/460)",
    imitates: "Chi ha collegato la Pagina ha cambiato la password.",
  },
  "upload-cut": {
    title: "Caricamento interrotto",
    imitates: "Di un video arriva la metà, poi la connessione cade.",
  },
  "film-refused": {
    title: "Video rifiutato (6000)",
    imitates: "Il video arriva tutto, ma l'elaborazione finisce con un errore.",
  },
  "read-lag": {
    title: "Letture in ritardo",
    imitates: "Chi rilegge la Pagina non vede ancora i post appena usciti.",
  },
};
