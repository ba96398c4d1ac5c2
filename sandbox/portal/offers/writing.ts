import type { Draft } from "../item.ts";
import type { Chance } from "../random.ts";

/** What a writer of news gets: chance, the moment of publication and the reference the item will bear. */
export interface Desk {
  chance: Chance;
  now: Date;
  /** The reference of this item in a series: "VDL" gives "VDL-2026-0412". Asked once for each item. */
  reference(series: string): string;
}

/** Writes one piece of news of one kind. */
export type Writer = (desk: Desk) => Draft;

const sameForAll = [
  "La ricerca è rivolta a persone di ogni genere, età e nazionalità (D.Lgs. 198/2006, 215/2003 e 216/2003).",
  "Offerta aperta all'uno e all'altro sesso, ai sensi dell'art. 27 del D.Lgs. 198/2006.",
  "Annuncio rivolto a chiunque abbia i requisiti, senza distinzioni di genere, età, origine o disabilità.",
];

/** The sentence on equal treatment that each offer ends with. */
export function equalTreatment(chance: Chance): string {
  return chance.pick(sameForAll);
}

/** An amount as Italians write it: 1690 becomes "1.690 €". */
export function euro(amount: number): string {
  return `${String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ".")} €`;
}
