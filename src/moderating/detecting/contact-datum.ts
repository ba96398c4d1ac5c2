import type { Span } from "../reading/word.ts";
import type { NumberKind } from "./phone-numbers.ts";

export type ContactKind = NumberKind | "tax-code" | "iban" | "e-mail" | "postal-address" | "birth-date";

export interface ContactDatum extends Span {
  kind: ContactKind;
  /** Its own check holds, or its shape is nothing else's. */
  isSure: boolean;
}
