import { professions } from "../../noticeboard/profession.ts";
import { itemKinds } from "../../watching/found-item.ts";

/** The columns of the open data, in their order; their meaning is told on the page about data. */
export const dataFields = [
  "id",
  "url",
  "kind",
  "title",
  "reference",
  "employer",
  "place",
  "contract",
  "office",
  "professions",
  "deadline",
  "state",
  "publishedAt",
  "changedAt",
  "officialUrl",
] as const;

/** The columns of the register; see register-entry.ts of moderating. */
export type RegisterColumn =
  | "period"
  | "rule"
  | "version"
  | "action"
  | "channel"
  | "isAutomatic"
  | "review"
  | "count";

/** The forms that values of the open data have. */
export type DataShape =
  | "number"
  | "address"
  | "kind"
  | "text"
  | "deadline"
  | "state"
  | "moment"
  | "words"
  | "period"
  | "word"
  | "yes-or-no";

export interface DataFieldForm {
  shape: DataShape;
  isOptional: boolean;
  example: string;
}

/** In which form each field of an item is, and an example of it. */
export const itemForms: Record<(typeof dataFields)[number], DataFieldForm> = {
  id: { shape: "number", isOptional: false, example: "412" },
  url: {
    shape: "address",
    isOptional: false,
    example: "https://bacheca.ente.example/ente/notizie/magazziniere-412",
  },
  kind: { shape: "kind", isOptional: false, example: "offer" },
  title: { shape: "text", isOptional: false, example: "Magazziniere a Cantù" },
  reference: { shape: "text", isOptional: true, example: "CPI-2026-0412" },
  employer: { shape: "text", isOptional: true, example: "Logistica Lariana S.r.l." },
  place: { shape: "text", isOptional: true, example: "Cantù" },
  contract: { shape: "text", isOptional: true, example: "Tempo determinato, 6 mesi" },
  office: { shape: "text", isOptional: true, example: "CPI Lago Sud" },
  professions: { shape: "words", isOptional: true, example: "logistics" },
  deadline: { shape: "deadline", isOptional: true, example: "2026-12-05" },
  state: { shape: "state", isOptional: false, example: "open" },
  publishedAt: { shape: "moment", isOptional: false, example: "2026-11-20T09:02:20.000Z" },
  changedAt: { shape: "moment", isOptional: false, example: "2026-11-20T09:12:20.000Z" },
  officialUrl: { shape: "address", isOptional: true, example: "https://lavoro.ente.example/offerte/412" },
};

export const registerForms: Record<RegisterColumn, DataFieldForm> = {
  period: { shape: "period", isOptional: false, example: "2026-11" },
  rule: { shape: "number", isOptional: false, example: "3" },
  version: { shape: "number", isOptional: false, example: "1" },
  action: { shape: "word", isOptional: false, example: "hide" },
  channel: { shape: "word", isOptional: false, example: "facebook-page" },
  isAutomatic: { shape: "yes-or-no", isOptional: false, example: "false" },
  review: { shape: "word", isOptional: false, example: "upheld" },
  count: { shape: "number", isOptional: false, example: "7" },
};

/** A shape in the words of JSON Schema (2020-12). All values of an item are texts; "12" is one, too. */
export function textSchemaOf(shape: DataShape): object {
  switch (shape) {
    case "number":
      return { type: "string", pattern: "^[1-9]\\d*$" };
    case "address":
      return { type: "string", format: "uri" };
    case "kind":
      return { type: "string", enum: itemKinds };
    case "state":
      return { type: "string", enum: ["open", "closed"] };
    case "moment":
      return { type: "string", format: "date-time" };
    case "words":
      return { type: "string", pattern: `^(${professions.join("|")})( (${professions.join("|")}))*$` };
    // A portal may write words instead of a day, and then these are what is known.
    case "deadline":
    case "text":
    case "period":
    case "word":
    case "yes-or-no":
      return { type: "string" };
  }
}
