import { sealTrail } from "../../auditing/seal-trail.ts";
import type { TrailFault } from "../../auditing/trail-fault.ts";
import { type VerifiedChain, verifyTrail } from "../../auditing/verify-trail.ts";
import { type Command, type CommandContext, textOption, UsageError } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { knownAuthority } from "../known-authority.ts";

/** Reads the trail of acts from its beginning, and says whether anybody has touched it since it was sealed. */
export const audit: Command = {
  name: "audit",
  options: { authority: { type: "string" }, json: { type: "boolean" } },
  operands: { least: 1, most: 1 },
  run: runAudit,
};

async function runAudit(context: CommandContext): Promise<ExitCode> {
  const { operands, words, options, terminal } = context;
  const [action = ""] = operands;
  if (action !== "verify") throw new UsageError((said) => said.audit.noSuchAction(action));
  const installation = await context.installation();
  try {
    const { database, vault } = installation;
    const named = textOption(context, "authority");
    const only = named === undefined ? undefined : await knownAuthority(words, installation, named);
    // What was entered a moment ago belongs to the trail as well.
    await sealTrail({ ...installation, db: database.db });
    const chains = await verifyTrail({ db: database.db, vault }, only);
    if (options.json) terminal.say(JSON.stringify(chains));
    else for (const chain of chains) tellChain(context, chain);
    if (!options.json && chains.length === 0) terminal.say(words.audit.empty);
    return chains.every(({ faults }) => faults.length === 0) ? exitCode.ok : exitCode.needsPerson;
  } finally {
    await installation.close();
  }
}

function tellChain(
  { terminal, words }: CommandContext,
  { chain, entries, end, faults }: VerifiedChain,
): void {
  const name = chain === "" ? words.audit.ofInstallation : chain;
  const isWhole = faults.length === 0;
  terminal.say(
    isWhole
      ? words.audit.whole(name, entries, end.position, end.hash)
      : words.audit.broken(name, entries, faults.length),
  );
  for (const fault of faults) terminal.say(`  ${tellFault(words, fault)}`);
}

function tellFault({ audit: said }: CommandContext["words"], fault: TrailFault): string {
  switch (fault.kind) {
    case "changed":
    case "out-of-place":
    case "not-sealed":
      return said[fault.kind](fault.position, fault.act, fault.at.toISOString(), fault.id);
    case "missing":
    case "seal-gap":
      return said[fault.kind](fault.from, fault.to);
    case "seal-false":
      return said[fault.kind](fault.position);
  }
}
