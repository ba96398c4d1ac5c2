import type { Chance } from "../random.ts";
import { untilWords, workingDayAfter } from "./italian-dates.ts";
import { inPlace, mailbox, places } from "./places.ts";
import type { Trade } from "./trade.ts";
import { productionTrades } from "./trades-production.ts";
import { serviceTrades } from "./trades-services.ts";
import { equalTreatment, euro, type Writer } from "./writing.ts";

const trades = [...productionTrades, ...serviceTrades];

const additions = [
  "con esperienza",
  "anche alla prima esperienza",
  "per sostituzione di maternità",
  "– assunzione immediata",
  "(il lavoro comincia dopo le feste)",
  "con possibilità di inserimento stabile e percorso di formazione interna retribuita di 4 settimane",
];

interface Contract {
  words: string;
  hours: string;
  /** Share of the full-time pay. */
  share: number;
}

/** An offer of a private employer: about two thirds of what a bulletin holds. */
export const writePrivateOffer: Writer = ({ chance, now, reference }) => {
  const trade = chance.pick(trades);
  const place = chance.pick(places);
  const code = reference("VDL");
  const positions = chance.likely(0.65) ? 1 : chance.whole(2, 8);
  const contract = contractOf(chance, trade);
  const named = !chance.likely(0.12);
  const employer = named ? chance.pick(trade.employers) : undefined;
  const deadline = chance.likely(0.85) ? workingDayAfter(now, chance.whole(6, 45)) : undefined;
  const pay = payOf(chance, trade, contract);
  const apply = applyOf(chance, code, place.office, deadline);
  return {
    kind: "offer",
    title: titleOf(chance, trade, positions, place.name, contract),
    reference: code,
    place: place.name,
    employer,
    office: place.office,
    contract: contract.words,
    hours: contract.hours,
    pay,
    positions,
    deadline,
    apply,
    text: textOf(chance, {
      trade,
      positions,
      place: place.name,
      employer,
      contract,
      pay,
      office: place.office,
    }),
  };
};

function titleOf(chance: Chance, trade: Trade, positions: number, place: string, contract: Contract): string {
  const base = positions === 1 ? trade.one : `${positions} ${trade.many}`;
  const time = contract.share < 0.8 ? "– part time" : "– tempo pieno";
  const title = chance.likely(0.45) ? `${base} ${chance.pick([...additions, time])}` : base;
  return chance.likely(0.35) ? `${title} – ${place}` : title;
}

/** Trades with a season, and trades one may learn as an apprentice. */
const seasonal = /Turismo|Navigazione/;
const apprentice = /Metalmeccanici|Legno|Panificazione|Commercio|Turismo|Tessile|Edilizia/;

function contractOf(chance: Chance, trade: Trade): Contract {
  const months = chance.pick([3, 6, 6, 9, 12]);
  const fullTime: Contract[] = [
    { words: "Tempo indeterminato", hours: "40 ore settimanali", share: 1 },
    {
      words: `Tempo determinato, ${months} mesi, con possibilità di proroga`,
      hours: "40 ore settimanali",
      share: 1,
    },
  ];
  if (apprentice.test(trade.agreement)) {
    fullTime.push({ words: "Apprendistato professionalizzante", hours: "40 ore settimanali", share: 0.85 });
  }
  if (seasonal.test(trade.agreement)) {
    fullTime.push({ words: "Stagionale, da aprile a ottobre", hours: "40 ore su 6 giorni", share: 1 });
  }
  const partTime: Contract[] = [
    { words: `Tempo determinato, ${months} mesi`, hours: "part time, 24 ore settimanali", share: 0.6 },
    { words: "Tempo indeterminato", hours: "part time, 20-30 ore settimanali", share: 0.65 },
  ];
  return chance.pick(chance.likely(0.7) ? fullTime : partTime);
}

function payOf(chance: Chance, trade: Trade, contract: Contract): string {
  const [low, high] = trade.monthly;
  const from = Math.round(((low + chance.next() * (high - low) * 0.5) * contract.share) / 10) * 10;
  const to = from + chance.whole(4, 30) * 10;
  return chance.pick([
    `da ${euro(from)} a ${euro(to)} lordi al mese`,
    `${euro(from)} lordi al mese per 14 mensilità`,
    `RAL ${euro(from * 13)} – ${euro(to * 13)}`,
  ]);
}

function applyOf(chance: Chance, code: string, office: string, deadline: string | undefined): string {
  const until =
    deadline === undefined ? "fino a copertura dei posti" : untilWords(deadline, chance.whole(0, 2));
  return chance.pick([
    `Inviare il CV a ${mailbox(office)} con oggetto "RIF. ${code}" ${until}`,
    `Adesione dall'area riservata del portale (SPID o CIE) ${until}`,
    `Presentarsi al ${office} con un documento e il CV aggiornato ${until}`,
  ]);
}

interface Facts {
  trade: Trade;
  positions: number;
  place: string;
  employer: string | undefined;
  contract: Contract;
  pay: string;
  office: string;
}

function textOf(chance: Chance, facts: Facts): string {
  const { trade, contract } = facts;
  const duties = chance.some(trade.duties, chance.whole(2, 3));
  const needs = chance.some(trade.needs, 2);
  const closing = equalTreatment(chance);
  const terms = `${contract.words}; ${contract.hours}. CCNL ${trade.agreement}. Retribuzione: ${facts.pay}.`;
  const opening = openingOf(chance, facts);
  if (chance.likely(0.3)) {
    const list = (lines: string[]) => lines.map((line) => `- ${line}`).join("\n");
    return `${opening}\n\nMansioni:\n${list(duties)}\n\nRequisiti:\n${list(needs)}\n\n${terms}\n${closing}`;
  }
  return `${opening}\nMansioni: ${duties.join(", ")}.\nRequisiti: ${needs.join("; ")}.\n${terms}\n${closing}`;
}

function openingOf(chance: Chance, { trade, positions, place, employer, office }: Facts): string {
  const whom =
    positions === 1
      ? `una persona nel ruolo di ${decapitalised(trade.one)}`
      : `n. ${positions} ${trade.many}`;
  if (employer === undefined) {
    return `Azienda di ${place} (denominazione riservata: la preselezione è svolta dal ${office}) ricerca ${whom}.`;
  }
  return chance.pick([
    `${employer}, con sede ${inPlace(place)}, cerca ${whom}.`,
    `Per ampliamento dell'organico ${employer} (${place}) ricerca ${whom}.`,
    `${employer} seleziona ${whom}. Luogo di lavoro: ${place}.`,
    `C'è un posto che t'aspetta? ${employer} cerca ${whom} per la propria sede di ${place}.`,
  ]);
}

function decapitalised(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
