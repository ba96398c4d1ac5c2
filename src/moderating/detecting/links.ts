import type { ReadText, Span } from "../reading/words.ts";

export type LinkKind = "official-link" | "press-link" | "short-link" | "unknown-link";

export interface Link extends Span {
  kind: LinkKind;
  host: string;
  /** With a scheme or a path: made to be followed, not only named. */
  isWhole: boolean;
}

const address =
  /(?<![a-z0-9@._-])(?:https?:\/\/)?(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}[a-z]{2,18}(?![a-z0-9@-])(?:[/?#][^\s]{0,500})?/g;
const topLevels =
  /\.(?:it|com|net|org|eu|info|io|me|ly|gl|gd|co|biz|xyz|top|site|online|shop|store|club|live|link|click|fun|pro|app|dev|ru|cn|tk|ml|ga|cf|gq|pw|cc|to|us|uk|de|fr|es|ch|ro|al|tv|work|jobs|email|example|example\.[a-z]+|icu|vip|win|loan|gov|edu|page|blog|news)$/;

/** Public bodies and the services of the state. */
const official = [
  "gov.it",
  "europa.eu",
  "inps.it",
  "inail.it",
  "anpal.it",
  "cliclavoro.it",
  "gazzettaufficiale.it",
  "normattiva.it",
  "spid.it",
  "inpa.it",
  "regione.lombardia.it",
  "poste.it",
  "wikipedia.org",
  "inapp.org",
];
const officialStart =
  /^(?:www\.)?(?:[a-z0-9-]{1,60}\.)?(?:comune|provincia|regione|prefettura|cpi|lavoro|eures|asl|asst|ats|unione)\.[a-z0-9.-]{2,80}\.it$/;
const press = new Set([
  "ansa.it",
  "repubblica.it",
  "corriere.it",
  "ilsole24ore.com",
  "lastampa.it",
  "rainews.it",
  "rai.it",
  "ilpost.it",
  "avvenire.it",
  "ilgiorno.it",
  "laprovinciadicomo.it",
  "lagazzettadelmezzogiorno.it",
  "ilfattoquotidiano.it",
  "open.online",
  "fanpage.it",
  "adnkronos.com",
  "youtube.com",
  "facebook.com",
]);
const shorteners =
  /^(?:bit\.|tinyurl\.|goo\.gl|t\.co$|is\.gd|cutt\.|rb\.gy|ow\.ly|buff\.ly|shorturl\.|rebrand\.|tiny\.|s\.id|t\.me|wa\.me|wa\.link|chat\.whatsapp\.|telegram\.|linktr\.ee|t\.[a-z]+$|forms\.gle)/;

/** Links in a text. `ours`: hosts of the authority and whatever the post itself links to. */
export function findLinks(text: ReadText, ours: ReadonlySet<string>): Link[] {
  const found: Link[] = [];
  for (const match of text.plain.matchAll(address)) {
    const host = (match[0].replace(/^https?:\/\//, "").split(/[/?#]/)[0] ?? "").replace(/^www\./, "");
    const isWritten = match[0].startsWith("http") || match[0].startsWith("www.");
    if (!isWritten && !topLevels.test(host)) continue;
    const to = match.index + match[0].length;
    found.push({
      isWhole: isWritten || match[0].includes("/"),
      kind: kindOf(host, ours),
      host,
      from: text.from[match.index] ?? 0,
      to: text.to[to - 1] ?? 0,
    });
  }
  return found;
}

function kindOf(host: string, ours: ReadonlySet<string>): LinkKind {
  const within = (name: string) => host === name || host.endsWith(`.${name}`);
  if ([...ours].some(within)) return "official-link";
  if (official.some(within) || officialStart.test(host)) return "official-link";
  if ([...press].some(within)) return "press-link";
  return shorteners.test(host) ? "short-link" : "unknown-link";
}

const anyHost = /(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}[a-z]{2,18}/g;

/** Hosts that a post itself names, in links and e-mail addresses. */
export function hostsIn(published: string): string[] {
  return (published.toLowerCase().match(anyHost) ?? []).map((host) => host.replace(/^www\./, ""));
}
