import type { SignInWords } from "./words.ts";

const patience = (seconds: number) =>
  seconds < 90 ? `fra ${seconds} secondi` : `fra ${Math.ceil(seconds / 60)} minuti`;

export const it: SignInWords = {
  signIn: {
    title: "Entrate nella scrivania",
    email: "E-mail",
    password: "Password",
    button: "Entra",
    lost: "Avete dimenticato la password o perso il telefono? Chi amministra la scrivania del vostro ente vi dà un nuovo link.",
    over: "L'accesso è scaduto, oppure è stato chiuso da un altro posto. Entrate di nuovo: nulla è andato perso.",
    refused: "E-mail o password non sono giuste. Controllatele e riprovate.",
    wait: (seconds) => `Ci sono stati troppi tentativi sbagliati. Riprovate ${patience(seconds)}.`,
    busy: "In questo momento entrano in troppi. Riprovate fra qualche secondo.",
    nobodyYet:
      "Nessuno può ancora entrare: aprite il link che Bacheca scrive alla partenza sul terminale (o nel registro del servizio). Se non vale più, riavviate Bacheca: ne scrive un altro.",
  },
  code: {
    title: "Il codice",
    lead: "La password è giusta. Scrivete il codice di sei cifre che mostra la vostra app di autenticazione.",
    label: "Codice",
    hint: "Senza telefono: uno dei codici di riserva che avete conservato.",
    button: "Entra",
    refused:
      "Il codice non è giusto, o è già stato usato. Aspettate che l'app ne mostri uno nuovo e scrivete quello.",
    over: "È passato troppo tempo dalla password. Cominciate da capo.",
    back: "Ricomincia",
  },
  welcome: {
    first: {
      title: () => "Benvenuti in Bacheca",
      lead: "Siete i primi a entrare: con questo link diventate amministratori di tutta l'installazione. Subito dopo si imposta il secondo fattore.",
      button: "Crea il mio accesso",
    },
    invitation: {
      title: (name) => `Benvenuti, ${name}`,
      lead: "Siete stati invitati alla scrivania di Bacheca. Scegliete la password con cui entrerete.",
      button: "Crea il mio accesso",
    },
    reset: {
      title: () => "Una nuova password",
      lead: "La password di prima, il secondo fattore e gli accessi ancora aperti finiscono nel momento in cui confermate.",
      button: "Usa questa password",
    },
    name: "Nome e cognome",
    email: "E-mail",
    emailHint:
      "Con questa si entra. Se l'installazione ha la posta, qui arriva ciò che scegliete di ricevere.",
    password: "Password",
    passwordHint: "Almeno 12 caratteri: più parole a caso vanno bene. Nient'altro è obbligatorio.",
    again: "La password, ancora una volta",
    faultsTitle: "Da correggere:",
  },
  faults: {
    "name-missing": "Scrivete nome e cognome.",
    "email-not-usable": "L'e-mail non è scritta bene: nome, chiocciola, dominio.",
    "email-taken":
      "Con questa e-mail c'è già una persona invitata. Usatene un'altra, o il link del suo invito.",
    "passwords-differ": "Le due password non sono uguali: scrivetele di nuovo.",
    "password-short": "La password è troppo corta: almeno 12 caratteri.",
    "password-long": "La password è troppo lunga: al massimo 200 caratteri.",
    "password-easy": "La password è tra le prime che si provano. Prendete più parole che non stanno insieme.",
    "password-own-name":
      "La password è fatta del vostro nome o della vostra e-mail. Prendete parole che non dicono di voi.",
  },
  errorTitle: "Da correggere",
};
