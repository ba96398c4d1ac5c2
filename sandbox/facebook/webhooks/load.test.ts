import { expect, test } from "vitest";
import { CallbackProbe } from "../callback-probe.ts";
import { Probe } from "../probe.ts";

test("a load of comments and messages arrives whole, each as an event and as a thing that can be read", async () => {
  const probe = await Probe.start();
  const callback = await CallbackProbe.start();
  const { id, secret } = probe.facebook.seed.app;
  const fields = "feed,messages";
  const app = { object: "page", callback_url: callback.url, fields, verify_token: "segreto" };
  await probe.post(`/${id}/subscriptions`, app, `${id}|${secret}`);
  await probe.post(`/${probe.page}/subscribed_apps`, { subscribed_fields: fields });
  const post = (await probe.publish("Offerta")).body.id;
  const { status } = await probe.admin("POST", "webhooks/load", {
    perSecond: 2000,
    events: 400,
    messages: 0.25,
  });
  expect(status).toBe(200);
  await expect.poll(() => callback.messaging().length, { timeout: 4000 }).toBe(100);
  await expect.poll(() => callback.changes().length, { timeout: 4000 }).toBe(301);
  const list = await probe.get(`/${post}/comments`, { limit: "0", summary: "true" });
  expect(list.body.summary).toMatchObject({ total_count: 300 });
  const state = await probe.admin("GET", "webhooks");
  expect(state.body.counts).toMatchObject({ handed: 401, delivered: 401, failures: 0 });
  await probe.facebook.close();
  await callback.close();
});

test("the admin addresses play people, set the weather and change what an app was granted", async () => {
  const probe = await Probe.start();
  const post = (await probe.publish("Offerta")).body.id;
  const act = async (path: string, body: object) => (await probe.admin("POST", path, body)).body;
  const comment = await act("people/anna/comment", { postId: post, message: "Scade quando?" });
  await act("people/luca/comment", { postId: post, parentId: comment.id, message: "Il 30" });
  await act("people/anna/react", { postId: post, type: "LOVE" });
  const message = await act("people/youssef/message", { text: "Buonasera" });
  expect(message.id).toMatch(/^m_/);
  expect((await probe.get(`/${post}/comments`, { filter: "stream" })).body.data).toHaveLength(2);
  expect(await act("people/youssef/edit", { id: message.id, text: "Buonanotte" })).toEqual({
    id: message.id,
  });
  expect(await act("people/anna/edit", { id: comment.id, text: "Quando scade?" })).toEqual({
    id: comment.id,
  });
  expect(probe.facebook.world.community.comments.get(String(comment.id))?.message).toBe("Quando scade?");
  expect((await probe.admin("POST", "people/luca/remove", { id: comment.id })).status).toBe(404);
  expect(await act("people/anna/remove", { id: comment.id })).toEqual({ id: comment.id });
  expect(await act("people/luca/post", { message: "Lavoro per tutti!" })).toHaveProperty("id");
  expect(await act("webhooks/weather", { loss: 0.5 })).toMatchObject({ loss: 0.5, duplicates: 0 });
  expect(await act("apps/138483919580948", { humanAgent: true, advancedAccess: [] })).toMatchObject({
    humanAgent: true,
  });
  expect((await probe.admin("POST", "people/nessuno/message", { text: "x" })).status).toBe(404);
  expect((await probe.admin("POST", "webhooks/weather", { loss: 7 })).status).toBe(400);
  await probe.facebook.close();
});
