import type { AnswerWords } from "./words.ts";

const elsewhere =
  "Rispondi dalla casella della Pagina (Meta Business Suite): la risposta arriva qui da sola. Oppure telefona, o indica telefono e PEC della sede in una risposta pubblica.";

export const it: AnswerWords = {
  notice: {
    automatic: "Messaggio automatico.",
    text: `Abbiamo ricevuto il suo messaggio, grazie. Le risponde una persona {by}.
I messaggi inviati qui non vengono protocollati.
Per istanze, reclami e comunicazioni ufficiali: PEC {pec}.
Telefono: {telephone}.
E-mail: {email}.
Sportello: {address}.
{authority}`,
    inNeed: `Abbiamo ricevuto le sue parole. Una persona le legge appena possibile, ma a ufficio chiuso può volerci del tempo.
Se adesso sta male o è in pericolo non aspetti noi: c'è chi l'ascolta subito.`,
  },
  closed: {
    "nothing-public": {
      happened: "È una conversazione privata: non c'è nulla di pubblico a cui rispondere.",
      toDo: "Rispondi con un messaggio.",
    },
    "no-private-talk": {
      happened: "Con questa persona non c'è ancora una conversazione privata.",
      toDo: "Rispondi in pubblico, oppure con la risposta privata al commento.",
    },
    removed: {
      happened: "Quello che ha scritto non c'è più: sotto non si può rispondere.",
      toDo: "Se serve, chiudi la conversazione.",
    },
    "person-unknown": {
      happened: "Facebook non dice chi ha scritto, perciò non si può scrivere in privato.",
      toDo: "Rispondi in pubblico.",
    },
    "person-blocked": {
      happened: "Questa persona è bloccata: non le si può scrivere in privato.",
      toDo: "Rispondi in pubblico, o togli prima il blocco.",
    },
    "replied-privately": {
      happened: "A questo commento è già stata data la sola risposta privata che Facebook permette.",
      toDo: "Rispondi in pubblico, o aspetta che la persona scriva in privato.",
    },
    "private-reply-over": {
      happened: "Sono passati più di sette giorni dal commento: la risposta privata non è più possibile.",
      toDo: "Rispondi in pubblico.",
    },
    "window-over": {
      happened:
        "Sono passate più di 24 ore dall'ultimo messaggio, e Facebook non ha concesso a questa app di rispondere più tardi.",
      toDo: elsewhere,
    },
    "human-window-over": {
      happened: "Sono passati più di sette giorni dall'ultimo messaggio: Facebook non lascia più rispondere.",
      toDo: elsewhere,
    },
    "automatic-too-late": {
      happened: "Sono passate più di 24 ore: un messaggio automatico non può più partire.",
      toDo: "Rispondi di persona.",
    },
    "held-by-another-app": {
      happened: "In questo momento la conversazione è in mano a un'altra app della Pagina.",
      toDo: "Rispondi da lì, o aspetta che la restituisca: la risposta arriva qui da sola.",
    },
  },
};
