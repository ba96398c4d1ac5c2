import { releasePublication } from "../../publishing/release-publication.ts";
import { wordsOf } from "../../web/words/index.ts";
import { type Command, type CommandContext, UsageError } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { findHeldPublications, type HeldPublication } from "../held-store.ts";
import { knownAuthority } from "../known-authority.ts";

/** A person's yes to held publications, from the command line. */
export const release: Command = {
  name: "release",
  options: { all: { type: "boolean" } },
  operands: { least: 1, most: Number.POSITIVE_INFINITY },
  run: runRelease,
};

async function runRelease(context: CommandContext): Promise<ExitCode> {
  const { terminal, words, operands, options } = context;
  const [authority = "", ...ids] = operands;
  const installation = await context.installation();
  try {
    const { database, clock } = installation;
    const authorityId = await knownAuthority(words, installation, authority);
    const held = await findHeldPublications(database.db, authorityId);
    if (!options.all && ids.length === 0) return tellHeld(context, held);
    const wanted = options.all ? held.map((one) => one.id) : ids;
    const strange = wanted.find((id) => !held.some((one) => one.id === id));
    if (strange !== undefined) throw new UsageError((said) => said.release.notHeld(strange, authorityId));
    const tools = { db: database.db, queue: await installation.queue(), clock, by: null };
    let released = 0;
    for (const id of wanted) if (await releasePublication(tools, { authorityId, id })) released += 1;
    terminal.say(words.release.released(released));
    return exitCode.ok;
  } finally {
    await installation.close();
  }
}

function tellHeld(
  { terminal, words, language, operands }: CommandContext,
  held: HeldPublication[],
): ExitCode {
  if (held.length === 0) {
    terminal.say(words.release.nothingHeld(operands[0] ?? ""));
    return exitCode.ok;
  }
  const { reasons } = wordsOf(language);
  for (const { id, accountId, title, reason } of held) {
    const why = (reasons as Record<string, { happened: string }>)[reason]?.happened ?? reason;
    terminal.say(`${id}  ${accountId}  ${title}\n  ${why}`);
  }
  terminal.say(words.release.howTo(held.length));
  return exitCode.needsPerson;
}
