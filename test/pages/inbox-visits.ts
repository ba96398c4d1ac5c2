import type { InboxDesk } from "./inbox-cast.ts";

/** What people at the desk do over HTTP, Marco unless said otherwise. */
export function inboxVisits(desk: () => InboxDesk) {
  async function of(person: string) {
    const found = (await desk().world.conversations()).find((one) => one.person_id === person);
    if (!found) throw new Error(`${person} did not write`);
    return found;
  }

  async function get(path: string, who = desk().marco) {
    const answer = await fetch(desk().web.origin + path, { headers: who.headers, redirect: "manual" });
    return { status: answer.status, text: (await answer.text()).replace(/\s+/g, " ") };
  }

  /** Gives where the form led, as the browser would ask for it. */
  async function post(path: string, fields: Record<string, string>, who = desk().marco) {
    const answer = await fetch(desk().web.origin + path, {
      method: "POST",
      redirect: "manual",
      headers: {
        ...who.headers,
        origin: desk().web.origin,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams(fields).toString(),
    });
    return {
      status: answer.status,
      location: answer.headers.get("location") ?? "",
      text: await answer.text(),
    };
  }

  async function press(person: string, act: string, fields: Record<string, string>, who = desk().marco) {
    const { id, version } = await of(person);
    return await post(`/desk/inbox/valdilago/${id}/${act}`, { version: String(version), ...fields }, who);
  }
  return { of, get, post, press };
}
