import type { Installation } from "../../installation.ts";
import { writeInvitation } from "../../mailing/write-invitation.ts";
import { nearest } from "../../platform/nearest.ts";
import { readEmail } from "../../staff/identity.ts";
import { inviteMember } from "../../staff/invite-member.ts";
import { linkAddress } from "../../staff/link.ts";
import type { Member } from "../../staff/member.ts";
import { findMemberByEmail, findMembers } from "../../staff/member-store.ts";
import { resetMember } from "../../staff/reset-member.ts";
import { type Role, roles } from "../../staff/rights.ts";
import { type Command, type CommandContext, textOption, UsageError } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { CommandFailure } from "../failure.ts";
import { knownAuthority } from "../known-authority.ts";

/** The people at the desk, for whoever cannot get in there: everything else is done on its pages. */
export const staff: Command = {
  name: "staff",
  options: { authority: { type: "string" }, role: { type: "string" } },
  operands: { least: 1, most: 3 },
  run: runStaff,
};

const actions: Record<string, (context: CommandContext, parts: Installation) => Promise<ExitCode>> = {
  list,
  invite,
  reset,
};

async function runStaff(context: CommandContext): Promise<ExitCode> {
  const [action = "", email] = context.operands;
  const act = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (!act)
    throw new UsageError((said) => said.staff.noSuchAction(action, nearest(action, Object.keys(actions))));
  if (action !== "list" && email === undefined) throw new UsageError((said) => said.use.missingOperand);
  const installation = await context.installation();
  try {
    return await act(context, installation);
  } finally {
    await installation.close();
  }
}

async function list({ terminal, words }: CommandContext, { database }: Installation): Promise<ExitCode> {
  const people = await findMembers(database.db, "all");
  if (people.length === 0) terminal.say(words.staff.nobody);
  for (const one of people) {
    const own = [...one.roles].map(([authority, those]) => `${authority}: ${those.join(", ")}`);
    const all = [...(one.isInstallationAdministrator ? [words.staff.everywhere] : []), ...own];
    terminal.say(words.staff.row(one.email, one.name, words.staff.states[stateOf(one)], all.join("; ")));
  }
  return exitCode.ok;
}

function stateOf({ confirmedAt, disabledAt }: Member): "active" | "invited" | "out" {
  if (disabledAt !== null) return "out";
  return confirmedAt === null ? "invited" : "active";
}

/** The link alone on standard output, so that a script can take it. */
async function invite(context: CommandContext, installation: Installation): Promise<ExitCode> {
  const { terminal, words, operands } = context;
  const { database, clock, log, publicUrl } = installation;
  const [, typed = "", name] = operands;
  const email = emailOf(typed);
  const named = textOption(context, "authority");
  const authorityId = named === undefined ? undefined : await knownAuthority(words, installation, named);
  const invitation = { name: name ?? email, email, authorityId, roles: rolesOf(context, authorityId) };
  const { mail } = installation;
  const end = await inviteMember(
    {
      ...{ db: database.db, clock, log },
      writeTo: mail && ((trx, invited, now) => writeInvitation(installation, trx, invited, now)),
    },
    "command-line",
    invitation,
  );
  switch (end.kind) {
    case "invited":
      terminal.note(words.staff.invited(email));
      if (mail) terminal.note(words.staff.mailed(email));
      terminal.say(linkAddress(publicUrl, end.token));
      return exitCode.ok;
    case "added":
      terminal.say(words.staff.added(email));
      return exitCode.ok;
    case "fault":
      throw new CommandFailure({
        lines: [words.staff.faults[end.fault](email)],
        exitCode: exitCode.wrongUse,
      });
  }
}

async function reset(context: CommandContext, installation: Installation): Promise<ExitCode> {
  const { terminal, words, operands } = context;
  const { database, clock, log, publicUrl } = installation;
  const email = emailOf(operands[1] ?? "");
  const member = await findMemberByEmail(database.db, email);
  const token = member && (await resetMember({ db: database.db, clock, log }, member.id, null));
  if (!token) {
    const sentence = member ? words.staff.faults["shut-out"](email) : words.staff.noSuchPerson(email);
    throw new CommandFailure({ lines: [sentence], exitCode: exitCode.wrongUse });
  }
  terminal.note(words.staff.reset(email));
  terminal.say(linkAddress(publicUrl, token));
  return exitCode.ok;
}

function emailOf(typed: string): string {
  const email = readEmail(typed);
  if (email === undefined) throw new UsageError((said) => said.staff.noEmail(typed));
  return email;
}

/** A role belongs to an authority; without one a person administers the installation. */
function rolesOf(context: CommandContext, authorityId: string | undefined): Role[] {
  const text = textOption(context, "role");
  if ((text === undefined) !== (authorityId === undefined)) {
    throw new UsageError((said) => said.staff.roleAndAuthority);
  }
  return (text ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .map((word) => {
      const role = roles.find((one) => one === word);
      if (!role) throw new UsageError((said) => said.use.notOneOf("role", roles, nearest(word, [...roles])));
      return role;
    });
}
