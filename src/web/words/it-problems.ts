import { itHooks } from "./it-hooks.ts";
import type { Words } from "./words.ts";

export const itProblems: Words["problems"] = {
  "no-such-page": {
    title: "Pagina non trovata",
    detail: "A questo indirizzo non c'è nulla. Controllate come è scritto.",
  },
  "no-such-host": {
    title: "Questo nome non porta a nessun ente",
    detail: "Il nome nell'indirizzo non è di un ente di questa bacheca. Controlla di averlo scritto bene.",
  },
  "no-such-link": {
    title: "Questo collegamento non porta a nessuna notizia",
    detail:
      "Forse l'indirizzo è stato copiato a metà, oppure la notizia è stata tolta. Le notizie aggiornate sono sul portale dell'ente.",
  },
  "no-such-address": { title: "Indirizzo inesistente", detail: "Questo indirizzo dell'API non esiste." },
  "body-too-large": {
    title: "Troppo grande",
    detail:
      "La richiesta supera il limite. Dividetela in più invii, ciascuno con la propria Idempotency-Key.",
  },
  "wrong-media-type": {
    title: "Tipo di contenuto non accettato",
    detail: "Mandate JSON con Content-Type: application/json.",
  },
  "not-json": {
    title: "JSON non leggibile",
    detail: "Il corpo della richiesta è vuoto o non è JSON valido.",
  },
  "bad-request": { title: "Richiesta non valida", detail: "La richiesta è scritta in modo non valido." },
  "database-away": {
    title: "Un momento di pazienza",
    detail:
      "Il database non risponde. Bacheca si riprende da sola appena torna: riprovate tra qualche secondo.",
  },
  "our-fault": {
    title: "Qualcosa non ha funzionato",
    detail:
      "È un errore di Bacheca, ed è annotato nei suoi log. Nulla di ciò che era registrato è andato perso.",
  },
  "too-many-requests": {
    title: "Troppe richieste",
    detail: "Rallentate: l'intestazione Retry-After dice quanti secondi aspettare.",
  },
  "key-missing": {
    title: "Manca la chiave",
    detail: "Mandate la chiave dell'ente nell'intestazione Authorization: Bearer bch_…",
  },
  "key-unknown": {
    title: "Chiave non valida",
    detail:
      "La chiave non è conosciuta o è stata revocata. Se ne crea una con: bacheca api-key create ENTE NOME.",
  },
  "no-such-authority": {
    title: "Ente non trovato",
    detail: "Nessun ente di questo nome è raggiungibile con questa chiave.",
  },
  "idempotency-key-missing": {
    title: "Manca Idempotency-Key",
    detail:
      "Ogni invio porta un'intestazione Idempotency-Key scelta da voi (un UUID, per esempio). Ripetendo lo stesso invio con la stessa chiave non esce nulla due volte.",
  },
  "idempotency-key-too-long": {
    title: "Idempotency-Key non valida",
    detail: "La chiave ha da 1 a 200 caratteri ASCII visibili.",
  },
  "idempotency-key-reused": {
    title: "Idempotency-Key già usata",
    detail: "Questa chiave è già servita per un invio diverso. Per un invio nuovo usate una chiave nuova.",
  },
  "invalid-items": {
    title: "Notizie non valide",
    detail: "Nulla è stato registrato. L'elenco faults dice, voce per voce, che cosa correggere.",
  },
  "unknown-source": {
    title: "Portale non trovato",
    detail: "L'ente non ha una fonte di tipo push con questo nome.",
  },
  "source-stopped": {
    title: "Portale fermo",
    detail: "Questa fonte è stata fermata dall'ente e non accetta notizie.",
  },
  "desk-needs-https": {
    title: "La scrivania si apre solo con https",
    detail:
      "Le password non viaggiano in chiaro. Da altri posti la scrivania si apre da un indirizzo https: chi gestisce Bacheca lo imposta con BACHECA_PUBLIC_URL e riavvia. Da questo computer si apre con l'indirizzo 127.0.0.1.",
  },
  "not-your-role": {
    title: "Il vostro ruolo non lo permette",
    detail:
      "Questa pagina, o questo comando, è di un altro ruolo. Se vi serve, chiedete a chi amministra la scrivania del vostro ente di darvelo.",
  },
  "link-over": {
    title: "Questo link non vale più",
    detail:
      "Un link d'ingresso vale una volta sola e per poco tempo; quando se ne fa uno nuovo, quello di prima finisce. Chiedetene un altro a chi ve lo ha dato. Se lo avete già usato, entrate con e-mail e password.",
  },
  "metrics-only-here": {
    title: "Le metriche si leggono solo da questo computer",
    detail: "Da altri posti serve una password: impostate BACHECA_METRICS_PASSWORD e riavviate.",
  },
  "metrics-password": {
    title: "Serve la password delle metriche",
    detail: "Mandate un nome qualsiasi e la password impostata con BACHECA_METRICS_PASSWORD.",
  },
  "foreign-form": {
    title: "Richiesta non accettata",
    detail: "Il comando non arriva da una pagina di Bacheca. Tornate alla pagina Oggi e riprovate da lì.",
  },
  ...itHooks,
};
