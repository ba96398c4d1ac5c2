/** Italian and English, by their first three letters. */
const months = [
  "gen jan",
  "feb",
  "mar",
  "apr",
  "mag may",
  "giu jun",
  "lug jul",
  "ago aug",
  "set sep",
  "ott oct",
  "nov",
  "dic dec",
];

/** Hours east of Greenwich for the names seen in feeds: RFC 822 section 5 and the European ones. */
const zones = new Map(
  Object.entries({
    "0": "gmt ut utc z wet",
    "1": "cet met west bst",
    "2": "cest mest mesz eet",
    "3": "eest",
    "-4": "edt",
    "-5": "est cdt",
    "-6": "cst mdt",
    "-7": "mst pdt",
    "-8": "pst",
  }).flatMap(([hours, names]) => names.split(" ").map((name) => [name, Number(hours)] as const)),
);

interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** Minutes east of Greenwich; undefined = not stated. */
  offset: number | undefined;
}

const time = String.raw`(?:(?:[\s,t-]|ore|alle|at|h\.?)*(\d{1,2})[:.h]?(\d{2})(?:[:.]?(\d{2})(?:[.,]\d+)?)?\s*(am|pm)?)?`;
const zone = String.raw`\s*((?:gmt|utc)?\s*[+-]\d{1,2}:?(?:\d{2})?|[a-z]{1,4})?`;
const rest = String.raw`\s*(?:\([^)]*\))?\s*$`;

const shapes: { pattern: RegExp; order: "ymd" | "dmy" | "mdy" }[] = [
  // 2026-11-18T10:00:00+01:00, 2026-11-18 10:00, 2026/11/18
  {
    pattern: new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}${zone}${rest}`, "i"),
    order: "ymd",
  },
  { pattern: new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})${time}${zone}${rest}`, "i"), order: "ymd" },
  // Wed, 18 Nov 2026 10:00:00 +0100; mer, 11 nov 2026; 18 novembre 2026 ore 9.00; 03 Apr 02 1500 GMT
  {
    pattern: new RegExp(
      String.raw`^(?:\p{L}+[.,\s]+)?(\d{1,2})[°º]?[\s-]+(\p{L}{3,})\.?,?[\s-]+(\d{4}|\d{2})(?!\d)${time}${zone}${rest}`,
      "iu",
    ),
    order: "dmy",
  },
  // 12/11/2026 09:00, 12-11-2026, 12.11.26
  {
    pattern: new RegExp(
      String.raw`^(?:\p{L}+[.,\s]+)?(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)${time}${zone}${rest}`,
      "iu",
    ),
    order: "dmy",
  },
  // November 18, 2026 10:00
  {
    pattern: new RegExp(
      String.raw`^(?:\p{L}+[.,\s]+)?(\p{L}{3,})\.?\s+(\d{1,2}),?\s+(\d{4})${time}${zone}${rest}`,
      "iu",
    ),
    order: "mdy",
  },
];

/** Wed Nov 18 10:00:00 CET 2026: C's ctime and Java's Date.toString. */
const ctime = /^\p{L}+\s+(\p{L}{3})\s+(\d{1,2})\s+(\d{1,2}:\d{2}:\d{2})\s*(\S{1,9})?\s+(\d{4})$/iu;

/** Years outside are a database's zero (1970, 0001) or a slip, never a publication. */
const yearMin = 1980;
const yearMax = 2100;

/**
 * The moment a feed states, in any of the forms portals write: RFC 822 and its relatives, ISO 8601, Italian. Europe/Rome
 * where no zone is stated; midnight where no time is. Undefined for anything else, impossible hours and days included:
 * never the lenient Date of the engine, which finds a date in almost any text.
 */
export function parseFeedDate(text: string): Date | undefined {
  const line = text.slice(0, 200).trim();
  if (line === "") return undefined;
  const whole = parseOne(line.replace(/\s+/g, " "));
  if (whole || !/[\t\n]/.test(line)) return whole;
  // "07/04/2025<tab>Mon, 07 Apr 2025 00:00:00 +0000": the longest part says most.
  const parts = line.split(/[\t\r\n]+/).sort((a, b) => b.length - a.length);
  for (const part of parts) {
    const moment = parseOne(part.trim());
    if (moment) return moment;
  }
  return undefined;
}

function parseOne(text: string): Date | undefined {
  const java = text.match(ctime);
  const line = java ? `${java[2]} ${java[1]} ${java[5]} ${java[3]} ${java[4] ?? ""}` : text;
  for (const { pattern, order } of shapes) {
    const found = line.match(pattern);
    if (!found) continue;
    const [, a = "", b = "", c = "", hour = "0", minute = "0", second = "0", half, zoneName] = found;
    const [year, month, day] = order === "ymd" ? [a, b, c] : order === "dmy" ? [c, b, a] : [c, a, b];
    return toMoment({
      year: fullYear(year),
      month: /^\d/.test(month) ? Number(month) : monthNumber(month),
      day: Number(day),
      hour: hourOfDay(Number(hour), half),
      minute: Number(minute),
      second: Number(second) === 60 ? 59 : Number(second),
      offset: zoneOffset(zoneName),
    });
  }
  return undefined;
}

/** 0 = no month of that name. */
function monthNumber(name: string): number {
  return months.findIndex((names) => names.split(" ").includes(name.slice(0, 3).toLowerCase())) + 1;
}

function fullYear(year: string): number {
  const number = Number(year);
  return year.length > 2 ? number : number + (number < 70 ? 2000 : 1900);
}

function hourOfDay(hour: number, half: string | undefined): number {
  if (!half) return hour;
  if (hour < 1 || hour > 12) return -1;
  return (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
}

/** Minutes east of Greenwich; undefined where nothing usable is stated. */
function zoneOffset(name: string | undefined): number | undefined {
  if (!name) return undefined;
  const numeric = name.match(/([+-])(\d{1,2}):?(\d{2})?$/);
  if (!numeric) {
    const hours = zones.get(name.trim().toLowerCase());
    return hours === undefined ? undefined : hours * 60;
  }
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
  return minutes > 14 * 60 ? undefined : numeric[1] === "-" ? -minutes : minutes;
}

function toMoment(wall: Wall): Date | undefined {
  const { year, month, day, hour, minute, second } = wall;
  if (year < yearMin || year > yearMax || month < 1 || month > 12) return undefined;
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  if (hour < 0 || hour > 23 || minute > 59 || second > 59) return undefined;
  const asIfUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  const offset = wall.offset ?? romeOffset(asIfUtc);
  return new Date(asIfUtc - offset * 60_000);
}

/**
 * Minutes between Rome's clocks and Greenwich for a wall time: summer time from the last Sunday of March, 2:00, to the
 * last Sunday of October, 3:00 (Directive 2000/84/EC). In the hour that happens twice, summer time is taken.
 */
function romeOffset(wall: number): number {
  const year = new Date(wall).getUTCFullYear();
  const starts = lastSunday(year, 2) + 2 * 3_600_000;
  const ends = lastSunday(year, 9) + 3 * 3_600_000;
  return wall >= starts && wall < ends ? 120 : 60;
}

function lastSunday(year: number, monthIndex: number): number {
  const last = new Date(Date.UTC(year, monthIndex + 1, 0));
  return last.getTime() - last.getUTCDay() * 86_400_000;
}
