import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enginesUnderTest, type TestDatabase, testDatabase } from "../../test/databases.ts";
import { pietrachiara, valdilago } from "../../test/people.ts";
import { acceptLink } from "./accept-link.ts";
import { changeRoles } from "./change-roles.ts";
import { closeRestoredDoors } from "./close-restored-doors.ts";
import { type Inviter, inviteMember } from "./invite-member.ts";
import { findMember, findMemberByEmail, findMembers } from "./member-store.ts";
import { offerFirstLink } from "./offer-first-link.ts";
import { openLink } from "./open-link.ts";
import { freshBrowser, type PretendStaff, password, pretendStaff } from "./pretend-staff.ts";
import { resetMember } from "./reset-member.ts";
import type { Role, Staff } from "./rights.ts";
import { shutOut } from "./shut-out.ts";
import { signIn } from "./sign-in.ts";

const hour = 3_600_000;

describe.each(enginesUnderTest())("people, on the engine %s", (engine) => {
  let database: TestDatabase;
  let tools: PretendStaff;

  beforeEach(async () => {
    database = await testDatabase({ engine });
    tools = pretendStaff(database);
    for (const { id, name } of [valdilago, pietrachiara]) {
      await tools.db.insertInto("authority").values({ id, name }).execute();
    }
  });
  afterEach(() => database.close());

  const form = (name: string, email = "", word = password) => ({
    name,
    email,
    password: word,
    again: word,
    language: "it" as const,
  });

  const memberOf = async (email: string): Promise<Staff> => {
    const member = await findMemberByEmail(tools.db, email);
    if (!member) throw new Error(`${email} is not there`);
    return member;
  };

  async function sara(): Promise<Staff> {
    const token = (await offerFirstLink(tools)) ?? "";
    await acceptLink(tools, token, form("Sara", "sara@centro.example"));
    return await memberOf("sara@centro.example");
  }

  const invite = (by: Inviter, email: string, authorityId: string | undefined, ...roles: Role[]) =>
    inviteMember(tools, by, { name: "Una Persona", email, authorityId, roles });

  /** Invited by the command line, and there. */
  async function person(email: string, authorityId: string, ...roles: Role[]): Promise<Staff> {
    const end = await invite("command-line", email, authorityId, ...roles);
    if (end.kind === "invited") await acceptLink(tools, end.token, form("Una Persona"));
    return await memberOf(email);
  }

  const canSignIn = async (email: string, word = password) =>
    (await signIn(tools, { email, password: word }, freshBrowser("192.0.2.1"))).kind === "signed-in";

  describe("the first link", () => {
    test("makes one administrator of an installation that has none, and is over then", async () => {
      const [first = "", second = ""] = [await offerFirstLink(tools), await offerFirstLink(tools)];
      const ends = await Promise.all([
        acceptLink(tools, first, form("Sara", "sara@centro.example")),
        acceptLink(tools, second, form("Altra", "altra@centro.example")),
      ]);
      expect(ends.map(({ kind }) => kind).sort()).toEqual(["accepted", "over"]);
      expect(await findMembers(tools.db, "all")).toHaveLength(1);
      expect(await offerFirstLink(tools)).toBeUndefined();
      for (const token of [first, second]) {
        expect(await openLink(tools.db, token, tools.clock.now())).toBeUndefined();
      }
    });

    test("is good for a day, and wrong answers do not use it up", async () => {
      const token = (await offerFirstLink(tools)) ?? "";
      expect(await acceptLink(tools, token, { ...form(" ", "x", "corta"), again: "y" })).toEqual({
        kind: "faults",
        faults: ["name-missing", "email-not-usable", "password-short", "passwords-differ"],
      });
      tools.moveBy(24 * hour - 1);
      expect(await openLink(tools.db, token, tools.clock.now())).toMatchObject({ purpose: "first" });
      tools.moveBy(1);
      expect((await acceptLink(tools, token, form("Sara", "sara@centro.example"))).kind).toBe("over");
    });

    test("is not used up by an e-mail that is taken", async () => {
      await person("marco@valdilago.example", "valdilago", "moderator");
      const token = (await offerFirstLink(tools)) ?? "";
      expect(await acceptLink(tools, token, form("Marco", "Marco@Valdilago.example"))).toMatchObject({
        faults: ["email-taken"],
      });
      expect((await acceptLink(tools, token, form("Sara", "sara@centro.example"))).kind).toBe("accepted");
    });
  });

  test("no table holds what opens a door: tokens and passwords are there as hashes only", async () => {
    const token = (await offerFirstLink(tools)) ?? "";
    await acceptLink(tools, token, form("Sara", "sara@centro.example"));
    const end = await signIn(tools, { email: "sara@centro.example", password }, freshBrowser("192.0.2.1"));
    const rows = await Promise.all(
      (["staff_member", "staff_session", "staff_link", "staff_try"] as const).map((table) =>
        tools.db.selectFrom(table).selectAll().execute(),
      ),
    );
    const kept = JSON.stringify(rows, (_key, value) =>
      value?.type === "Buffer" ? Buffer.from(value.data).toString("latin1") : value,
    );
    for (const secret of [token, password, end.kind === "signed-in" ? end.token : "", "192.0.2.1"]) {
      expect(secret.length).toBeGreaterThan(5);
      expect(kept).not.toContain(secret);
    }
  });

  test("an invitation lasts a week, makes one person with these roles, and the newest link alone counts", async () => {
    const by = await sara();
    const first = await invite(by, "Marco@valdilago.example", "valdilago", "moderator");
    const second = await invite(by, "marco@valdilago.example", "valdilago", "editor");
    if (first.kind !== "invited" || second.kind !== "invited") throw new Error("not invited");
    expect(await openLink(tools.db, first.token, tools.clock.now())).toBeUndefined();
    expect(await canSignIn("marco@valdilago.example")).toBe(false);
    tools.moveBy(7 * 24 * hour - 1);
    expect((await acceptLink(tools, second.token, form("Marco"))).kind).toBe("accepted");
    expect(await canSignIn("marco@valdilago.example")).toBe(true);
    const marco = await memberOf("marco@valdilago.example");
    expect(marco.name).toBe("Marco");
    expect([...(marco.roles.get("valdilago") ?? [])].sort()).toEqual(["editor", "moderator"]);
    expect((await acceptLink(tools, second.token, form("Marco"))).kind).toBe("over");
  });

  test("whoever is here already is given more at once, without a link", async () => {
    const by = await sara();
    await person("ferri@valdilago.example", "valdilago", "head");
    expect((await invite(by, "ferri@valdilago.example", "pietrachiara", "editor")).kind).toBe("added");
    expect([...(await memberOf("ferri@valdilago.example")).roles.keys()].sort()).toEqual([
      "pietrachiara",
      "valdilago",
    ]);
  });

  test("an administrator of one authority reaches nobody of another", async () => {
    const theirs = await person("capo@pietrachiara.example", "pietrachiara", "head");
    const by = await person("admin@valdilago.example", "valdilago", "administrator");
    const own = await person("marco@valdilago.example", "valdilago", "moderator");
    expect(await invite(by, "capo@pietrachiara.example", "valdilago", "editor")).toEqual({
      kind: "fault",
      fault: "works-elsewhere",
    });
    await expect(invite(by, "x@valdilago.example", "pietrachiara", "editor")).rejects.toThrow();
    await expect(invite(by, "x@valdilago.example", undefined)).rejects.toThrow();
    const rolesThere = { roles: new Map([["pietrachiara", ["head"] as const]]) };
    expect(await changeRoles(tools, by, own.id, rolesThere)).toBe("not-allowed");
    const all = { roles: new Map(), isInstallationAdministrator: true };
    expect(await changeRoles(tools, by, own.id, all)).toBe("not-allowed");
    expect(await shutOut(tools, by, theirs.id, true)).toBe("not-allowed");
    expect((await findMembers(tools.db, ["valdilago"])).map(({ email }) => email).sort()).toEqual([
      "admin@valdilago.example",
      "marco@valdilago.example",
    ]);
    expect(await findMembers(tools.db, [])).toEqual([]);
  });

  test("roles are given and taken, but not one's own, and two cannot take each other's", async () => {
    const first = await sara();
    await invite("command-line", "seconda@centro.example", undefined);
    const link = await resetMember(tools, (await memberOf("seconda@centro.example")).id, null);
    await acceptLink(tools, link ?? "", form("Seconda"));
    const second = await memberOf("seconda@centro.example");
    const none = { roles: new Map(), isInstallationAdministrator: false };
    expect(await changeRoles(tools, first, first.id, none)).toBe("oneself");
    expect(await invite(first, first.email, "valdilago", "moderator")).toMatchObject({ fault: "oneself" });
    const ends = await Promise.all([
      changeRoles(tools, first, second.id, none),
      changeRoles(tools, second, first.id, none),
    ]);
    expect(ends.sort()).toEqual(["changed", "not-allowed"]);
    const left = (await findMembers(tools.db, "all")).filter((one) => one.isInstallationAdministrator);
    expect(left).toHaveLength(1);
    const [boss] = left;
    const other = boss?.id === first.id ? second : first;
    if (!boss) throw new Error("nobody is left");
    const wanted = { roles: new Map<string, Role[]>([["valdilago", ["head", "moderator"]]]) };
    expect(await changeRoles(tools, boss, other.id, wanted)).toBe("changed");
    const fewer = { roles: new Map<string, Role[]>([["valdilago", ["head"]]]) };
    expect(await changeRoles(tools, boss, other.id, fewer)).toBe("changed");
    expect((await findMember(tools.db, other.id))?.roles).toEqual(new Map([["valdilago", ["head"]]]));
  });

  test("a reset gives a new password and takes sessions and second factor, once it is used", async () => {
    const marco = await person("marco@valdilago.example", "valdilago", "moderator");
    await canSignIn("marco@valdilago.example");
    await tools.db
      .updateTable("staff_member")
      .set({ totp_secret: Buffer.from("!") })
      .execute();
    const token = (await resetMember(tools, marco.id, null)) ?? "";
    expect((await memberOf("marco@valdilago.example")).hasSecondFactor).toBe(true);
    expect((await acceptLink(tools, token, form("Marco", "", "nuove parole a caso"))).kind).toBe("accepted");
    expect((await memberOf("marco@valdilago.example")).hasSecondFactor).toBe(false);
    expect(await tools.db.selectFrom("staff_session").selectAll().execute()).toEqual([]);
    expect(await canSignIn("marco@valdilago.example")).toBe(false);
    expect(await canSignIn("marco@valdilago.example", "nuove parole a caso")).toBe(true);
  });

  test("after a backup was put in nobody is signed in and no link leads anywhere, but passwords are good", async () => {
    const by = await sara();
    await canSignIn("sara@centro.example");
    const end = await invite(by, "marco@valdilago.example", "valdilago", "editor");
    await tools.db.transaction().execute((trx) => closeRestoredDoors(trx, tools.clock.now()));
    expect(await tools.db.selectFrom("staff_session").selectAll().execute()).toEqual([]);
    const token = end.kind === "invited" ? end.token : "";
    expect(await openLink(tools.db, token, tools.clock.now())).toBeUndefined();
    expect(await canSignIn("sara@centro.example")).toBe(true);
  });

  test("whoever is shut out is out at once: sessions, links, password; and comes back as they were", async () => {
    const by = await sara();
    const marco = await person("marco@valdilago.example", "valdilago", "moderator");
    await canSignIn("marco@valdilago.example");
    const token = (await resetMember(tools, marco.id, by.id)) ?? "";
    expect(await shutOut(tools, by, by.id, true)).toBe("oneself");
    expect(await shutOut(tools, by, marco.id, true)).toBe("done");
    expect(await canSignIn("marco@valdilago.example")).toBe(false);
    expect((await acceptLink(tools, token, form("Marco"))).kind).toBe("over");
    expect(await resetMember(tools, marco.id, by.id)).toBeUndefined();
    expect(await invite(by, "marco@valdilago.example", "valdilago", "editor")).toMatchObject({
      fault: "shut-out",
    });
    const sessions = await tools.db
      .selectFrom("staff_session")
      .selectAll()
      .where("member_id", "=", marco.id)
      .execute();
    expect(sessions).toEqual([]);
    expect(await shutOut(tools, by, marco.id, false)).toBe("done");
    expect(await canSignIn("marco@valdilago.example")).toBe(true);
  });
});
