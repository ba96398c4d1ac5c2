import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enginesUnderTest, type TestDatabase, testDatabase } from "../../test/databases.ts";
import { acceptLink } from "./accept-link.ts";
import { answerSecondFactor } from "./answer-second-factor.ts";
import { changePassword } from "./change-password.ts";
import { findMemberByEmail } from "./member-store.ts";
import { offerFirstLink } from "./offer-first-link.ts";
import { codeAt, newTotpSecret } from "./one-time-code.ts";
import { openPasswordHasher } from "./password-hasher.ts";
import { freshBrowser, type PretendStaff, password, pretendStaff } from "./pretend-staff.ts";
import type { Staff } from "./rights.ts";
import { endSession, endSessions, findOpenSession, findSessions } from "./session-store.ts";
import { setUpSecondFactor } from "./set-up-second-factor.ts";
import { signIn } from "./sign-in.ts";

const email = "sara@centro.example";
const minute = 60_000;
const hour = 60 * minute;

describe.each(enginesUnderTest())("signing in, on the engine %s", (engine) => {
  let database: TestDatabase;
  let tools: PretendStaff;
  let sara: Staff;

  beforeEach(async () => {
    database = await testDatabase({ engine });
    tools = pretendStaff(database);
    const token = (await offerFirstLink(tools)) ?? "";
    const form = { name: "Sara", email, password, again: password, language: "it" as const };
    expect(await acceptLink(tools, token, form)).toMatchObject({ kind: "accepted" });
    const member = await findMemberByEmail(tools.db, email);
    if (!member) throw new Error("Sara is not there");
    sara = member;
  });
  afterEach(() => database.close());

  const at = (address: string, mark?: string, word = "wrong wrong wrong", who = email) =>
    signIn(tools, { email: who, password: word }, freshBrowser(address, mark));

  async function right(address = "192.0.2.1", mark?: string) {
    const end = await at(address, mark, password);
    if (end.kind !== "signed-in") throw new Error(end.kind);
    return end;
  }

  const openedBy = async (token: string) =>
    (await findOpenSession(tools.db, token, tools.clock.now()))?.staff;

  async function secondFactor() {
    const secret = newTotpSecret();
    const end = await setUpSecondFactor(tools, sara, secret, codeAt(secret, tools.clock.now()));
    if (end.kind !== "set-up") throw new Error(end.kind);
    tools.moveBy(minute);
    return { secret, recoveryCodes: end.recoveryCodes };
  }

  async function ticket(address = "192.0.2.1", mark?: string) {
    const end = await at(address, mark, password);
    if (end.kind !== "second-factor") throw new Error(end.kind);
    return end.ticket;
  }

  test("a right password opens a session, however the e-mail is written", async () => {
    const end = await at("192.0.2.1", undefined, password, " SARA@Centro.Example");
    expect(end.kind).toBe("signed-in");
    expect(end.kind === "signed-in" && (await openedBy(end.token))?.name).toBe("Sara");
    expect(await openedBy("nonesuch")).toBeUndefined();
  });

  test("no one learns whether an e-mail is known: wrong, unknown, invited and shut out answer alike", async () => {
    const answers = [
      await at("192.0.2.1"),
      await at("192.0.2.1", undefined, password, "nobody@centro.example"),
    ];
    await tools.db.updateTable("staff_member").set({ disabled_at: tools.clock.now() }).execute();
    answers.push(await at("192.0.2.1", undefined, password));
    expect(answers).toEqual(Array(3).fill({ kind: "refused" }));
  });

  test("a session ends by itself: after hours without use, and after a week whatever its use", async () => {
    const { token } = await right();
    tools.moveBy(8 * hour - 1);
    expect(await openedBy(token)).toBeDefined();
    tools.moveBy(1);
    expect(await openedBy(token)).toBeUndefined();
    await right();
    expect(await tools.db.selectFrom("staff_session").select("id").execute()).toHaveLength(1);
  });

  test("a session is ended by its owner, one or all but this one", async () => {
    const first = await right();
    const second = await right();
    const third = await right();
    const sessions = await findSessions(tools.db, sara.id, tools.clock.now());
    expect(sessions.map(({ agent }) => agent)).toEqual(Array(3).fill("Firefox"));
    const mine = (await findOpenSession(tools.db, third.token, tools.clock.now()))?.session.id ?? "";
    const other = (await findOpenSession(tools.db, first.token, tools.clock.now()))?.session.id ?? "";
    expect(await endSession(tools.db, crypto.randomUUID(), other)).toBe(false);
    expect(await endSession(tools.db, sara.id, other)).toBe(true);
    expect(await openedBy(first.token)).toBeUndefined();
    await endSessions(tools.db, sara.id, mine);
    expect(await openedBy(second.token)).toBeUndefined();
    expect(await openedBy(third.token)).toBeDefined();
  });

  test("changing the password needs the present one, and ends all other sessions", async () => {
    const other = await right();
    const mine = await right();
    const id = (await findOpenSession(tools.db, mine.token, tools.clock.now()))?.session.id;
    const change = (current: string, wanted: string, again = wanted) =>
      changePassword(tools, sara, { current, password: wanted, again }, id);
    expect(await change("wrong", "altre parole a caso")).toMatchObject({ fault: "password-wrong" });
    expect(await change(password, "corta")).toMatchObject({ fault: "password-short" });
    expect(await change(password, "altre parole a caso", "x")).toMatchObject({ fault: "passwords-differ" });
    expect(await change(password, "altre parole a caso")).toEqual({ kind: "changed" });
    expect([await openedBy(other.token), (await openedBy(mine.token))?.name]).toEqual([undefined, "Sara"]);
    expect((await at("192.0.2.1", undefined, password)).kind).toBe("refused");
  });

  test("a hash with the parameters of another day is made anew when the password is typed", async () => {
    const outdated = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    await tools.db.updateTable("staff_member").set({ password_hash: outdated }).execute();
    expect((await at("192.0.2.1", undefined, "password")).kind).toBe("signed-in");
    const { password_hash } = await tools.db
      .selectFrom("staff_member")
      .select("password_hash")
      .executeTakeFirstOrThrow();
    expect(password_hash).toContain("m=19456");
    expect(await openPasswordHasher().verify("password", password_hash ?? "")).toBe("right");
  });

  test("who guesses is slowed, also many at once and after a restart; the owner's browser is not", async () => {
    const { mark } = await right();
    const guesses = await Promise.all(Array.from({ length: 15 }, (_, n) => at(`198.51.100.${n}`)));
    expect(guesses.filter(({ kind }) => kind === "refused")).toHaveLength(10);
    expect(guesses.filter(({ kind }) => kind === "wait")).toHaveLength(5);
    // Another process has the same memory of it.
    tools.hasher = openPasswordHasher();
    expect(await at("203.0.113.5", undefined, password)).toEqual({ kind: "wait", seconds: 60 });
    expect((await at("198.51.100.1", mark, password)).kind).toBe("signed-in");
    tools.moveBy(minute);
    expect((await at("203.0.113.5", undefined, password)).kind).toBe("signed-in");
  });

  test("an address that guesses names is slowed as well, and what was right is not counted", async () => {
    for (let n = 0; n < 30; n += 1) await right("192.0.2.7");
    const guesses = [];
    for (let n = 0; n < 21; n += 1)
      guesses.push((await at("192.0.2.7", undefined, "x", `n${n}@x.example`)).kind);
    expect(guesses.filter((kind) => kind === "refused")).toHaveLength(20);
    expect(guesses.at(-1)).toBe("wait");
  });

  test("the mark of one's browser is worth nothing for another person's e-mail", async () => {
    const { mark } = await right();
    for (let n = 0; n < 10; n += 1) await at(`198.51.100.${n}`, mark, "x", "marco@valdilago.example");
    expect((await at("198.51.100.99", mark, "x", "marco@valdilago.example")).kind).toBe("wait");
  });

  test("with a second factor the password alone opens nothing, and a code counts once", async () => {
    const { secret } = await secondFactor();
    const code = codeAt(secret, tools.clock.now());
    const answer = async (typed: string) =>
      await answerSecondFactor(tools, await ticket(), typed, freshBrowser("192.0.2.1"));
    expect(await answer("000000")).toEqual({ kind: "refused" });
    const end = await answer(code);
    expect(end.kind === "signed-in" && (await openedBy(end.token))?.hasSecondFactor).toBe(true);
    expect(await answer(code)).toEqual({ kind: "refused" });
  });

  test("the code that set the second factor up is used up by that", async () => {
    const secret = newTotpSecret();
    const code = codeAt(secret, tools.clock.now());
    await setUpSecondFactor(tools, sara, secret, code);
    expect(await answerSecondFactor(tools, await ticket(), code, freshBrowser("192.0.2.1"))).toEqual({
      kind: "refused",
    });
    expect(await setUpSecondFactor(tools, sara, newTotpSecret(), code)).toEqual({ kind: "wrong-code" });
    const other = newTotpSecret();
    const end = await setUpSecondFactor(tools, sara, other, codeAt(other, tools.clock.now()));
    expect(end).toEqual({ kind: "there-already" });
  });

  test("a code for the day the telephone is lost counts once, and none of another person", async () => {
    const { recoveryCodes } = await secondFactor();
    const [first = "", second = ""] = recoveryCodes;
    const answer = async (typed: string) =>
      (await answerSecondFactor(tools, await ticket(), typed, freshBrowser("192.0.2.1"))).kind;
    expect(await answer(first.toUpperCase())).toBe("signed-in");
    expect(await answer(first)).toBe("refused");
    const stranger = { ...tools, vault: pretendStaff(database).vault };
    const own = await ticket();
    expect((await answerSecondFactor(stranger, own, second, freshBrowser("192.0.2.1"))).kind).toBe("over");
    expect(await answer(second)).toBe("signed-in");
  });

  test("codes are guessed five times and then hardly ever", async () => {
    const { secret } = await secondFactor();
    const known = await ticket();
    const guess = async (typed = "000000", mark?: string) =>
      await answerSecondFactor(tools, known, typed, freshBrowser("192.0.2.1", mark));
    for (let n = 0; n < 5; n += 1) expect(await guess()).toEqual({ kind: "refused" });
    expect(await guess(codeAt(secret, tools.clock.now()))).toEqual({ kind: "wait", seconds: 300 });
  });

  test("a password that was right is right for five minutes", async () => {
    const { secret } = await secondFactor();
    const known = await ticket();
    tools.moveBy(5 * minute);
    const code = codeAt(secret, tools.clock.now());
    expect(await answerSecondFactor(tools, known, code, freshBrowser("192.0.2.1"))).toEqual({ kind: "over" });
    expect(await answerSecondFactor(tools, undefined, code, freshBrowser("192.0.2.1"))).toEqual({
      kind: "over",
    });
  });

  test("a second factor sealed with another secret key opens nothing, and breaks nothing", async () => {
    const { secret } = await secondFactor();
    const other = { ...tools, vault: pretendStaff(database).vault };
    const end = await signIn(other, { email, password }, freshBrowser("192.0.2.1"));
    const own = end.kind === "second-factor" ? end.ticket : "";
    const code = codeAt(secret, tools.clock.now());
    expect(await answerSecondFactor(other, own, code, freshBrowser("192.0.2.1"))).toEqual({
      kind: "refused",
    });
  });
});
