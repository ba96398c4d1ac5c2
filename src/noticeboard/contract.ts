/** What people choose by; portals write contracts in a hundred ways. */
export const contracts = [
  "permanent",
  "fixed-term",
  "seasonal",
  "apprenticeship",
  "traineeship",
  "agency",
  "self-employed",
  "full-time",
  "part-time",
] as const;
export type Contract = (typeof contracts)[number];

/**
 * How each is written, folded (see fold.ts), in the words that both JavaScript and PostgreSQL read alike. One text may
 * be several: "determinato, part time".
 */
export const contractPatterns: Record<Contract, string> = {
  permanent: "indeterminat|permanent",
  "fixed-term": "(^|[^n]|[^i]n)determinat|fixed.?term|temporary",
  seasonal: "stagional|seasonal",
  apprenticeship: "apprendist|apprentice",
  traineeship: "tirocini|stage|trainee|internship",
  agency: "somministrazione|interinal|agency",
  "self-employed": "p\\.? ?iva|autonom|collaborazione|freelance|self.?employed",
  "full-time": "full.?time|tempo pieno",
  "part-time": "part.?time|tempo parziale",
};

export function isContract(text: string): text is Contract {
  return (contracts as readonly string[]).includes(text);
}

const expressions = contracts.map((contract) => ({
  contract,
  pattern: new RegExp(contractPatterns[contract], "i"),
}));

/** What a contract is, as a portal writes it. */
export function contractsIn(text: string): Contract[] {
  return expressions.flatMap(({ contract, pattern }) => (pattern.test(text) ? [contract] : []));
}
