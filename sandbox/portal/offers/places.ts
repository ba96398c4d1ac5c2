/**
 * Where the invented province has its work: real municipalities, so that looking up a place can be practised.
 * The centres (CPI) are invented.
 */
export interface Place {
  name: string;
  office: string;
}

const byOffice: Record<string, string[]> = {
  "CPI Lago Nord": [
    "Menaggio",
    "Gravedona ed Uniti",
    "Dongo",
    "Porlezza",
    "Tremezzina",
    "Colico",
    "Bellano",
    "Varenna",
    "Bellagio",
    "San Siro",
  ],
  "CPI Lago Sud": [
    "Como",
    "Cernobbio",
    "Lomazzo",
    "Fino Mornasco",
    "Torno",
    "Brunate",
    "Lurate Caccivio",
    "Olgiate Comasco",
    "Casnate con Bernate",
    "Villa Guardia",
  ],
  "CPI Colline": [
    "Cantù",
    "Erba",
    "Mariano Comense",
    "Inverigo",
    "Oggiono",
    "Merate",
    "Casatenovo",
    "Cabiate",
    "Lurago d'Erba",
    "Arosio",
  ],
  "CPI Valli": [
    "Lecco",
    "Mandello del Lario",
    "Calolziocorte",
    "Introbio",
    "Premana",
    "Canzo",
    "Asso",
    "Morbegno",
    "Chiavenna",
    "Alta Valle Intelvi",
  ],
};

export const places: readonly Place[] = Object.entries(byOffice).flatMap(([office, names]) =>
  names.map((name) => ({ name, office })),
);

/** "a Como", but "ad Asso": the preposition Italian wants before a place. */
export function inPlace(name: string): string {
  return /^a/i.test(name) ? `ad ${name}` : `a ${name}`;
}

/** The address of a centre for applications; the host is reserved for examples and reaches nobody. */
export function mailbox(office: string): string {
  return `offerte.${office.replace("CPI ", "").replace(/\s/g, "").toLowerCase()}@provincia-valdilago.example`;
}
