import { createApiKey, findApiKeys, revokeApiKey } from "../../authority/api-key-store.ts";
import type { Installation } from "../../installation.ts";
import { nearest } from "../../platform/nearest.ts";
import { type Command, type CommandContext, UsageError } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { knownAuthority } from "../known-authority.ts";

/** Keys with which a program of the authority hands items over. */
export const apiKey: Command = {
  name: "api-key",
  options: {},
  operands: { least: 2, most: 3 },
  run: runApiKey,
};

const actions: Record<
  string,
  (context: CommandContext, parts: Installation, authority: string) => Promise<ExitCode>
> = {
  create,
  list,
  revoke,
};

async function runApiKey(context: CommandContext): Promise<ExitCode> {
  const [action = "", authority = "", extra] = context.operands;
  const act = actions[action];
  if (!act)
    throw new UsageError((said) => said.apiKey.noSuchAction(action, nearest(action, Object.keys(actions))));
  if (action === "revoke" && extra === undefined) throw new UsageError((said) => said.use.missingOperand);
  const installation = await context.installation();
  try {
    return await act(context, installation, await knownAuthority(context.words, installation, authority));
  } finally {
    await installation.close();
  }
}

async function create(
  context: CommandContext,
  { database }: Installation,
  authority: string,
): Promise<ExitCode> {
  const { terminal, words, operands } = context;
  const { id, key } = await createApiKey(database.db, authority, operands[2] ?? words.apiKey.unnamed);
  // The key alone on standard output, so that a script can take it.
  terminal.note(words.apiKey.created(id));
  terminal.say(key);
  return exitCode.ok;
}

async function list(
  context: CommandContext,
  { database }: Installation,
  authority: string,
): Promise<ExitCode> {
  const { terminal, words, language } = context;
  const keys = await findApiKeys(database.db, authority);
  if (keys.length === 0) terminal.say(words.apiKey.none(authority));
  const moment = (at: Date | null) => at?.toLocaleString(language) ?? words.apiKey.never;
  for (const key of keys) {
    const state = key.revokedAt ? words.apiKey.revokedAt(moment(key.revokedAt)) : words.apiKey.inForce;
    terminal.say(words.apiKey.row(key.id, key.name, moment(key.createdAt), moment(key.lastUsedAt), state));
  }
  return exitCode.ok;
}

async function revoke(
  context: CommandContext,
  { database, clock }: Installation,
  authority: string,
): Promise<ExitCode> {
  const { terminal, words, operands } = context;
  const id = operands[2] ?? "";
  const isKey = (await findApiKeys(database.db, authority)).some((key) => key.id === id && !key.revokedAt);
  if (!isKey || !(await revokeApiKey(database.db, authority, id, clock.now()))) {
    throw new UsageError((said) => said.apiKey.noSuchKey(id, authority));
  }
  terminal.say(words.apiKey.revoked(id));
  return exitCode.ok;
}
