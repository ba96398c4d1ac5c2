import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../test/databases.ts";
import { type SignedInStaff, signIn } from "../../../../test/staff.ts";
import { findMember } from "../../../staff/member-store.ts";
import { addSession } from "../../../staff/session-store.ts";
import { type PretendParts, pretendParts } from "../../pretend-parts.ts";
import { startWeb, type Web } from "../../server.ts";
import { addAuthority } from "../../test-rows.ts";

let database: TestDatabase;
let parts: PretendParts;
let web: Web;
let admin: SignedInStaff;
let marco: SignedInStaff;

beforeAll(async () => {
  database = await testDatabase();
  parts = pretendParts(database);
  web = await startWeb(parts, { port: 0 });
  await addAuthority(database, "valdilago", "Provincia di Valdilago");
  await addAuthority(database, "pietrachiara", "Città di Pietrachiara");
});

afterAll(async () => {
  await web.close();
  await database.close();
});

beforeEach(async () => {
  admin = await signIn(database, "administrator", "valdilago");
  marco = await signIn(database, "moderator", "valdilago");
});

async function get(who: SignedInStaff, path: string) {
  const answer = await fetch(web.origin + path, { headers: who.headers, redirect: "manual" });
  return { status: answer.status, text: (await answer.text()).replace(/\s+/g, " ") };
}

async function post(who: SignedInStaff, path: string, fields: [string, string][] = []) {
  const answer = await fetch(web.origin + path, {
    method: "POST",
    redirect: "manual",
    headers: {
      ...who.headers,
      origin: web.origin,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams(fields).toString(),
  });
  const text = (await answer.text()).replace(/\s+/g, " ");
  return { status: answer.status, location: answer.headers.get("location"), text };
}

const person = (who: SignedInStaff, act = "") => `/desk/people/${who.id}${act && `/${act}`}`;

describe("what an administrator does about a person", () => {
  test("roles are given and taken at once, only of the authorities the form showed", async () => {
    const fields: [string, string][] = [
      ["shown", "valdilago"],
      ["is", "valdilago/editor"],
      ["is", "valdilago/head"],
      ["is", "pietrachiara/head"],
      ["is", "valdilago/king"],
    ];
    const end = await post(admin, person(marco, "roles"), fields);
    expect(end.location).toBe(`${person(marco)}?done=roles-changed`);
    expect((await findMember(database.db, marco.id))?.roles).toEqual(
      new Map([["valdilago", expect.arrayContaining(["editor", "head"])]]),
    );
    await post(admin, person(marco, "roles"), []);
    expect((await findMember(database.db, marco.id))?.roles.size).toBe(1);
    // The moderator who became head has a second factor in this test, and so may at once.
    expect((await post(marco, "/desk/authorities/valdilago/release-flood")).status).toBe(303);
  });

  test("one's own rights are changed by others only", async () => {
    for (const act of ["roles", "shut-out"]) {
      const { status, text } = await post(admin, person(admin, act), [["shown", "valdilago"]]);
      expect([act, status]).toEqual([act, 422]);
      expect(text).toContain("I propri ruoli non si cambiano da soli");
    }
    expect((await post(admin, person(admin, "link"))).status).toBe(403);
    expect((await get(admin, person(admin))).text).not.toContain("Salva i ruoli");
  });

  test("a link is shown once, leads here, and is good for that person", async () => {
    const { status, text } = await post(admin, person(marco, "link"));
    expect(status).toBe(200);
    const address = /http:\/\/127\.0\.0\.1:\d+\/desk\/welcome\/[\w-]{43}/.exec(text)?.[0] ?? "";
    const welcome = await fetch(address, { headers: { "accept-language": "it" } });
    expect(await welcome.text()).toContain(marco.email);
    expect((await get(admin, person(marco))).text).not.toContain("/desk/welcome/");
  });

  test("a person is signed out everywhere, shut out, and let in again", async () => {
    expect((await get(marco, "/desk")).status).toBe(200);
    expect((await post(admin, person(marco, "sign-out"))).location).toMatch(/done=signed-out-everywhere/);
    expect((await get(marco, "/desk")).status).toBe(303);
    expect((await post(admin, person(marco, "shut-out"))).location).toMatch(/done=shut-out/);
    const shown = (await get(admin, person(marco))).text;
    expect(shown).toContain("esclusa");
    expect(shown).toContain("Fai rientrare");
    expect(shown).not.toContain("Fai un nuovo link");
    expect((await post(admin, person(marco, "link"))).status).toBe(422);
    expect((await post(admin, person(marco, "let-in"))).location).toMatch(/done=let-in/);
    expect((await findMember(database.db, marco.id))?.disabledAt).toBeNull();
  });

  test("of a person who works elsewhere too only the roles here are shown, and no key is held", async () => {
    await database.db
      .insertInto("staff_role")
      .values({
        authority_id: "pietrachiara",
        member_id: marco.id,
        role: "head",
        given_at: parts.clock.now(),
      })
      .execute();
    const { text } = await get(admin, person(marco));
    expect(text).toContain("lavora anche altrove");
    expect(text).not.toMatch(/pietrachiara/i);
    for (const act of ["link", "sign-out"]) expect((await post(admin, person(marco, act))).status).toBe(403);
    expect((await post(admin, person(marco, "shut-out"))).status).toBe(422);
    expect((await get(marco, "/desk")).status).toBe(200);
  });
});

describe("an invitation", () => {
  test("is to be handed over where there is no mail, and says that it leaves by mail where there is", async () => {
    expect((await get(admin, "/desk/people")).text).toContain("Consegnatelo voi");
    const byMail = pretendParts(database, {
      BACHECA_MAIL_URL: "smtp://mail.example",
      BACHECA_MAIL_FROM: "bacheca@valdilago.example",
    });
    const other = await startWeb(byMail, { port: 0 });
    const text = await (await fetch(`${other.origin}/desk/people`, { headers: admin.headers })).text();
    await other.close();
    expect(text).toContain("parte subito per posta");
    expect(text).not.toContain("Consegnatelo voi");
  });

  const invite = (who: SignedInStaff, where: string, ...more: [string, string][]) =>
    post(who, "/desk/people/invite", [
      ["name", "Giulia Neri"],
      ["email", `giulia-${Math.random()}@valdilago.example`],
      ["where", where],
      ...more,
    ]);

  test("goes only where the one who invites administers, and nowhere that does not exist", async () => {
    const sara = await signIn(database, "installation");
    const role: [string, string] = ["role", "editor"];
    expect((await invite(admin, "valdilago", role)).status).toBe(200);
    for (const [who, where] of [
      [admin, "pietrachiara"],
      [admin, "*"],
      [admin, ""],
      [sara, "nonesuch"],
    ] as const) {
      const { status, text } = await invite(who, where, role);
      expect([where, status]).toEqual([where, 422]);
      expect(text).toContain("Scegliete un ente tra quelli che amministrate");
    }
    expect((await invite(sara, "*")).status).toBe(200);
  });

  test("of somebody who is here already gives the role without a link", async () => {
    const end = await post(admin, "/desk/people/invite", [
      ["name", "Marco"],
      ["email", marco.email.toUpperCase()],
      ["where", "valdilago"],
      ["role", "editor"],
    ]);
    expect(end.location).toBe("/desk/people?done=added");
    expect((await get(admin, end.location ?? "")).text).toContain("la persona c&#39;era già");
  });
});

describe("one's own page", () => {
  test("ends one other session, or all, and never somebody else's", async () => {
    const now = parts.clock.now();
    const ids = async (who: SignedInStaff) =>
      (
        await database.db
          .selectFrom("staff_session")
          .select("id")
          .where("member_id", "=", who.id)
          .orderBy("began_at")
          .execute()
      ).map(({ id }) => id);
    for (let more = 1; more <= 3; more += 1) {
      await addSession(database.db, marco.id, "curl/8.5.0", new Date(now.getTime() + more));
    }
    expect((await get(marco, "/desk/me")).text).toContain("un programma che non si presenta");
    const [, second = ""] = await ids(marco);
    expect((await post(admin, `/desk/me/sessions/${second}/end`)).status).toBe(404);
    expect((await post(marco, `/desk/me/sessions/${second}/end`)).location).toBe(
      "/desk/me?done=session-ended",
    );
    expect(await ids(marco)).toHaveLength(3);
    expect((await post(marco, "/desk/me/sessions/end-others")).location).toBe("/desk/me?done=others-ended");
    expect(await ids(marco)).toHaveLength(1);
    expect((await get(marco, "/desk/me")).status).toBe(200);
  });

  test("takes no secret for a second factor but the one it gave to this very person", async () => {
    await database.db.updateTable("staff_member").set({ totp_secret: null }).execute();
    const boxOf = async (who: SignedInStaff) =>
      /name="secret" value="([^"]+)"/.exec((await get(who, "/desk/me/second-factor")).text)?.[1] ?? "";
    for (const secret of [await boxOf(admin), "", "AAAA"]) {
      const end = await post(marco, "/desk/me/second-factor", [
        ["secret", secret],
        ["code", "000000"],
      ]);
      expect(end.status).toBe(400);
    }
    const own = await post(marco, "/desk/me/second-factor", [
      ["secret", await boxOf(marco)],
      ["code", "000000"],
    ]);
    expect(own.status).toBe(422);
  });

  test("does not let go of a second factor that one's role demands, nor of another without the password", async () => {
    expect((await post(admin, "/desk/me/second-factor/remove", [["password", "x"]])).status).toBe(403);
    const end = await post(marco, "/desk/me/second-factor/remove", [["password", "x"]]);
    expect(end.status).toBe(422);
    expect(end.text).toContain("La password di adesso non è giusta");
    expect((await post(marco, "/desk/me/recovery-codes", [["password", "x"]])).status).toBe(422);
    expect((await findMember(database.db, marco.id))?.hasSecondFactor).toBe(true);
  });
});

