import type { ShownItem } from "../../noticeboard/shown-item.ts";
import { isOpen, standingOf } from "../../noticeboard/standing.ts";
import { itemPage, wholeAddress } from "./addresses.ts";
import { dataFields } from "./data-fields.ts";
import { officialAddress } from "./official-link.ts";
import type { Site } from "./site.ts";

export type DataRow = Record<(typeof dataFields)[number], string | null>;

export function dataRow({ place, reading }: Site, item: ShownItem): DataRow {
  const { facts } = item;
  return {
    id: item.seq,
    url: wholeAddress({ ...place, language: place.usual }, itemPage(item)),
    kind: item.kind,
    title: item.title,
    reference: item.reference,
    employer: facts.employer ?? null,
    place: facts.place ?? null,
    contract: facts.contract ?? null,
    office: item.office ?? null,
    professions: item.professions?.length ? item.professions.join(" ") : null,
    deadline: facts.deadline ?? null,
    state: isOpen(standingOf(item, reading.timeZone, reading.now)) ? "open" : "closed",
    publishedAt: item.shownAt.toISOString(),
    changedAt: item.changedAt.toISOString(),
    officialUrl: officialAddress(item) ?? null,
  };
}

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function csvOf(rows: readonly DataRow[]): string {
  const lines = [dataFields, ...rows.map((row) => dataFields.map((field) => row[field] ?? ""))];
  return `\uFEFF${lines.map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A spreadsheet would run what begins like a formula, so it gets an apostrophe before it. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
