import type { StarterWords } from "./starter-words.ts";

export const starterAnswers: StarterWords = {
  office: {
    title: "Dove siamo e come contattarci",
    text: "Buongiorno {nome},\nci trova allo sportello di {sede}, in {indirizzo}. Può anche telefonare al {telefono} o scrivere a {email}.",
  },
  enrolment: {
    title: "Iscriversi al Centro per l'impiego (DID)",
    text: "Buongiorno {nome},\nper iscriversi come persona disoccupata serve la dichiarazione di immediata disponibilità (DID). Si fa online con SPID o CIE, oppure allo sportello di {sede} con un documento. Se le serve aiuto ci chiami: {telefono}.",
  },
  unemployment: {
    title: "NASpI e sussidi: INPS",
    text: "Buongiorno {nome},\ndomande e pagamenti della NASpI e degli altri sussidi sono di competenza dell'INPS, non del nostro servizio. Può rivolgersi all'INPS, online con SPID o CIE, o a un patronato. Per l'iscrizione e il patto di servizio invece ci siamo noi: {telefono}.",
  },
  appointment: {
    title: "Prenotare un appuntamento",
    text: "Buongiorno {nome},\nper un appuntamento chiami il {telefono} o scriva a {email}, indicando per che cosa le serve. Le confermiamo giorno e ora. Per favore non scriva i suoi dati nei commenti.",
  },
  curriculum: {
    title: "Curriculum: non qui",
    text: "Buongiorno {nome},\nper proteggere i suoi dati non raccogliamo curriculum nei commenti e nei messaggi: qui una candidatura non vale. Per candidarsi segua le indicazioni dell'annuncio. Se le serve aiuto con il curriculum, lo sportello di {sede} la aiuta gratis: {telefono}.",
  },
  selection: {
    title: "Esito di una candidatura",
    text: "Buongiorno {nome},\ndopo la scadenza trasmettiamo le candidature al datore di lavoro, che contatta direttamente chi vuole incontrare. Per sapere a che punto è la sua, chiami {sede} al {telefono}: da qui non possiamo vedere i suoi dati.",
  },
  courses: {
    title: "Corsi di formazione",
    text: "Buongiorno {nome},\nper sapere quali corsi gratuiti può seguire serve un colloquio allo sportello di {sede}. Lo può prenotare al {telefono} o a {email}.",
  },
  certificate: {
    title: "Certificati e stato di disoccupazione",
    text: "Buongiorno {nome},\nper certificati e percorso lavoratore si rivolga allo sportello di {sede} con un documento, o scriva a {email}. Da qui non possiamo rilasciare documenti.",
  },
  targeted: {
    title: "Collocamento mirato",
    text: "Buongiorno {nome},\nper il collocamento mirato (legge 68/1999) c'è un ufficio dedicato. Per riservatezza non scriva qui notizie sulla sua salute: chiami il {telefono} e le fissiamo un colloquio.",
  },
  foreigners: {
    title: "Permesso di soggiorno e lavoro",
    text: "Buongiorno {nome},\nchi ha un permesso di soggiorno che consente di lavorare può iscriversi e candidarsi. I requisiti di ogni annuncio sono scritti nel suo testo. Porti il permesso e un documento allo sportello di {sede}: la aiutiamo.",
  },
  "no-answer": {
    title: "Nessuno risponde al telefono",
    text: "Buongiorno {nome},\nci dispiace per l'attesa. Se il telefono è occupato scriva a {email}, con un recapito a cui richiamarla. Per favore non lo scriva nei commenti.",
  },
  "no-certified-mail": {
    title: "Non ho la PEC o lo SPID",
    text: "Buongiorno {nome},\nsenza PEC o SPID può venire allo sportello di {sede}, in {indirizzo}, con un documento: facciamo insieme quello che serve. Per sapere quando siamo aperti: {telefono}.",
  },
  complaint: {
    title: "Un disservizio segnalato",
    text: "Buongiorno {nome},\nci dispiace per quanto è successo e grazie di averlo segnalato. Verifichiamo e le diamo una risposta qui. Per un reclamo formale può scrivere alla PEC {pec}.",
  },
};