describe("the mail one gets", () => {
  test("is chosen by oneself, and nobody else's is changed", async () => {
    const chosen: [string, string][] = [
      ["alerts", "yes"],
      ["digest", "yes"],
      ["digest-hour", "7"],
    ];
    expect(await post(marco, "/desk/me/mail", chosen)).toMatchObject({ status: 303 });
    const rows = await database.db.selectFrom("mail_choice").selectAll().execute();
    expect(rows).toEqual([
      { member_id: marco.id, alerts: true, warnings: false, digest: true, digest_hour: 7 },
    ]);
    const { text } = await get(marco, "/desk/me?done=mail-chosen");
    expect(text).toContain('name="alerts" value="yes" checked');
    expect(text).toContain('name="warnings" value="yes" aria');
    expect(text).toContain('<option value="7" selected>7:00</option>');
  });

  test("with an hour that no clock shows comes at the usual one", async () => {
    await post(marco, "/desk/me/mail", [["digest-hour", "25"]]);
    const rows = await database.db.selectFrom("mail_choice").select("digest_hour").execute();
    expect(rows).toContainEqual({ digest_hour: 8 });
  });

  test("is said not to leave where no server is set, and what to do to those who can", async () => {
    expect((await get(marco, "/desk/me")).text).toContain("non parte nessuna lettera");
    expect((await get(marco, "/desk/me")).text).not.toContain("BACHECA_MAIL_URL");
    expect((await get(admin, "/desk/me")).text).toContain("BACHECA_MAIL_URL");
  });
});
