import type { Account } from "../../src/channels/channel.ts";
import type { Answered, Conversing, ReplyFinding } from "../../src/channels/conversing.ts";
import { nextPost, type SeenAnswer } from "./channel-world.ts";
import { minuteAgo, type Stage } from "./stage.ts";

export function conversingOf<Settings, App>({ channel }: Stage<Settings, App>): Conversing<Settings> {
  if (!channel.conversing) throw new Error("this channel does not converse");
  return channel.conversing;
}

export type Way = "comment" | "message" | "private-reply";

/** Somebody spoke to us, and this is how we answer them. */
export interface Exchange {
  answer(text: string): Promise<Answered>;
  find(text: string): Promise<ReplyFinding>;
  ours(): SeenAnswer[];
}

/** Puts a post there; gives its id. */
export async function publishOne<Settings, App>({ world, channel }: Stage<Settings, App>): Promise<string> {
  const outcome = await channel.publish(nextPost(), world.account);
  if (outcome.kind !== "published") throw new Error(outcome.kind);
  return outcome.externalId;
}

/** Somebody speaks to us, in the way that is answered in this one. */
export async function begin<Settings, App>(
  at: Stage<Settings, App>,
  way: Way,
  account: Account<Settings> = at.world.account,
): Promise<Exchange> {
  const { people } = at.world;
  const conversing = conversingOf(at);
  const since = minuteAgo();
  if (way === "message") {
    const { personId } = people.write("Buongiorno, serve la patente?");
    return {
      answer: (text) => conversing.message(account, { personId }, text, "answer", "riga-1"),
      find: (text) => conversing.findReply(account, { since, text, personId }),
      ours: () => people.messages().filter((one) => one.isByAccount && one.to === personId),
    };
  }
  const commentId = people.comment(await publishOne(at), "Scade quando?");
  if (way === "comment") {
    return {
      answer: (text) => conversing.reply(account, { parentId: commentId }, text),
      find: (text) => conversing.findReply(account, { since, text, parentId: commentId }),
      ours: () => people.comments().filter((one) => one.isByAccount && one.to === commentId),
    };
  }
  return {
    answer: (text) => conversing.replyPrivately(account, { commentId }, text, "riga-1"),
    find: (text) => conversing.findReply(account, { since, text, commentId }),
    ours: () => people.messages().filter((one) => one.isByAccount),
  };
}
