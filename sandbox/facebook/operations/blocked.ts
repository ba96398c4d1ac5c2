import { type Answer, type KnownCall, read, type Surroundings } from "../call.ts";
import { fullName, type Person, personById, personByPsid, psidOf } from "../community/people.ts";
import { GraphError, invalidParameter, notImitated } from "../graph-error.ts";
import { mustBeAbleTo, mustBeAbleToSee, RIGHTS } from "../rights.ts";
import { turnList } from "../turn-list.ts";
import type { Page } from "../world.ts";
import { readNames } from "./subscriptions.ts";

const ACTIONS = ["BLOCK_USER", "UNBLOCK_USER", "BAN_USER", "UNBAN_USER", "MOVE_TO_SPAM"];

/** `GET /{page-id}/blocked` (section 11). */
export function listBlocked(call: KnownCall, page: Page, around: Surroundings): Answer {
  mustBeAbleToSee(call, page, around.world, RIGHTS.moderate);
  const people = around.world.community.blocked.of(page.id).flatMap(({ personId }) => {
    const person = personById(personId);
    return person ? [{ id: psidOf(page.id, person), name: fullName(person) }] : [];
  });
  const path = `/${call.version ?? "v25.0"}/${page.id}/blocked`;
  const { items, paging } = turnList(people, ({ id }) => id, {
    params: call.params,
    path,
    origin: around.origins.graph,
    call,
  });
  return read({ data: items, ...(paging ? { paging } : {}) });
}

/** `POST /{page-id}/blocked` with `user` or `psid`: each person with what came of it. */
export function blockPeople(call: KnownCall, page: Page, around: Surroundings): Answer {
  mustBeAbleTo(call, page, around.world, RIGHTS.moderate);
  const psids = psidsIn(call);
  const results = psids.map((psid) => {
    const person = personByPsid(page.id, psid);
    if (person) around.world.community.blocked.add(page.id, person.id);
    return [psid, person !== undefined] as const;
  });
  return { body: Object.fromEntries(results), did: { kind: "moderated", id: psids.join(",") } };
}

/** `DELETE /{page-id}/blocked?psid=…`. */
export function unblockPerson(call: KnownCall, page: Page, around: Surroundings): Answer {
  mustBeAbleTo(call, page, around.world, RIGHTS.moderate);
  const [psid = ""] = psidsIn(call);
  const person = personByPsid(page.id, psid);
  const done = person !== undefined && around.world.community.blocked.remove(page.id, person.id);
  return { body: { success: done }, did: done ? { kind: "moderated", id: psid } : { kind: "nothing" } };
}

/** `POST /{page-id}/moderate_conversations` (section 11): the same from the side of the chats. */
export function moderateConversations(call: KnownCall, page: Page, around: Surroundings): Answer {
  mustBeAbleTo(call, page, around.world, RIGHTS.moderate);
  const actions = readNames(call.params.actions ?? "").map((name) => name.toUpperCase());
  if (actions.length === 0 || actions.some((action) => !ACTIONS.includes(action)))
    throw invalidParameter(`Param actions must be a list of {${ACTIONS.join(", ")}}`);
  const people = peopleIn(call.params.user_ids, page);
  for (const person of people) for (const action of actions) moderate(action, page, person, around);
  around.world.emit("changed");
  return {
    body: { success: true },
    did: { kind: "moderated", id: people.map((person) => psidOf(page.id, person)).join(",") },
  };
}

function moderate(action: string, page: Page, person: Person, { world }: Surroundings): void {
  if (action === "BLOCK_USER" || action === "BAN_USER") world.community.blocked.add(page.id, person.id);
  else if (action === "MOVE_TO_SPAM") {
    const thread = world.messenger.threadWith(page.id, person);
    if (thread) thread.folder = "spam";
  } else world.community.blocked.remove(page.id, person.id);
}

function psidsIn({ params }: KnownCall): string[] {
  if (params.asid || params.uid) throw notImitated("parameters asid and uid of /blocked");
  const psids = readNames(params.user ?? params.psid ?? "");
  if (psids.length === 0) throw invalidParameter("The parameter user is required");
  return psids;
}

/** `[{"id":"PSID"}]`, or plain ids. */
function peopleIn(text: string | undefined, page: Page): Person[] {
  const psids = [...(text ?? "").matchAll(/\d{5,}/g)].map(([psid]) => psid);
  const people = psids.flatMap((psid) => personByPsid(page.id, psid) ?? []);
  if (psids.length === 0) throw invalidParameter("The parameter user_ids is required");
  if (people.length < psids.length)
    throw new GraphError({
      message: "(#100) No matching user found",
      type: "OAuthException",
      code: 100,
      error_subcode: 2018001,
    });
  return people;
}
