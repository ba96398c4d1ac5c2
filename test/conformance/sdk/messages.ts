import { strict as assert } from "node:assert";
import type { Held, Params } from "./meta-sdk.ts";
import type { Scenario } from "./scenario.ts";
import { elements, inside, refused, type Stage } from "./stage.ts";

const HOUR_MS = 3_600_000;

/** Private messages: reading threads, writing within the windows, the profile, who has the thread. */
export const messageScenarios: Scenario[] = [
  {
    name: "conversations, newest first",
    asked: "Page.getConversations participants, user_id",
    run: async (stage) => {
      stage.writes("anna", "Buongiorno");
      const psid = stage.writes("youssef", "Buonasera");
      const threads = await stage
        .page()
        .getConversations(["id", "participants", "snippet", "message_count", "can_reply"], {
          platform: "messenger",
        });
      assert.deepEqual(
        threads.map(({ snippet }) => snippet),
        ["Buonasera", "Buongiorno"],
      );
      const names = new Map(
        elements(threads[0]?.participants).map((one) => [inside(one, "id"), inside(one, "name")]),
      );
      assert.equal(names.get(psid), "Youssef El Fassi");
      assert.equal(names.get(stage.facebook.seed.page.id), stage.facebook.seed.page.name);
      const [his] = await stage.page().getConversations(["id"], { user_id: psid });
      assert.equal(his?.id, threads[0]?.id);
      return undefined;
    },
  },
  {
    name: "messages of a thread",
    asked: "UnifiedThread.getMessages",
    run: async (stage) => {
      const psid = stage.writes("anna", "Avete posto?");
      await send(stage, psid, "Sì, venga giovedì");
      const [thread] = await stage.page().getConversations(["id"]);
      const messages = await new stage.sdk.UnifiedThread(thread?.id ?? "").getMessages([
        "id",
        "message",
        "from",
        "to",
        "created_time",
      ]);
      assert.deepEqual(
        messages.map(({ message }) => message),
        ["Sì, venga giovedì", "Avete posto?"],
      );
      assert.equal(inside(messages[1]?.from, "id"), psid);
      assert.match(messages[0]?.id ?? "", /^m_/);
      return undefined;
    },
  },
  {
    name: "only the newest 20 messages can be read",
    asked: "UnifiedThread.getMessages",
    run: async (stage) => {
      for (let number = 1; number <= 22; number += 1) stage.writes("anna", `numero ${number}`);
      const [thread] = await stage.page().getConversations(["id"]);
      const list = await new stage.sdk.UnifiedThread(thread?.id ?? "").getMessages(["id"], { limit: 50 });
      const oldest = list.at(-1)?.id ?? "";
      assert.equal(list.length, 22);
      await refused(new stage.sdk.UnifiedThread(oldest).get(["message"]), 9000001);
      const read = await new stage.sdk.UnifiedThread(list[0]?.id ?? "").get(["message"]);
      assert.equal(read.message, "numero 22");
      return undefined;
    },
  },
  {
    name: "answering within 24 hours",
    asked: "Page.createMessage RESPONSE",
    run: async (stage) => {
      const psid = stage.writes("anna", "Buongiorno");
      const sent = await send(stage, psid, "Buongiorno a lei");
      assert.equal(sent.recipient_id, psid);
      assert.match(String(sent.message_id), /^m_/);
      return undefined;
    },
  },
  {
    name: "too late for an answer, in time for a person's",
    asked: "Page.createMessage, HUMAN_AGENT",
    run: async (stage) => {
      const psid = stage.writes("anna", "Buongiorno");
      stage.facebook.advance(25 * HOUR_MS);
      await refused(send(stage, psid, "Ci scusi"), 10, 2018278);
      const tagged = { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" };
      await refused(send(stage, psid, "Ci scusi", tagged), 10, 2018065);
      Object.assign(stage.facebook.world.apps.get(stage.facebook.seed.app.id) ?? {}, { humanAgent: true });
      assert.equal((await send(stage, psid, "Ci scusi", tagged)).recipient_id, psid);
      stage.facebook.advance(6 * 24 * HOUR_MS);
      await refused(send(stage, psid, "Ormai", tagged), 10, 2018278);
      return undefined;
    },
  },
  {
    name: "retired tags are refused",
    asked: "Page.createMessage CONFIRMED_EVENT_UPDATE",
    run: async (stage) => {
      const psid = stage.writes("anna", "Buongiorno");
      for (const tag of ["CONFIRMED_EVENT_UPDATE", "ACCOUNT_UPDATE", "POST_PURCHASE_UPDATE"])
        await refused(send(stage, psid, "Promemoria", { messaging_type: "MESSAGE_TAG", tag }), 100);
      return undefined;
    },
  },
  {
    name: "private answer to a comment, once",
    asked: "Page.createMessage recipient.comment_id",
    run: async (stage) => {
      const comment_id = stage.says("giorgio", await stage.published(), "Il mio numero è 000 0000000");
      const message = { text: "Le scriviamo in privato." };
      const sent = await stage.page().createMessage([], { recipient: { comment_id }, message });
      assert.equal(sent.recipient_id, stage.writes("giorgio", "…"));
      await refused(stage.page().createMessage([], { recipient: { comment_id }, message }), 100);
      assert.equal((await stage.comment(comment_id).get(["can_reply_privately"])).can_reply_privately, false);
      return undefined;
    },
  },
  {
    name: "somebody who never wrote cannot be written to",
    asked: "Page.createMessage",
    run: async (stage) => {
      await refused(send(stage, "7000000010000099", "Salve"), 100, 2018001);
      return undefined;
    },
  },
  {
    name: "a sign that somebody is writing",
    asked: "Page.createMessage sender_action",
    run: async (stage) => {
      const psid = stage.writes("anna", "Ci siete?");
      const done = await stage
        .page()
        .createMessage([], { recipient: { id: psid }, sender_action: "typing_on" });
      assert.deepEqual([done.recipient_id, done.message_id], [psid, undefined]);
      return undefined;
    },
  },
  {
    name: "a picture kept for later messages",
    asked: "Page.createMessageAttachment, createMessage",
    run: async (stage) => {
      const psid = stage.writes("anna", "Avete la locandina?");
      const payload = { url: `${stage.websiteOrigin}/locandina.png`, is_reusable: true };
      const kept = await stage
        .page()
        .createMessageAttachment([], { message: { attachment: { type: "image", payload } } });
      const data = (kept as unknown as { _data?: Params })._data ?? kept;
      assert.match(String(data.attachment_id), /^\d+$/);
      const attachment = { type: "image", payload: { attachment_id: data.attachment_id } };
      const sent = await stage
        .page()
        .createMessage([], { recipient: { id: psid }, messaging_type: "RESPONSE", message: { attachment } });
      assert.match(String(sent.message_id), /^m_/);
      return undefined;
    },
  },
  {
    name: "what Messenger shows before the first word",
    asked: "Page.createMessengerProfile, get, delete",
    run: async (stage) => {
      const get_started = { payload: "INIZIA" };
      const greeting = [{ locale: "default", text: "Rispondiamo entro due giorni lavorativi." }];
      const made = await stage.page().createMessengerProfile([], { get_started, greeting });
      assert.equal(made.result, "success");
      const [profile] = await stage.page().getMessengerProfile(["get_started", "greeting"]);
      assert.deepEqual([profile?.get_started, profile?.greeting], [get_started, greeting]);
      await stage.page().deleteMessengerProfile({ fields: ["greeting"] });
      const [left] = await stage.page().getMessengerProfile(["get_started", "greeting"]);
      assert.deepEqual([left?.get_started, left?.greeting], [get_started, undefined]);
      return undefined;
    },
  },
  {
    name: "handing a thread to the colleagues' inbox",
    asked: "Page.createPassThreadControl, createMessage, createTakeThreadControl",
    run: async (stage) => {
      const psid = stage.writes("anna", "Mi chiamate?");
      const recipient = { id: psid };
      await stage.page().createTakeThreadControl([], { recipient });
      await stage.page().createPassThreadControl([], { recipient, target_app_id: "263902037430900" });
      await refused(send(stage, psid, "Eccomi"), 10, 2018300);
      const [owner] = await stage.page().getThreadOwner([], { recipient: psid });
      assert.equal(inside(owner?.thread_owner, "app_id"), "263902037430900");
      await stage.page().createTakeThreadControl([], { recipient });
      assert.equal((await send(stage, psid, "Eccomi")).recipient_id, psid);
      return undefined;
    },
  },
];

function send(stage: Stage, psid: string, text: string, more: Params = {}): Promise<Held> {
  const params = { recipient: { id: psid }, messaging_type: "RESPONSE", message: { text }, ...more };
  return stage.page().createMessage([], params);
}
