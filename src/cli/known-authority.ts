import { findAuthorities } from "../authority/authority-store.ts";
import type { Installation } from "../installation.ts";
import { exitCode } from "./exit-code.ts";
import { CommandFailure } from "./failure.ts";
import type { Words } from "./words/it.ts";

/** The id of an authority that is there; ends the command with a sentence naming those there are. */
export async function knownAuthority(words: Words, installation: Installation, id: string): Promise<string> {
  const authorities = await findAuthorities(installation.database.db);
  const ids = authorities.map((authority) => authority.id);
  if (ids.includes(id)) return id;
  throw new CommandFailure({ lines: [words.failure.noSuchAuthority(id, ids)], exitCode: exitCode.wrongUse });
}
