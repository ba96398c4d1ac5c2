import { invalidParameter } from "./graph-error.ts";

/** "true", "1", "false", "0" and their like. */
export function readBoolean(text: string | undefined, name: string, otherwise: boolean): boolean {
  if (text === undefined || text === "") return otherwise;
  if (/^(true|1)$/i.test(text)) return true;
  if (/^(false|0)$/i.test(text)) return false;
  throw invalidParameter(`Param ${name} must be a boolean`);
}
