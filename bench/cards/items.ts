import type { CardItem } from "../../src/publishing/cards/card-words.ts";

/** Eight items as portals write them: the longest titles, the least of facts, signs that no typeface has. */
export const ownItems: CardItem[] = [
  {
    kind: "art16",
    title:
      "Avviamento a selezione art. 16 L. 56/87 – Comune di Roncaverde: 1 operaio/a cantoniere, tempo indeterminato",
    body:
      "Possono aderire le persone iscritte al centro per l'impiego che hanno la licenza media e le patenti B e C.\n" +
      "La graduatoria tiene conto di ISEE, carico di famiglia e anzianità di iscrizione. Segue una prova di idoneità: " +
      "guida dell'autocarro e piccola manutenzione stradale.\nChi ha già aderito per un altro ente può aderire di nuovo.",
    reference: "ART16-2026-031",
    facts: {
      place: "Roncaverde",
      contract: "Tempo indeterminato, 36 ore",
      deadline: "2026-12-18T12:00:00+01:00",
      howToApply:
        "Di persona al centro per l'impiego o con SPID dal portale, dalle 9 di mercoledì 16 alle 12 di venerdì 18 dicembre",
    },
  },
  { kind: "offer", title: "Barista", body: "", reference: null, facts: {} },
  {
    kind: "offer",
    title: "Magazziniere/a carrellista",
    body:
      "Azienda di logistica di Lomazzo ricerca 2 addetti/e al magazzino con uso del muletto.\n" +
      "Mansioni: carico e scarico, preparazione ordini con palmare, inventario.\n" +
      "Requisiti: patentino per carrello elevatore in corso di validità, disponibilità a turni 6-14 / 14-22.\n" +
      "Si offre contratto a tempo determinato di 6 mesi con possibilità di proroga, CCNL Logistica e Trasporto Merci, " +
      "livello 5, retribuzione lorda mensile 1.690,00 € per 14 mensilità.",
    reference: "VDL-2026-0412",
    facts: {
      place: "Lomazzo (CO)",
      contract: "Tempo determinato, 6 mesi, 40 ore",
      deadline: "2026-12-04",
      howToApply: "Curriculum a offerte.lagosud@provincia-valdilago.example con oggetto «RIF. VDL-2026-0412»",
    },
  },
  {
    kind: "competition",
    title:
      "Concorso pubblico per titoli ed esami per la copertura di n. 12 posti a tempo pieno e indeterminato di istruttore amministrativo-contabile, area degli istruttori, di cui 4 riservati ai sensi dell'art. 1 della L. 68/1999 presso gli uffici della Provincia",
    body:
      "È indetto un concorso pubblico, per titoli ed esami, per 12 posti di istruttore amministrativo-contabile.\n" +
      "• diploma di scuola secondaria di secondo grado\n• idoneità fisica all'impiego\n• cittadinanza italiana o di un Paese dell'Unione europea\n" +
      "Prova scritta lunedì 18 gennaio 2027, ore 9.30, Palasport di via Parini.",
    reference: "CONC-2026-05",
    facts: {
      place: "Como",
      contract: "Tempo indeterminato",
      deadline: "2026-12-21T23:59:00+01:00",
      howToApply:
        "Solo dal Portale unico del reclutamento inPA (www.inpa.gov.it), con SPID, CIE, CNS o eIDAS. Serve una PEC o un domicilio digitale, e il pagamento di 10,00 € con pagoPA: la ricevuta va allegata alla domanda prima dell'invio. Le domande che arrivano in altro modo non sono prese in esame. Per problemi tecnici si scrive all'assistenza del portale",
    },
  },
  {
    kind: "targeted-placement",
    title: "Impiegato/a amministrativo/a – riservato L. 68/99 art. 1",
    body: "Riservato alle persone iscritte nelle liste del collocamento mirato. Sede raggiungibile con i mezzi pubblici e senza barriere.",
    reference: "CM-2026-077",
    facts: { contract: "Part time, 20-25 ore", deadline: "2026-12-09" },
  },
  {
    kind: "notice",
    title: "🎄 Chiusura degli uffici lunedì 7 dicembre → riapertura il 9",
    body: "Per le urgenze di mercoledì 9 gli sportelli aprono alle 8.00. ✉️ La posta certificata si legge come sempre.",
    reference: null,
    facts: { place: "Tutti i centri per l'impiego" },
  },
  {
    kind: "course",
    title: "Corso gratuito: contabilità e foglio di calcolo (80 ore)",
    body:
      "Venti incontri da quattro ore, il martedì e il giovedì, dal 12 gennaio. Per persone disoccupate dai 18 ai 65 anni.\n" +
      "Alla fine: attestato di frequenza e profitto, e due settimane in azienda per i cinque migliori.",
    reference: "FORM-2026-22",
    facts: {
      place: "Sede di Menaggio e a distanza",
      deadline: "esaurimento posti",
      howToApply: "Modulo in fondo alla pagina, oppure allo sportello",
    },
  },
  {
    kind: "traineeship",
    title: "Tirocinio extracurriculare – segreteria studio professionale",
    body: "Accoglienza della clientela, telefono, agenda, archivio digitale. Si impara il programma di contabilità dello studio.",
    reference: "TIR-2026-118",
    facts: {
      place: "Mariano Comense, via dei Martiri della Libertà 112, primo piano, scala B",
      contract: "Tirocinio di 6 mesi, 30 ore settimanali, rimborso di 600 € al mese",
      deadline: "2026-11-27",
    },
  },
];
