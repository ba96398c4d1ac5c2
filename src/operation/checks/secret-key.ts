import type { Installation } from "../../installation.ts";
import { compareSecretKey } from "../verify-secret-key.ts";
import type { Check } from "./check.ts";

/** Whether the secret key in use is the one this database was made with. */
export async function examineSecretKey({ database, vault }: Installation): Promise<Check[]> {
  const found = await compareSecretKey(database.db, vault);
  const common = { part: "secret-key", facts: {} } as const;
  if (found === "another") return [{ ...common, state: "fault", code: "key-another" }];
  return [{ ...common, state: "ok", code: found === "ours" ? "key-ok" : "key-first-use" }];
}
