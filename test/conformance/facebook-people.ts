import { personByKey, psidOf } from "../../sandbox/facebook/community/people.ts";
import type { FacebookSandbox } from "../../sandbox/facebook/index.ts";
import { PAGE_INBOX_APP } from "../../sandbox/facebook/messenger/thread.ts";
import type { PretendPeople } from "./channel-world.ts";

/** Anna comments and writes. */
export function facebookPeople({ world, seed }: FacebookSandbox): PretendPeople {
  const pageId = seed.page.id;
  const anna = personByKey("anna");
  if (!anna) throw new Error("there is no Anna");
  const psid = psidOf(pageId, anna);
  return {
    comment: (postId, message) =>
      world.community.addComment({ pageId, postId, authorId: anna.id, message }).id,
    write: (text) => ({ personId: psid, messageId: world.messenger.receive(pageId, anna, { text }).id }),
    comments: () =>
      [...world.community.comments.values()].map(
        ({ id, message = "", parentId, postId, authorId, hidden }) => ({
          id,
          text: message,
          to: parentId ?? postId,
          isByAccount: authorId === pageId,
          isHidden: hidden,
        }),
      ),
    messages: () =>
      [...world.messenger.messages.values()].map(({ id, text = "", fromPage }) => ({
        id,
        text,
        to: psid,
        isByAccount: fromPage,
      })),
    isBlocked: () => world.community.blocked.has(pageId, anna.id),
    blockAccount: (isBlocking) => world.messenger.silence(pageId, anna, isBlocking),
    answerElsewhere: (text) => void world.messenger.send(pageId, anna, { text, appId: PAGE_INBOX_APP }),
    grantLateAnswers: () => void Object.assign(world.apps.get(seed.app.id) ?? {}, { humanAgent: true }),
  };
}
