import type { Contract } from "../../../noticeboard/contract.ts";
import type { Profession } from "../../../noticeboard/profession.ts";

export const enContracts: Record<Contract, string> = {
  permanent: "Permanent",
  "fixed-term": "Fixed-term",
  seasonal: "Seasonal",
  apprenticeship: "Apprenticeship",
  traineeship: "Traineeship",
  agency: "Agency work",
  "self-employed": "Self-employed",
  "full-time": "Full-time",
  "part-time": "Part time",
};

export const enProfessions: Record<Profession, string> = {
  hospitality: "Hospitality and tourism",
  retail: "Shops and sales",
  logistics: "Warehouse and transport",
  manufacturing: "Industry and crafts",
  construction: "Building and installations",
  agriculture: "Farming and gardens",
  care: "Health and care",
  cleaning: "Cleaning",
  office: "Office and administration",
  technology: "Computing and design",
  education: "School and training",
  services: "Personal services",
};
