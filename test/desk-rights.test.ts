import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { starterVersions } from "../src/moderating/ruling/rule-version.ts";
import { insertRuleVersions } from "../src/moderating/ruling/rule-version-store.ts";
import { type Act, may, type Role, rights, roles } from "../src/staff/rights.ts";
import { addSession } from "../src/staff/session-store.ts";
import type { Right } from "../src/web/desk-guard.ts";
import { type PretendParts, pretendParts } from "../src/web/pretend-parts.ts";
import { startWeb, type Web } from "../src/web/server.ts";
import { addAccount, addAuthority } from "../src/web/test-rows.ts";
import { type TestDatabase, testDatabase } from "./databases.ts";
import { type Address, deskAddresses } from "./desk-addresses.ts";
import { fillBusy, now } from "./pages/today-cast.ts";
import { addDecision } from "./record-rows.ts";
import { type SignedInStaff, signIn } from "./staff.ts";

// Every address of the desk, found by itself: each declares what it asks of whoever comes, and none of them tells
// anybody of one authority anything about another, or changes anything there.

const theirs = "pietrachiara";
const own = "valdilago";
/** Words that stand in rows of the other authority, and in nothing else. */
const foreignWords = ["Pietrachiara", "pietrachiara", "Guardiano del faro", "Capo di là"];

let database: TestDatabase;
let parts: PretendParts;
let web: Web;
let addresses: Address[];
let foreign: Record<string, string>;
let mine: Record<string, string>;
const people = new Map<Role, SignedInStaff>();

beforeAll(async () => {
  database = await testDatabase();
  const { refused } = await fillBusy(database);
  const { item_id: item } = await database.db
    .selectFrom("publication")
    .select("item_id")
    .where("id", "=", refused)
    .executeTakeFirstOrThrow();
  parts = pretendParts(database, {}, now);
  web = await startWeb(parts, { port: 0 });
  addresses = deskAddresses(parts);
  const capo = await fillForeign();
  for (const role of roles) people.set(role, await signIn(database, role, own, now));
  const colleague = await signIn(database, "editor", own, now);
  const never = crypto.randomUUID();
  foreign = {
    ...capo,
    login: never,
    extract: never,
    channel: "facebook-page",
    rule: "6",
    code: "ABCD2345",
    person: "p",
    token: "x",
    authority: theirs,
  };
  mine = {
    ...{ authority: own, account: "pagina", id: refused, member: colleague.id, session: never, login: never },
    ...{ channel: "facebook-page", token: "x", item, rule: "6", person: "p", code: "ABCD2345" },
    ...(await addConversation(own, "Rosa")),
    extract: never,
  };
});

afterAll(async () => {
  await web.close();
  await database.close();
});

