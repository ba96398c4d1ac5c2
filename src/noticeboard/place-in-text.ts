/** "Cantù", "Mariano Comense", "Reggio nell'Emilia", "Sant'Àgata sul Lago". */
const word = String.raw`\p{Lu}(?:['’]\p{Lu})?\p{Ll}+(?:['’]\p{Lu}?\p{Ll}+)?(?!\p{L})`;
const name = `${word}(?:(?: (?:di|del|della|dei|delle|sul|in|al|con) | (?:d|dell|nell)['’]|[ -])${word}){0,3}`;

const inField = new RegExp(
  String.raw`(?:^|\n|[.;] ) {0,3}(?:[Ss]ede(?: di lavoro)?|[Ll]uogo(?: di lavoro)?|[Cc]omune|[Ll]ocalità|[Zz]ona(?: di lavoro)?) ?: {0,3}(${name})`,
  "u",
);
const ofCommune = new RegExp(String.raw`\b[Cc]omune di (${name})`, "u");
const wholePart = new RegExp(String.raw`^(${name})(?: \([A-Z]{2}\))?$`, "u");
const atTheEnd = new RegExp(
  String.raw`(?<!\p{L})(?:a|ad|RSA di|area|zona) (${name})(?=$|[,:(]| \(| [–—-] )`,
  "u",
);
const inBrackets = new RegExp(String.raw`\((${name})(?: \([A-Z]{2}\))?\)`, "u");
const places =
  "[Aa]zienda|[Ss]truttura|[Ss]tudio|[Ff]amiglia|[Mm]ensa|RSA|[Rr]esidenza|[Cc]ooperativa|[Hh]otel|[Aa]lbergo|[Rr]istorante|[Nn]egozio|[Ss]ede|[Cc]antier[ei]|[Cc]all center|[Ss]tabilimento|[Ff]iliale|[Pp]unto vendita|[Ii]stituto|[Ss]tazione|[Bb]ar|[Oo]spedale|[Uu]fficio|[Cc]asa di riposo";
const ofWhereWorkIs = new RegExp(
  String.raw`(?<!\p{L})(?:${places})(?![\p{L}'’])[^.\n;:]{0,60}? (?:di|a|ad|in) (${name})`,
  "u",
);
const afterComma = new RegExp(String.raw`^[^.\n:]{3,60}, (${name}):`, "u");

/** What looks like a name and is no place. */
const noPlace =
  /^(?:full|part|tempo|urgente|hotel|ristorante|comune|provincia|settore|ufficio|cpi|centr[oi]|collocamento|agenzia|azienda|gruppo|cooperativa|societ|stagione|rif|codice|posti|s\.|srl|spa|lavoro|legge|art|tirocinio|corso|concorso|avviso|bando|offert|italia|germania|lombardia|europa|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|luned|marted|mercoled|gioved|venerd|sabato|domenica|area|profilo|categori|excel|office|categoria|graduatoria|istruttori|operatori|informatica|servizi)/i;

const headCharacters = 300;

/** Where the work is, as title and text say it: the name of a place as they write it. Undefined where none is told. */
export function placeInText(title: string, text: string): string | undefined {
  const head = text.slice(0, headCharacters);
  const bare = title.replace(/\(?\brif\.?[^)–—]*\)?/giu, "").replace(/[ –—-]+$/u, "");
  const parts = bare.split(/ [–—-] /u).slice(1);
  const found = [
    inField.exec(text)?.[1],
    ofCommune.exec(title)?.[1],
    ...parts.map((part) => wholePart.exec(part.trim())?.[1]),
    inBrackets.exec(bare)?.[1],
    atTheEnd.exec(bare)?.[1],
    ofCommune.exec(head)?.[1],
    afterComma.exec(head)?.[1],
    inBrackets.exec(head)?.[1],
    ofWhereWorkIs.exec(head)?.[1],
  ];
  return found.find((each) => each !== undefined && !noPlace.test(each));
}
