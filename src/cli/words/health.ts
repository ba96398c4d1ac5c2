import type { Language } from "../../channels/channel.ts";

// The names under which channels report what they looked at (HealthCheck in channel.ts).
const names: Record<Language, Record<string, string>> = {
  it: {
    page: "Pagina",
    token: "token",
    permissions: "permessi",
    expiry: "scadenza del token",
    "data-access": "scadenza dell'accesso ai dati",
    clock: "orologio",
    version: "versione dell'API",
  },
  en: {
    page: "Page",
    token: "token",
    permissions: "permissions",
    expiry: "the token expires",
    "data-access": "access to data expires",
    clock: "clock",
    version: "version of the API",
  },
};

const never: Record<Language, string> = { it: "mai", en: "never" };

/** What a check of an account's health looked at; one that this release has no word for keeps its own name. */
export function healthName(what: string | undefined, language: Language): string {
  return names[language][what ?? ""] ?? `${what}`;
}

/** What it saw, for people: moments as days, an expiry that does not exist as "never", the rest as it is. */
export function healthDetail(detail: string | undefined, language: Language): string {
  if (detail === undefined || detail === "") return "";
  if (detail === "∞") return never[language];
  if (!/^\d{4}-\d{2}-\d{2}T/.test(detail)) return detail;
  return new Intl.DateTimeFormat(language === "it" ? "it-IT" : "en-GB", { dateStyle: "long" }).format(
    new Date(detail),
  );
}
