import { readMailServer } from "../../mailing/mail-server.ts";
import { mailWordsOf } from "../../mailing/words/index.ts";
import { readEmail } from "../../staff/identity.ts";
import { type Command, type CommandContext, UsageError } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { CommandFailure } from "../failure.ts";

/** Sends one letter now, past the outbox, and says what the server made of it. Needs no database. */
export const mailTest: Command = {
  name: "mail-test",
  options: {},
  operands: { least: 1, most: 1 },
  run: runMailTest,
};

async function runMailTest({
  terminal,
  words,
  operands,
  language,
  ...context
}: CommandContext): Promise<ExitCode> {
  const [typed = ""] = operands;
  const address = readEmail(typed);
  if (address === undefined) throw new UsageError((said) => said.staff.noEmail(typed));
  const config = context.config();
  const server = readMailServer(config);
  if (!server) {
    throw new CommandFailure({ lines: [words.mailTest.noServer], exitCode: exitCode.wrongUse });
  }
  // Loaded here, so that commands without mail start without it.
  const { openMailSender } = await import("../../mailing/open-mail-sender.ts");
  const sender = openMailSender(server);
  const { trial, serverTroubles } = mailWordsOf(language);
  terminal.progress(words.mailTest.sending(sender.server));
  const end = await sender.send({
    id: crypto.randomUUID(),
    to: { name: address, address },
    subject: trial.subject,
    text: trial.text(config.publicUrl ?? `${config.host}:${config.port}`),
    html: undefined,
    list: undefined,
    writtenAt: new Date(),
  });
  terminal.endProgress();
  switch (end.kind) {
    case "sent":
      terminal.say(words.mailTest.sent(sender.server, address));
      return exitCode.ok;
    case "unknown":
      throw new CommandFailure({ lines: [words.mailTest.unknown(end.detail)], exitCode: exitCode.failed });
    case "refused":
      throw new CommandFailure({ lines: [words.mailTest.refused(end.detail)], exitCode: exitCode.failed });
    case "retry": {
      const { happened, toDo } = serverTroubles[end.reason];
      const lines = [`${happened} (${end.detail})`, toDo];
      throw new CommandFailure({ lines, exitCode: exitCode.failed });
    }
  }
}
