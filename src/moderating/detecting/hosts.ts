export type LinkKind = "official-link" | "press-link" | "short-link" | "unknown-link";

/** Public bodies and the services of the state. */
const official = [
  ...["gov.it", "europa.eu", "inps.it", "inail.it", "anpal.it", "cliclavoro.it", "gazzettaufficiale.it"],
  ...["normattiva.it", "spid.it", "inpa.it", "poste.it", "wikipedia.org", "inapp.org"],
];

/** Names that only public bodies have in front of ".it": "provincia.como.it", "lavoro.regione.calabria.it". */
const publicNames = new Set([
  ...[
    "comune",
    "provincia",
    "regione",
    "prefettura",
    "cpi",
    "eures",
    "asl",
    "asst",
    "ats",
    "unione",
    "lavoro",
  ],
]);

const press = [
  ...[
    "ansa.it",
    "repubblica.it",
    "corriere.it",
    "ilsole24ore.com",
    "lastampa.it",
    "rainews.it",
    "rai.it",
    "ilpost.it",
  ],
  ...[
    "avvenire.it",
    "ilgiorno.it",
    "laprovinciadicomo.it",
    "lagazzettadelmezzogiorno.it",
    "ilfattoquotidiano.it",
  ],
  ...["open.online", "fanpage.it", "adnkronos.com", "youtube.com", "facebook.com"],
];

/** Services that hide where a link leads, or lead into a chat. */
const shorteners = [
  ...[
    "bit",
    "tinyurl",
    "goo",
    "t",
    "is",
    "cutt",
    "rb",
    "ow",
    "buff",
    "shorturl",
    "rebrand",
    "tiny",
    "s",
    "wa",
    "linktr",
  ],
  ...["telegram", "chat", "forms"],
];

export function hostKind(host: string, ours: ReadonlySet<string>): LinkKind {
  const isWithin = (name: string) => host === name || host.endsWith(`.${name}`);
  if ([...ours].some(isWithin) || official.some(isWithin)) return "official-link";
  const labels = host.split(".");
  const isPublic =
    labels.at(-1) === "it" && labels.length > 2 && labels.some((label) => publicNames.has(label));
  if (isPublic) return "official-link";
  if (press.some(isWithin)) return "press-link";
  return labels.length <= 3 && shorteners.includes(labels[0] ?? "") ? "short-link" : "unknown-link";
}