/** An item with a refused post, an account and a person of the other authority. */
async function fillForeign(): Promise<Record<string, string>> {
  await addAuthority(database, theirs, "Città di Pietrachiara");
  await addAccount(database, theirs, { name: "Pagina di Pietrachiara", state: "disconnected", reason: "x" });
  const { db } = database;
  await db
    .insertInto("source")
    .values({ authority_id: theirs, id: "portale", kind: "push", name: "Portale di Pietrachiara" })
    .execute();
  const item = await db
    .insertInto("item")
    .values({
      ...{ authority_id: theirs, source_id: "portale", kind: "offer", title: "Guardiano del faro" },
      ...{ body: "", content_hash: "", first_seen_at: now, archived: false },
    })
    .returning(["id", "seq"])
    .executeTakeFirstOrThrow();
  const publication = await db
    .insertInto("publication")
    .values({
      ...{ authority_id: theirs, item_id: item.id, account_id: "pagina", format: "link-post" as const },
      ...{ position: item.seq, marker: "pietrachiara22", planned_at: now, state: "refused" as const },
      ...{ reason: "invalid-parameter", settled_at: now },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  // Of the same id: an address that names one row is tried with every kind of row.
  await db
    .insertInto("alert")
    .values({ authority_id: theirs, id: publication.id, kind: "distress", subject: "x", raised_at: now })
    .execute();
  const capo = await signIn(database, "head", theirs, now);
  await db.updateTable("staff_member").set({ name: "Capo di là" }).where("id", "=", capo.id).execute();
  await addSession(db, capo.id, "", now);
  const session = await db
    .selectFrom("staff_session")
    .select("id")
    .where("member_id", "=", capo.id)
    .executeTakeFirstOrThrow();
  return {
    ...(await addConversation(theirs, "Guardiano del faro")),
    id: publication.id,
    item: item.id,
    account: "pagina",
    member: capo.id,
    session: session.id,
  };
}

/** Somebody who commented on a Page of the authority, with what waits for a decision. */
async function addConversation(
  authorityId: string,
  name: string,
): Promise<{ conversation: string; message: string; review: string }> {
  const { db } = database;
  const person = { authority_id: authorityId, account_id: "pagina" };
  const { id } = await db
    .insertInto("conversation")
    .values({
      ...{ ...person, kind: "comment-thread" as const, thread_key: "p", person_id: "p", person_name: name },
      ...{ state: "new" as const, needs_answer: "yes" as const, waiting_since: now, began_at: now },
      ...{ last_message_at: now, heard_at: now, changed_at: now },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { id: message } = await db
    .insertInto("message")
    .values({
      ...{ ...person, conversation_id: id, external_id: "m", direction: "in" as const },
      ...{ author: "person" as const, author_id: "p", text: `Sono ${name}`, needs_answer: "yes" as const },
      ...{ sent_at: now, is_dated: true, received_at: now },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const because = [{ reason: "slur", spans: [{ from: 0, to: 4 }] }];
  const aim = { action: "hide" as const, topic: "offence", rule: 6, confidence: "certain" as const };
  await db
    .insertInto("message_triage")
    .values({
      ...{ authority_id: authorityId, message_id: message, conversation_id: id, ...aim },
      needs_person: false,
      ...{ suggestions: JSON.stringify([{ ...aim, because }]), judged_at: now },
    })
    .execute();
  return { conversation: id, message, review: await addReview(authorityId, message) };
}

/** A decision about what was written, and somebody who does not agree with it. */
async function addReview(authorityId: string, message: string): Promise<string> {
  const { db } = database;
  await db
    .transaction()
    .execute((trx) => insertRuleVersions(trx, authorityId, starterVersions("2026-01-01", now)));
  const decision = await addDecision(database, authorityId, now, {
    ...{ message_id: message, action: "hide", rule: 6, rule_version: 1, topic: "offence" },
    ...{ reason: "Contiene insulti.", acted_at: now, evidence: null },
  });
  const { id: review } = await db
    .insertInto("decision_review")
    .values({
      ...{ authority_id: authorityId, decision_id: decision, first_by: "marco", asked_at: now },
      text: "Non era un insulto.",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return review;
}

/** The address with its places filled; a place that nobody taught this test is told, since it would be tried in vain. */
function fill(path: string, values: Record<string, string>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${path}: say in this test what stands for :${name}`);
    return value;
  });
}

async function ask({ method, path }: Address, who: SignedInStaff, values: Record<string, string>) {
  const answer = await fetch(web.origin + fill(path, values), {
    method,
    redirect: "manual",
    headers: {
      ...who.headers,
      origin: web.origin,
      ...(method === "POST" && { "content-type": "application/x-www-form-urlencoded" }),
    },
    // What forms send; naming the other authority in them must not help.
    ...(method === "POST" && {
      body: `authority=${theirs}&where=${theirs}&shown=${theirs}&shown=*&is=*&is=${theirs}/head&role=head&channel=facebook-page&account=pagina&name=X&email=capo@altrove.example&token=x`,
    }),
  });
  return {
    status: answer.status,
    location: answer.headers.get("location") ?? "",
    text: await wordsOf(answer),
  };
}

/** All of an answer; of a stream, which never ends by itself, what it says first. */
async function wordsOf(answer: Response): Promise<string> {
  if (!answer.headers.get("content-type")?.startsWith("text/event-stream")) return await answer.text();
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
}

/** All rows of the other authority and its people. */
async function foreignRows(): Promise<string> {
  const { db } = database;
  const of = "authority_id" as const;
  return JSON.stringify([
    await db.selectFrom("publication").selectAll().where(of, "=", theirs).execute(),
    await db.selectFrom("account").selectAll().where(of, "=", theirs).execute(),
    await db.selectFrom("alert").selectAll().where(of, "=", theirs).execute(),
    await db.selectFrom("login").selectAll().where(of, "=", theirs).execute(),
    await db.selectFrom("conversation").selectAll().where(of, "=", theirs).execute(),
    await db.selectFrom("note").selectAll().where(of, "=", theirs).execute(),
    await db.selectFrom("reply").selectAll().where(of, "=", theirs).execute(),
    await db.selectFrom("draft").selectAll().where(of, "=", theirs).execute(),
    await db.selectFrom("message_triage").selectAll().where(of, "=", theirs).execute(),
    await db.selectFrom("decision").selectAll().where(of, "=", theirs).execute(),
    await db.selectFrom("decision_review").selectAll().where(of, "=", theirs).execute(),
    await db.selectFrom("presence").selectAll().where(of, "=", theirs).execute(),
    await db.selectFrom("staff_role").selectAll().where(of, "=", theirs).execute(),
    await db
      .selectFrom("staff_member")
      .selectAll()
      .where("id", "=", foreign.member ?? "")
      .execute(),
    await db
      .selectFrom("staff_session")
      .selectAll()
      .where("member_id", "=", foreign.member ?? "")
      .execute(),
    await db.selectFrom("staff_link").selectAll().execute(),
    await db.selectFrom("staff_member").select("id").where("is_administrator", "=", true).execute(),
    parts.jobs.filter((job) => job.includes(theirs)),
  ]);
}

const isAct = (right: Right | undefined): right is Act => right !== undefined && Object.hasOwn(rights, right);
/** What ends the session of whoever asks, or shows it to nobody else; tested with the pages themselves. */
const isWayOut = ({ path }: Address) => path === "/desk/sign-out";

describe("every address of the desk", () => {
  test("declares what it asks of whoever comes", () => {
    expect(addresses.length).toBeGreaterThan(30);
    const known = (right: Right | undefined) => isAct(right) || right === "signed-in" || right === "anyone";
    expect(addresses.filter(({ right }) => !known(right))).toEqual([]);
  });

  test("is open to strangers only where one comes in or goes out", () => {
    const open = addresses.filter(({ right }) => right === "anyone").map(({ path }) => path);
    expect([...new Set(open)].sort()).toEqual([
      "/desk/sign-in",
      "/desk/sign-in/code",
      "/desk/sign-out",
      "/desk/welcome/:token",
    ]);
  });

  test("leads whoever is not signed in to where one signs in", async () => {
    const stranger = { ...(people.get("editor") as SignedInStaff), headers: { cookie: "" } };
    for (const address of addresses.filter(({ right }) => right !== "anyone")) {
      const { status, location } = await ask(address, stranger, mine);
      expect([address.path, status]).toEqual([address.path, 303]);
      expect(location).toMatch(/^\/desk\/sign-in/);
    }
  });

  test("that changes something does so only for a page of ours", async () => {
    const sara = await signIn(database, "installation", undefined, now);
    for (const { path } of addresses.filter(({ method }) => method !== "GET")) {
      const answer = await fetch(web.origin + fill(path, mine), {
        method: "POST",
        headers: { ...sara.headers, origin: "https://evil.example" },
        redirect: "manual",
      });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });
});

describe.each(roles)("with the role %s in one authority", (role) => {
  const staff = { isInstallationAdministrator: false, roles: new Map([[own, [role]]]) };
  const who = () => people.get(role) as SignedInStaff;

  test("nothing is seen or touched of another", async () => {
    const before = await foreignRows();
    for (const address of addresses.filter((each) => !isWayOut(each))) {
      const { status, location, text } = await ask(address, who(), foreign);
      const told = `${address.method} ${address.path}`;
      for (const word of foreignWords) {
        // One's own words may come back to oneself; an answer that is none says nothing anyway.
        const said = text.replaceAll(/value="[^"]*"/g, "");
        expect(said.includes(word), `${told} says ${word}`).toBe(false);
        expect(location.includes(word), `${told} leads to ${word}`).toBe(false);
      }
      if (address.path.includes(":authority") || address.path.includes(":member")) {
        expect([told, [403, 404].includes(status)]).toEqual([told, true]);
      }
      if (address.path.includes(":authority")) expect([told, status]).toEqual([told, 404]);
    }
    expect(await foreignRows()).toBe(before);
  });

  test("what the table of rights does not allow is refused, and what it allows is not", async () => {
    for (const address of addresses) {
      const { right, method, path } = address;
      if (!isAct(right)) continue;
      const { status } = await ask(address, who(), mine);
      const told = `${method} ${path}`;
      expect([told, status === 403]).toEqual([told, !may(staff, right, own)]);
    }
  });
});
