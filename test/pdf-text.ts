import { inflateSync } from "node:zlib";

/**
 * The text of a PDF written by pdfkit, in the order in which it stands on the pages, one entry for each page. Reads what
 * screen readers and searches read: the codes of the embedded typefaces through their tables of signs.
 */
export function pdfText(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => {
    const fonts = fontsOf(objects, head);
    const content = streamOf(objects, /\/Contents (\d+) 0 R/.exec(head)?.[1]);
    let table = new Map<string, string>();
    let text = "";
    for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/gs)) {
      if (font !== undefined) table = fonts.get(font) ?? new Map();
      else text += `${decode(shown ?? "", table)}\n`;
    }
    return text;
  });
}

interface PdfObject {
  head: string;
  stream: Buffer | undefined;
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const source = pdf.toString("latin1");
  const objects = new Map<string, PdfObject>();
  for (const [, id = "", body = ""] of source.matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj/gs)) {
    const from = body.indexOf("stream\n");
    const stream =
      from < 0 ? undefined : Buffer.from(body.slice(from + 7, body.lastIndexOf("\nendstream")), "latin1");
    objects.set(id, { head: from < 0 ? body : body.slice(0, from), stream });
  }
  return objects;
}

function streamOf(objects: Map<string, PdfObject>, id: string | undefined): string {
  const found = objects.get(id ?? "");
  if (!found?.stream) return "";
  const isPacked = found.head.includes("FlateDecode");
  return (isPacked ? inflateSync(found.stream) : found.stream).toString("latin1");
}

function fontsOf(objects: Map<string, PdfObject>, page: string): Map<string, Map<string, string>> {
  const resources = objects.get(/\/Resources (\d+) 0 R/.exec(page)?.[1] ?? "")?.head ?? page;
  const fonts = new Map<string, Map<string, string>>();
  for (const [, name = "", id = ""] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? "")?.[1];
    fonts.set(name, signsOf(streamOf(objects, table)));
  }
  return fonts;
}

/** Codes of two bytes, counted from the first of each range. */
function signsOf(cmap: string): Map<string, string> {
  const signs = new Map<string, string>();
  for (const [, first = "0", list = ""] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[(.*?)\]/gis)) {
    let code = Number.parseInt(first, 16);
    for (const [, units = ""] of list.matchAll(/<([0-9a-f ]*)>/gi)) {
      const text = Buffer.from(units.replaceAll(" ", ""), "hex").swap16().toString("utf16le");
      signs.set(code.toString(16).padStart(4, "0"), text);
      code += 1;
    }
  }
  return signs;
}

function decode(shown: string, signs: Map<string, string>): string {
  let text = "";
  for (const [, hex = ""] of shown.matchAll(/<([0-9a-f]*)>/gi)) {
    for (const [code] of hex.matchAll(/.{4}/g)) text += signs.get(code.toLowerCase()) ?? "\ufffd";
  }
  return text;
}
