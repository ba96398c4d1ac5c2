import { setTimeout as sleep } from "node:timers/promises";
import { readConfig } from "../src/config.ts";
import { callbackAddress } from "../src/conversing/callback-address.ts";
import type { Installation } from "../src/installation.ts";
import { findAccount, forChannel } from "../src/publishing/account-store.ts";
import { startWeb } from "../src/web/server.ts";
import type { EngineName } from "./databases.ts";
import { type InboxWorld, openInboxWorld } from "./inbox-world.ts";

const channel = "facebook-page";

/** The whole way from the pretend Facebook: it tells our address what citizens do there, well or badly. */
export interface ListeningWorld extends InboxWorld {
  /** A post of the Page; gives its id. */
  postId: string;
  /** Where our addresses answer. */
  origin: string;
  admin(path: string, body: object): Promise<Record<string, string>>;
  says(person: string, message: string, parentId?: string): Promise<Record<string, string>>;
  writes(person: string, text: string): Promise<Record<string, string>>;
  /** Waits until nothing is on its way any more; what is overtaken waits for some tenths of a second. */
  calm(): Promise<void>;
}

export async function openListeningWorld(options: { engine?: EngineName } = {}): Promise<ListeningWorld> {
  const world = await openInboxWorld(options);
  const { database, clock, vault, facebook } = world;
  const { channels, policy, publicUrl, log } = world.tools;
  const queue = async () => ({ ...world.queue, async take() {}, async close() {} });
  const parts = { config: readConfig({}), log: log as Installation["log"], queue };
  const web = await startWeb({ ...parts, database, clock, vault, channels, policy, publicUrl }, { port: 0 });
  await subscribe(world, web.origin);
  const page = facebook.world.pages.get(facebook.seed.page.id);
  if (!page) throw new Error("the Page is gone");
  const post = { page, appId: "", authorId: page.id, message: "Magazziniere a Cantù", published: true };
  const postId = facebook.world.createPost(post).id;
  const admin = async (path: string, body: object) => await tellSandbox(facebook.origin, path, body);
  const calm = async () => {
    await sleep(400);
    await facebook.webhooks.sender.idle();
  };
  await calm();
  return {
    ...world,
    postId,
    origin: web.origin,
    admin,
    says: (person, message, parentId) => admin(`people/${person}/comment`, { postId, message, parentId }),
    writes: (person, text) => admin(`people/${person}/message`, { text }),
    calm,
    async close() {
      await web.close();
      await world.close();
    },
  };
}

/** As an account is connected: the app's subscription, with Facebook's handshake at our address, and the Page's. */
async function subscribe(world: InboxWorld, origin: string): Promise<void> {
  const { listening } = world.tools.channels[channel] ?? {};
  const own = await findAccount(world.database.db, world.account);
  if (!listening || !own) throw new Error("the channel does not listen");
  const account = forChannel(own, world.vault);
  const app = listening.appOf(account.settings);
  if (!app) throw new Error("the account names no app");
  const address = callbackAddress(origin, { authorityId: world.account.authorityId, channel });
  const done = await listening.subscribe(app, account, address);
  if (done.kind !== "done") throw new Error(`not subscribed: ${done.kind}`);
}

async function tellSandbox(origin: string, path: string, body: object): Promise<Record<string, string>> {
  const answer = await fetch(`${origin}/_sandbox/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}
