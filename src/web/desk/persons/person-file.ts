import { crc32 } from "node:zlib";
import { html, raw } from "hono/html";
import type { Authority } from "../../../authority/authority-store.ts";
import type { ZipEntry } from "../../../conversing/extracting/zip.ts";
import type { GatheredPerson, PersonDocument } from "../../../conversing/personal-data/gather-person.ts";
import { holdingKinds } from "../../../conversing/personal-data/holdings.ts";
import type { Html } from "../../web-parts.ts";
import { momentIn, type PersonsView } from "./persons-view.ts";
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
  const made = momentIn(new Date(document.madeAt), authority, view);
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
${held.map((kind) => html`<h2>${kinds[kind]}</h2>${document.held[kind].map((row) => readableRow(row, file.empty))}`)}
</main></body></html>`;
}

/** Fields keep the names they have in the JSON file, so that the two can be read side by side. */
function readableRow(row: Record<string, unknown>, empty: string): Html {
  const told = Object.entries(row).filter(([, value]) => value !== null && value !== undefined);
  return html`<dl>${told.map(([name, value]) => html`<dt>${name}</dt><dd>${textOf(value) || empty}</dd>`)}</dl>`;
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value, null, 1) : String(value);
}
