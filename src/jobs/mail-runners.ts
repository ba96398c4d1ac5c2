import type { MailTools } from "../mailing/mail-tools.ts";
import { sendMail } from "../mailing/send-mail.ts";
import { tellPeople } from "../mailing/tell-people.ts";
import { tellStanding } from "../mailing/tell-standing.ts";
import type { Queue } from "./queue.ts";
import { openRunner, type Runner } from "./runners.ts";

/** Takes the jobs of mail to the people at the desk; gives what runs them, to be closed. */
export async function startMailRunners(
  tools: MailTools,
  queue: Pick<Queue, "take">,
): Promise<Pick<Runner<never>, "close">[]> {
  const { log } = tools;
  const sending = openRunner<object>(() => sendMail(tools), { most: 1, log, name: "send-mail" });
  const telling = openRunner<object>(() => tellPeople(tools), { most: 1, log, name: "tell-people" });
  const standing = openRunner<object>(() => tellStanding(tools), { most: 1, log, name: "tell-standing" });
  await queue.take("send-mail", sending.wake);
  await queue.take("tell-people", telling.wake);
  await queue.take("tell-standing", standing.wake);
  return [sending, telling, standing];
}
