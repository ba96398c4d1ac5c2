import type { Contract } from "../../../noticeboard/contract.ts";
import type { Profession } from "../../../noticeboard/profession.ts";

export const itContracts: Record<Contract, string> = {
  permanent: "Tempo indeterminato",
  "fixed-term": "Tempo determinato",
  seasonal: "Stagionale",
  apprenticeship: "Apprendistato",
  traineeship: "Tirocinio",
  agency: "Somministrazione",
  "self-employed": "Lavoro autonomo",
  "full-time": "Tempo pieno",
  "part-time": "Part-time",
};

export const itProfessions: Record<Profession, string> = {
  hospitality: "Ristorazione e turismo",
  retail: "Negozi e vendite",
  logistics: "Magazzino e trasporti",
  manufacturing: "Industria e artigianato",
  construction: "Edilizia e impianti",
  agriculture: "Agricoltura e verde",
  care: "Salute e assistenza",
  cleaning: "Pulizie",
  office: "Ufficio e amministrazione",
  technology: "Informatica e progettazione",
  education: "Scuola e formazione",
  services: "Servizi alla persona",
};
