/** The public body the portal belongs to. It does not exist, and every page says so. */
export const authority = {
  name: "Provincia di Valdilago",
  department: "Settore Lavoro",
  fictional: "ente di fantasia",
  /** Reserved for examples: it resolves nowhere. */
  domain: "lavoro.provincia-valdilago.example",
} as const;

export const authorityInFull = `${authority.name} – ${authority.department} (${authority.fictional})`;
