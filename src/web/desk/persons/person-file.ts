import { crc32 } from "node:zlib";
import { html, raw } from "hono/html";
import type { Authority } from "../../../authority/authority-store.ts";
import type { Language } from "../../../channels/channel.ts";
import type { ZipEntry } from "../../../conversing/extracting/zip.ts";
import type { GatheredPerson, PersonDocument } from "../../../conversing/personal-data/gather-person.ts";
import { type HoldingKind, holdingKinds } from "../../../conversing/personal-data/holdings.ts";
import type { Html } from "../../web-parts.ts";
import { dayTold, type PersonsView } from "./persons-view.ts";
import { type PersonField, personFields } from "./words/file-words.ts";
import { personsWordsOf } from "./words/index.ts";

/** What a person is given: a page to read, the same as JSON, and the files they sent. */
export async function personFile(
  view: PersonsView,
  authority: Authority,
  { document, files }: GatheredPerson,
): Promise<ZipEntry[]> {
  const page = (await readablePage(view, authority, document)).toString();
  const json = `${JSON.stringify(document, null, 2)}\n`;
  return [entryOf("dati.html", page), entryOf("dati.json", json), ...files];
}

function entryOf(name: string, text: string): ZipEntry {
  const bytes = Buffer.from(text);
  return { name, bytes: bytes.length, crc32: crc32(bytes), content: () => [bytes] };
}

// Read from a disk, years later, by a program nobody knows: no address of ours, no script, letters of the system.
const style = `body{font:1rem/1.5 sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
h2{margin-top:2.5rem;border-top:1px solid #777;padding-top:1rem}
dl{border:1px solid #bbb;border-radius:4px;padding:.75rem 1rem;margin:0 0 .75rem}
dt{font-weight:700}dd{margin:0 0 .5rem;white-space:pre-wrap;overflow-wrap:anywhere}`;

function readablePage(view: PersonsView, authority: Authority, document: PersonDocument): Html {
  const { file, kinds, results } = personsWordsOf(view.language);
  const made = dateAndTime(new Date(document.madeAt), authority, view.language);
  const held = holdingKinds.filter((kind) => document.held[kind].length > 0);
  return html`<!doctype html>
<html lang="${view.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${file.title} – ${authority.name}</title><style>${raw(style)}</style></head>
<body><main><h1>${file.title}</h1>
<p>${authority.name}. ${file.made(made)}.</p><p>${file.lead}</p>
<dl><dt>${file.names}</dt><dd>${document.names.join(", ") || results.nameless}</dd>
<dt>${file.network}</dt><dd>${view.networkName(document.channel)}</dd>
<dt>${file.id}</dt><dd>${document.personId}</dd></dl>
${held.length === 0 ? html`<p>${file.nothing}</p>` : ""}
${held.map((kind) => html`<h2>${kinds[kind]}</h2>${readableRows(view, authority, kind, document)}`)}
</main></body></html>`;
}

/** What only programs read is told by its number. */
const forPrograms: readonly HoldingKind[] = ["events", "triage"];

function readableRows(
  view: PersonsView,
  authority: Authority,
  kind: HoldingKind,
  { held }: PersonDocument,
): Html {
  const { file } = personsWordsOf(view.language);
  if (forPrograms.includes(kind)) return html`<p>${file.inJson(held[kind].length)}</p>`;
  return html`${held[kind].map((row) => {
    const told = personFields.flatMap((field) => {
      const text = textOf(view, authority, field, row[field]);
      return text === "" ? [] : html`<dt>${file.fields[field]}</dt><dd>${text}</dd>`;
    });
    return html`<dl>${told}</dl>`;
  })}`;
}

/** Fields with words of ours; what people wrote is never put into other words, whatever it looks like. */
const withOurWords: readonly PersonField[] = [
  ...(["kind", "direction", "field", "isAutomatic", "action", "outcome"] as const),
];
const withDays: readonly PersonField[] = ["registerDate", "receivedOn", "expiresOn", "answeredOn", "dueOn"];

/** As a person reads it; empty where there is nothing to read. */
function textOf(view: PersonsView, authority: Authority, field: PersonField, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dateAndTime(value, authority, view.language);
  if (typeof value === "object") return wordsIn(value);
  const text = String(value);
  if (withDays.includes(field)) return dayTold(text, view.language);
  const { values } = personsWordsOf(view.language).file;
  const isOurs = withOurWords.includes(field) && Object.hasOwn(values, text);
  return isOurs ? (values[text] ?? text) : text;
}

/** Evidence is the text that was decided about, with its circumstances; of the rest, all that it says. */
function wordsIn(value: object): string {
  if ("text" in value && typeof value.text === "string") return value.text;
  return Object.values(value)
    .map((one) => (one !== null && typeof one === "object" ? wordsIn(one) : String(one ?? "")))
    .filter((one) => one !== "")
    .join(", ");
}

/** "20 novembre 2026 alle ore 10:32": the copy is read long after, so nothing is told as yesterday's. */
function dateAndTime(at: Date, { settings }: Authority, language: Language): string {
  const shape = { dateStyle: "long", timeStyle: "short", timeZone: settings.timeZone } as const;
  return new Intl.DateTimeFormat(language === "it" ? "it-IT" : "en-GB", shape).format(at);
}
