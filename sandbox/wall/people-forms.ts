import type { FastifyInstance } from "fastify";
import { readInput } from "../facebook/admin.ts";
import { REACTION_TYPES, type ReactionType } from "../facebook/community/comment.ts";
import { type Person, personByKey } from "../facebook/community/people.ts";
import { PAGE_INBOX_APP } from "../facebook/messenger/thread.ts";
import type { FacebookSandbox } from "../facebook/sandbox.ts";
import type { Page, World } from "../facebook/world.ts";
import { address } from "./view.ts";

type Form = Record<string, string>;

interface Deed {
  world: World;
  page: Page;
  person: Person;
  form: Form;
}

/** Forms of the citizens: each does one thing and leads back to where it stood. Nonsense changes nothing. */
export function addPeopleForms(app: FastifyInstance, sandbox: FacebookSandbox): void {
  const form = (name: string, act: (deed: Deed) => string): void => {
    app.post(`/_wall/people/${name}`, async (request, reply) => {
      const input = (readInput(request) ?? {}) as Form;
      const { world, seed } = sandbox;
      const page = world.pages.get(input.page ?? "") ?? world.pages.get(seed.page.id);
      const person = personByKey(input.as);
      if (!page || !person) return reply.code(400).send("no such person");
      // Whom the Page has blocked can neither comment nor write.
      const blocked = world.community.blocked.has(page.id, person.id) && name !== "suite";
      const path = blocked ? `/${page.id}` : act({ world, page, person, form: input });
      world.emit("changed");
      const [bare = "", hash] = path.split("#");
      const language = input.lang === "en" ? "en" : "it";
      return reply.redirect(`${address(bare, { language, as: person })}${hash ? `#${hash}` : ""}`, 303);
    });
  };
  form("comment", comment);
  form("react", react);
  form("post", ({ world, page, person, form: { message } }) => {
    if (message) world.createPost({ page, appId: "", authorId: person.id, message, published: true });
    return `/${page.id}`;
  });
  addChatForms(form);
}

function addChatForms(form: (name: string, act: (deed: Deed) => string) => void): void {
  const chat = (page: Page): string => `/${page.id}/messages`;
  form("message", ({ world, page, person, form: { text } }) => {
    if (text) world.messenger.receive(page.id, person, { text });
    return chat(page);
  });
  form("suite", ({ world, page, person, form: { text } }) => {
    if (text && world.messenger.threadWith(page.id, person))
      world.messenger.send(page.id, person, { text, appId: PAGE_INBOX_APP });
    return chat(page);
  });
  form("heart", ({ world, page, person, form: { message: id = "" } }) => {
    const message = world.messenger.messages.get(id);
    if (message && message.threadId === world.messenger.threadWith(page.id, person)?.id)
      world.messenger.react(message, { emoji: "❤️", name: "love" });
    return chat(page);
  });
  form("tap", ({ world, page, person, form: { title, payload } }) => {
    if (title && payload) world.messenger.tap(page.id, person, title, payload);
    return chat(page);
  });
  form("silence", ({ world, page, person, form: { silent } }) => {
    world.messenger.silence(page.id, person, silent === "yes");
    return chat(page);
  });
}

function comment({ world, page, person, form }: Deed): string {
  const post = world.posts.get(form.post ?? "");
  const parent = form.parent === undefined ? undefined : world.community.comments.get(form.parent);
  const misplaced = form.parent !== undefined && parent?.postId !== post?.id;
  if (!post?.published || post.pageId !== page.id || misplaced || !form.message) return `/${page.id}`;
  world.community.addComment({
    pageId: page.id,
    postId: post.id,
    parentId: parent?.id,
    authorId: person.id,
    message: form.message,
  });
  return `/${page.id}#p-${post.id.split("_")[1]}`;
}

function react({ world, page, person, form }: Deed): string {
  const post = world.posts.get(form.post ?? "");
  if (!post || post.pageId !== page.id) return `/${page.id}`;
  const about = { pageId: page.id, postId: post.id };
  const type = REACTION_TYPES.find((one): one is ReactionType => one === form.type);
  if (type) world.community.react(about, person.id, type);
  else world.community.unreact(about, person.id);
  return `/${page.id}#p-${post.id.split("_")[1]}`;
}
