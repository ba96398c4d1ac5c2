import type { KeptMessage } from "../../conversing/inbox/message-store.ts";
import { textOf } from "../../conversing/inbox/version.ts";

/** Which of the messages that a batch changed are judged (new words of people), and of which the judgement falls away. */
export function toJudge(
  before: readonly KeptMessage[],
  after: readonly KeptMessage[],
): { judged: KeptMessage[]; fallen: KeptMessage[] } {
  const known = new Map(before.map((one) => [one.externalId, one]));
  const judged = after.filter((one) => isReadable(one) && !isSame(known.get(one.externalId), one));
  return { judged, fallen: after.filter((one) => !isReadable(one)) };
}

function isReadable(one: KeptMessage): boolean {
  const saysSomething = textOf(one) !== null || one.attachments.length > 0;
  return one.direction === "in" && one.removedAt === null && saysSomething;
}

function isSame(before: KeptMessage | undefined, after: KeptMessage): boolean {
  if (!before || !isReadable(before)) return false;
  return textOf(before) === textOf(after) && before.attachments.length === after.attachments.length;
}
