import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { withInput } from "./admin.ts";
import { REACTION_TYPES } from "./community/comment.ts";
import { type Person, personByKey } from "./community/people.ts";
import type { FacebookSandbox } from "./sandbox.ts";
import { startLoad } from "./webhooks/load.ts";

const share = z.coerce.number().min(0).max(1);
const id = z.string().regex(/^\d+(_\d+)?$/);
const pageId = z.string().regex(/^\d+$/).optional();
const flag = z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]);

const Weather = z.object({
  duplicates: share.optional(),
  reordering: share.optional(),
  loss: share.optional(),
  batchMax: z.coerce.number().int().min(1).max(1000).optional(),
  batchMs: z.coerce.number().min(0).max(10_000).optional(),
  seed: z.coerce.number().int().optional(),
});
const Load = z.object({
  pageId,
  perSecond: z.coerce.number().positive().max(5_000).default(50),
  events: z.coerce.number().int().positive().max(1_000_000).default(1_000),
  messages: share.default(0.2),
});
const App = z.object({
  advancedAccess: z.union([z.literal("all"), z.array(z.string())]).optional(),
  development: flag.optional(),
  humanAgent: flag.optional(),
  requireProof: flag.optional(),
  deauthorizeUrl: z.url().optional(),
  dataDeletionUrl: z.url().optional(),
});
const Telling = z.object({ url: z.url().optional(), appId: z.string().optional(), userId: z.string() });
const Comment = z.object({ postId: id, parentId: id.optional(), message: z.string().min(1) });
const Reacting = z.object({ postId: id, commentId: id.optional(), type: z.enum(REACTION_TYPES).nullable() });
const Editing = z.object({ id: z.string(), text: z.string().min(1) });
const Message = z.object({ pageId, text: z.string().min(1) });

/** More of the sandbox's own addresses: playing people, webhooks, what an app was granted, callbacks about leavers. */
export function addPeopleAdmin(admin: FastifyInstance, sandbox: FacebookSandbox): void {
  const { world } = sandbox;
  admin.get("/_sandbox/webhooks", async () => webhookState(sandbox));
  admin.post("/_sandbox/webhooks/weather", async (request, reply) =>
    withInput(Weather, request, reply, (weather) => sandbox.webhooks.outbox.setWeather(weather)),
  );
  admin.post("/_sandbox/webhooks/load", async (request, reply) =>
    withInput(Load, request, reply, (load) => {
      startLoad(world, { ...load, pageId: load.pageId ?? sandbox.seed.page.id });
      return load;
    }),
  );
  admin.post("/_sandbox/apps/:id", async (request, reply) =>
    withInput(App, request, reply, (changes) => {
      const app = world.apps.get((request.params as { id: string }).id);
      if (!app) return reply.code(404).send({ error: "no such app" });
      Object.assign(app, changes);
      world.emit("changed");
      return { ...app, secret: undefined };
    }),
  );
  for (const [path, address] of [
    ["deauthorize", "deauthorizeUrl"],
    ["data-deletion", "dataDeletionUrl"],
  ] as const) {
    admin.post(`/_sandbox/callbacks/${path}`, async (request, reply) =>
      withInput(Telling, request, reply, async ({ url, appId, userId }) => {
        const app = world.apps.get(appId ?? sandbox.seed.app.id);
        const target = url ?? app?.[address];
        if (!app || !target) return reply.code(404).send({ error: "no such app, or no address" });
        return sandbox.logins.tell(target, app, userId);
      }),
    );
  }
  addPeople(admin, sandbox);
}

type Play = <Input>(
  deed: string,
  schema: z.ZodType<Input>,
  act: (person: Person, input: Input, reply: FastifyReply) => unknown,
) => void;

/** `/_sandbox/people/{key}/…`: a citizen comments, reacts, writes, posts, and changes what they said. */
function addPeople(admin: FastifyInstance, sandbox: FacebookSandbox): void {
  const play: Play = (deed, schema, act) => {
    admin.post(`/_sandbox/people/:key/${deed}`, async (request: FastifyRequest, reply) => {
      const person = personByKey((request.params as { key: string }).key);
      if (!person) return reply.code(404).send({ error: "nobody of that name" });
      return withInput(schema, request, reply, (input) => act(person, input, reply));
    });
  };
  addSaying(play, sandbox);
  addChanging(play, sandbox);
}

function addSaying(play: Play, { world, seed }: FacebookSandbox): void {
  play("comment", Comment, (person, { postId, parentId, message }, reply) => {
    const post = world.posts.get(postId);
    if (!post || world.community.blocked.has(post.pageId, person.id))
      return reply.code(404).send({ error: "no such post, or this person is blocked" });
    return world.community.addComment({
      pageId: post.pageId,
      postId,
      parentId,
      authorId: person.id,
      message,
    });
  });
  play("react", Reacting, (person, { postId, commentId, type }, reply) => {
    const post = world.posts.get(postId);
    const about = commentId
      ? world.community.comments.get(commentId)
      : post && { pageId: post.pageId, postId };
    if (!about) return reply.code(404).send({ error: "no such post or comment" });
    if (type === null) world.community.unreact(about, person.id);
    else world.community.react(about, person.id, type);
    return { type };
  });
  play("message", Message, (person, { pageId: on, text }) =>
    world.messenger.receive(on ?? seed.page.id, person, { text }),
  );
  play("post", z.object({ pageId, message: z.string().min(1) }), (person, { pageId: on, message }, reply) => {
    const page = world.pages.get(on ?? seed.page.id);
    if (!page) return reply.code(404).send({ error: "no such Page" });
    return world.createPost({ page, appId: "", authorId: person.id, message, published: true });
  });
}

function addChanging(play: Play, { world }: FacebookSandbox): void {
  play("edit", Editing, (person, { id: what, text }, reply) => {
    const comment = world.community.comments.get(what);
    const message = world.messenger.messages.get(what);
    const own = message && world.messenger.threads.get(message.threadId)?.person === person;
    if (comment?.authorId === person.id) world.community.editComment(comment, { message: text });
    else if (!own || !world.messenger.edit(message, text))
      return reply.code(404).send({ error: "nothing of this person's that can still be edited" });
    return { id: what };
  });
  play("remove", z.object({ id: z.string() }), (person, { id: what }, reply) => {
    const comment = world.community.comments.get(what);
    if (comment?.authorId !== person.id) return reply.code(404).send({ error: "no comment of this person" });
    world.community.removeComment(comment);
    return { id: what };
  });
}

const DELIVERIES_SHOWN = 100;

function webhookState({ webhooks, world }: FacebookSandbox): object {
  const { sender, outbox, subscriptions, disabled } = webhooks;
  return {
    counts: sender.counts,
    weather: outbox.weather,
    disabled,
    apps: [...world.apps.keys()].flatMap((appId) => {
      const subscription = subscriptions.ofApp(appId);
      return subscription
        ? [{ appId, callbackUrl: subscription.callbackUrl, fields: [...subscription.fields.keys()] }]
        : [];
    }),
    pages: [...world.pages.keys()].flatMap((page) =>
      [...subscriptions.ofPage(page)].map(([appId, fields]) => ({
        pageId: page,
        appId,
        fields: [...fields],
      })),
    ),
    deliveries: [...sender.deliveries]
      .slice(-DELIVERIES_SHOWN)
      .map(({ headers: _headers, ...shown }) => shown),
  };
}
