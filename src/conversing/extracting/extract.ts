/** An extract of a conversation for the official register, as it was made. */
export interface Extract {
  authorityId: string;
  id: string;
  conversationId: string;
  madeAt: Date;
  /** The name of the member, as it was then. */
  madeBy: string;
  messages: number;
  /** Of the whole ZIP file, in hexadecimal digits. */
  sha256: string;
  bytes: number;
  /** In the order in which they stand in the ZIP file. */
  files: ExtractFile[];
  /** Noted by hand, once the register has given it. */
  register: RegisterEntry | null;
  /** Our copy was erased: its hash is what is left. */
  erasedAt: Date | null;
}

export interface ExtractFile {
  name: string;
  bytes: number;
  crc32: number;
  sha256: string;
  /** Whose bytes these are; null for what was made for the extract and is kept with it. */
  attachmentId: string | null;
}

export interface RegisterEntry {
  number: string;
  /** "2026-11-22", as the register has it. */
  date: string;
}

export const fileNames = {
  pdf: "conversazione.pdf",
  json: "conversazione.json",
  sums: "SHA256SUMS",
  folder: "allegati",
} as const;

/** "a1b2…  conversazione.pdf", one a line, as `sha256sum --check` reads it. */
export function sumsOf(files: readonly Pick<ExtractFile, "name" | "sha256">[]): string {
  return files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
}

export const registerNumberCharactersMax = 60;

export type RegisterFault = "number-missing" | "number-too-long" | "date-wrong" | "date-to-come";

/** What stands against an entry somebody typed; `today` is the day at the authority. */
export function registerFault({ number, date }: RegisterEntry, today: string): RegisterFault | undefined {
  if (number === "") return "number-missing";
  if (number.length > registerNumberCharactersMax) return "number-too-long";
  if (!isDay(date)) return "date-wrong";
  return date > today ? "date-to-come" : undefined;
}

/** "12345/2026", as people write a number that starts anew each year; one that has its year already keeps it. */
export function registeredAs({ number, date }: RegisterEntry): string {
  const year = date.slice(0, 4);
  return number.includes(year) ? number : `${number}/${year}`;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
