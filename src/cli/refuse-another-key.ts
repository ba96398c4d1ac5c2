import type { Installation } from "../installation.ts";
import { verifySecretKey } from "../operation/verify-secret-key.ts";
import { exitCode } from "./exit-code.ts";
import { CommandFailure } from "./failure.ts";
import type { Words } from "./words/it.ts";

/** Ends a command that would read or write secrets with a key that is not this database's. */
export async function refuseAnotherKey(words: Words, installation: Installation): Promise<void> {
  const key = await verifySecretKey(installation.database.db, installation.vault);
  if (key !== "another") return;
  throw new CommandFailure({ lines: [words.failure.otherKeyDatabase], exitCode: exitCode.wrongUse });
}
