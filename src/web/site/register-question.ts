import type { RegisterFilters } from "../../moderating/registering/register-store.ts";
import { textsIn } from "../form-fields.ts";

/** What of the register somebody wants to see. */
export interface RegisterQuestion extends RegisterFilters {
  page: number;
}

/** Reads a question out of the parameters of an address; undefined for what cannot be one. */
export function readRegisterQuestion(query: unknown): RegisterQuestion | undefined {
  const { regola = "", misura = "", mese = "", pagina = "" } = textsIn(query);
  const isWhole =
    /^([1-9]\d?)?$/.test(regola) &&
    /^[a-z]{0,12}$/.test(misura) &&
    /^(\d{4}-\d{2})?$/.test(mese) &&
    /^([1-9]\d{0,5})?$/.test(pagina);
  if (!isWhole) return undefined;
  return {
    ...(regola && { rule: Number(regola) }),
    ...(misura && { action: misura }),
    ...(mese && { period: mese }),
    page: Number(pagina || 1),
  };
}

/** The parameters that ask it again; the first page is not named. */
export function registerParameters({ rule, action, period, page }: Partial<RegisterQuestion>) {
  const parts: [name: string, value: string | undefined][] = [
    ["regola", rule?.toString()],
    ["misura", action],
    ["mese", period],
    ["pagina", page && page > 1 ? String(page) : undefined],
  ];
  return parts.filter((part): part is [string, string] => part[1] !== undefined);
}
