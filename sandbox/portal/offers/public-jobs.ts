import { dayInWords, untilWords, weekdayOf, workingDayAfter } from "./italian-dates.ts";
import { inPlace, mailbox, places } from "./places.ts";
import { equalTreatment, euro, type Writer } from "./writing.ts";

/** A call of a public body under art. 16 of law 56/1987: its applications open and close at stated hours. */
export const writeArt16: Writer = ({ chance, now, reference }) => {
  const place = chance.pick(places);
  const body = chance.pick([
    `Comune di ${place.name}`,
    "ASST Valdilago",
    "Unione dei Comuni delle Tre Pievi",
    'Istituto comprensivo "Alessandra Voltini"',
  ]);
  const role = chance.pick([
    "operaio/a cantoniere/a",
    "ausiliario/a",
    "collaboratore/trice scolastico/a",
    "cuoco/a di mensa",
    "custode addetto/a agli impianti sportivi",
  ]);
  const permanent = chance.likely(0.4);
  const opens = workingDayAfter(now, permanent ? 31 : 9);
  const deadline = workingDayAfter(now, permanent ? 36 : 14);
  const contract = permanent
    ? "Tempo indeterminato"
    : `Tempo determinato, ${chance.pick([4, 6, 8, 12])} mesi`;
  const positions = chance.whole(1, 4);
  return {
    kind: "art16",
    title: `Avviamento a selezione art. 16 L. 56/1987 – ${body}: ${positions} ${positions === 1 ? "posto" : "posti"} di ${role}, ${contract.toLowerCase()}`,
    reference: reference("ART16"),
    place: place.name,
    employer: body,
    office: place.office,
    contract,
    hours: "36 ore settimanali",
    positions,
    deadline,
    apply: `Adesioni SOLO on line dalle ore 9.00 di ${weekdayOf(opens)} ${dayInWords(opens)} alle ore 12.00 di ${weekdayOf(deadline)} ${dayInWords(deadline)}`,
    text: [
      `Ente richiedente: ${body}. Profilo: ${role}. Posti: ${positions}.`,
      "Requisiti: 18 anni compiuti, assolvimento dell'obbligo scolastico, requisiti generali per l'accesso al pubblico impiego.",
      permanent
        ? "Possono aderire persone disoccupate e occupate."
        : "Possono aderire solo persone disoccupate ai sensi del D.Lgs. 150/2015.",
      "La graduatoria tiene conto di ISEE, anzianità di disoccupazione e carico familiare (ISEE < 1.000 €: punteggio massimo).",
      equalTreatment(chance),
    ].join("\n"),
  };
};

/** A job reserved, as the law wants, to people of the targeted-placement lists (law 68/1999). */
export const writeTargeted: Writer = ({ chance, now, reference }) => {
  const place = chance.pick(places);
  const employer = chance.pick([
    "Consorzio Acque Larianelle",
    "Molle Industriali Valmedera S.p.A.",
    "Lucida Servizi S.r.l.",
  ]);
  const role = chance.pick([
    "Impiegato/a di segreteria",
    "Addetto/a al confezionamento",
    "Centralinista",
    "Addetto/a al data entry",
  ]);
  const deadline = workingDayAfter(now, chance.whole(10, 30));
  return {
    kind: "targeted",
    title: `${role} – riservato alle categorie protette, art. 1 L. 68/99`,
    reference: reference("CM"),
    place: place.name,
    employer,
    office: "Ufficio Collocamento Mirato",
    contract: `Tempo determinato, ${chance.pick([6, 12])} mesi`,
    hours: "part time, 20-25 ore settimanali",
    pay: `da ${euro(1040)} a ${euro(1180)} lordi al mese`,
    positions: 1,
    deadline,
    apply: `Adesione dall'area riservata del portale o allo sportello ${untilWords(deadline, 1)}`,
    text: [
      `${employer} offre un posto di ${role.toLowerCase()} ${inPlace(place.name)}, riservato alle persone con disabilità iscritte al Collocamento Mirato (art. 8 L. 68/1999).`,
      "Postazione accessibile in carrozzina; orario concordabile con i trasporti pubblici.",
      "Non inviare verbali o documenti sanitari per e-mail o sui social.",
    ].join("\n"),
  };
};

/** A traineeship: an allowance, not a pay. */
export const writeTraineeship: Writer = ({ chance, now, reference }) => {
  const place = chance.pick(places);
  const field = chance.pick([
    "segreteria",
    "grafica & comunicazione",
    "laboratorio analisi",
    "ufficio acquisti",
    "accoglienza turistica",
    "officina biciclette",
  ]);
  const host = chance.pick([
    "Studio Associato Perlasca & Fumagaldi",
    "Cooperativa Pixel & Parole",
    "Biblioteca dell'Alto Lario",
    'Ciclofficina "La Volata"',
  ]);
  const allowance = chance.pick([500, 600, 700, 800]);
  const deadline = workingDayAfter(now, chance.whole(7, 25));
  return {
    kind: "traineeship",
    title: `Tirocinio extracurriculare – ${field} (${chance.pick([4, 6, 6])} mesi)`,
    reference: reference("TIR"),
    place: place.name,
    employer: host,
    office: place.office,
    contract: "Tirocinio extracurriculare",
    hours: "30 ore settimanali",
    pay: `indennità di partecipazione ${euro(allowance)} al mese`,
    positions: 1,
    deadline,
    apply: `Candidature a ${mailbox(place.office)} ${untilWords(deadline, 0)}`,
    text: [
      `${host} ospita un/una tirocinante nell'area ${field}, ${inPlace(place.name)}.`,
      `Indennità di partecipazione: ${euro(allowance)} mensili. 30 ore settimanali, dal lunedì al venerdì.`,
      "Destinatari: persone inoccupate o disoccupate. Titolo di studio: diploma (non è richiesta esperienza).",
    ].join("\n"),
  };
};

/** A public competition; applications go to the national portal, never to us. */
export const writeCompetition: Writer = ({ chance, now, reference }) => {
  const place = chance.pick(places);
  const role = chance.pick([
    "istruttore/trice amministrativo/a",
    "agente di polizia locale",
    "assistente sociale",
    "istruttore/trice tecnico/a",
    "bibliotecario/a",
  ]);
  const deadline = workingDayAfter(now, chance.whole(25, 35));
  return {
    kind: "competition",
    title: `Concorso pubblico per n. 1 ${role} – Comune di ${place.name}`,
    reference: reference("CONC"),
    place: place.name,
    employer: `Comune di ${place.name}`,
    contract: "Tempo indeterminato",
    hours: "36 ore settimanali",
    positions: 1,
    deadline,
    apply: `Domande esclusivamente sul portale inPA entro le ore 23.59 del ${dayInWords(deadline)}`,
    text: [
      `Il Comune di ${place.name} bandisce un concorso per soli esami per n. 1 posto di ${role}, a tempo pieno e indeterminato.`,
      "È richiesto il diploma di scuola secondaria di secondo grado; per alcuni profili la laurea (v. bando, art. 3).",
      "È garantita parità tra uomini e donne per l'accesso al lavoro.",
    ].join("\n"),
  };
};
