import type { Answer, KnownCall, Node, Surroundings } from "./call.ts";
import { nonexistingField, notImitated } from "./graph-error.ts";
import type { Operation, OperationTable } from "./operation.ts";
import { debugToken } from "./operations/debug-token.ts";
import { leaveApp, listAccounts, listPermissions, readPerson, revokePermission } from "./operations/me.ts";
import { editPost, readPost, removePost } from "./operations/one-post.ts";
import { listFeed, listPublished, readPage } from "./operations/page.ts";
import { publishPost } from "./operations/publish-post.ts";
import { scrapeLink } from "./operations/scrape-link.ts";
import { FIGURES_OF_POST, MEDIA_ON_PAGE, PHOTO, STORY, VIDEO } from "./operations-media.ts";
import {
  APP,
  COMMENT,
  MESSAGE,
  PEOPLE_ON_PAGE,
  PEOPLE_ON_POST,
  PERSON,
  THREAD,
} from "./operations-people.ts";

/**
 * Everything this sandbox imitates, on one page: by kind of node, then method and edge. What is not here answers 501.
 * A batch is taken apart before it gets here (run-batch.ts).
 */
const OPERATIONS: { [Type in Node["type"]]: OperationTable<Type> } = {
  root: {
    "POST ": (call, _node, around) => scrapeLink(call, around),
  },
  page: {
    "GET ": (call, { page }, around) => readPage(call, page, around),
    "POST feed": (call, { page }, around) => publishPost(call, page, around),
    "GET feed": (call, { page }, around) => listFeed(call, page, around),
    "GET posts": (call, { page }, around) => listPublished(call, page, around),
    // People have accounts, Pages do not: the mistake of asking with a Page token is a common one.
    "GET accounts": () => {
      throw nonexistingField("accounts", "Page");
    },
    "GET published_posts": (call, { page }, around) => listPublished(call, page, around),
    ...PEOPLE_ON_PAGE,
    ...MEDIA_ON_PAGE,
  },
  post: {
    "GET ": (call, { post, page }, around) => readPost(call, post, page, around),
    "POST ": (call, { post, page }, around) => editPost(call, post, page, around),
    "DELETE ": (call, { post, page }, around) => removePost(call, post, page, around),
    ...PEOPLE_ON_POST,
    ...FIGURES_OF_POST,
  },
  app: APP,
  photo: PHOTO,
  video: VIDEO,
  story: STORY,
  comment: COMMENT,
  thread: THREAD,
  message: MESSAGE,
  person: PERSON,
  user: {
    "GET ": (call, { userId }) => readPerson(call, userId),
    "GET accounts": (call, _node, around) => listAccounts(call, around),
    "GET permissions": (call, _node, around) => listPermissions(call, around),
    "DELETE permissions": (call, { userId }, around) => leaveApp(call, userId, around),
    "DELETE permissions/*": (call, { userId }, around) => revokePermission(call, userId, around),
  },
  debug_token: {
    "GET ": (call, _node, around) => debugToken(call, around),
  },
};

/** Runs the operation a recognised call asks for; throws a GraphError where Graph would answer one. */
export async function operate(call: KnownCall, node: Node, around: Surroundings): Promise<Answer> {
  if (call.params.metadata === "1") throw notImitated("metadata");
  const inPath = node.type === "root" ? 0 : 1;
  const key = `${call.method} ${call.segments.slice(inPath).join("/")}`;
  const table = OPERATIONS[node.type] as Record<string, Operation<Node["type"]>>;
  // The name of a permission stands in the path.
  const known = key.replace(/^(DELETE permissions\/)\w+$/, "$1*");
  const operation = Object.hasOwn(table, known) ? table[known] : undefined;
  if (!operation) throw notImitated(`${key.trim()} on a ${node.type}`);
  return operation(call, node as never, around);
}

/** Names of everything imitated, as "page: POST feed": the table of the README must know each. */
export function imitated(): string[] {
  return Object.entries(OPERATIONS).flatMap(([node, table]) =>
    Object.keys(table).map((key) => `${node}: ${key.trim()}`),
  );
}
