import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/databases.ts";
import { rulesOf } from "../moderating/rule-store.ts";
import { changeRules } from "../moderating/ruling/change-rules.ts";
import { contentOf } from "../moderating/ruling/rule-version.ts";
import { findRuleVersions } from "../moderating/ruling/rule-version-store.ts";
import type { FileRule } from "../moderating/ruling/rules-of-file.ts";
import { optionalRules, starterRules } from "../moderating/starter-rules.ts";
import { openVault } from "../platform/vault.ts";
import { type ApplyTools, applyAuthority } from "./apply-authority.ts";
import { readAuthorityFile } from "./authority-file.ts";
import { authoritySettings } from "./settings.ts";

let database: TestDatabase;
let present: Date;
let tools: ApplyTools;
const authorityId = "valdilago";

beforeEach(async () => {
  database = await testDatabase();
  present = new Date("2026-11-27T09:00:00Z");
  tools = {
    db: database.db,
    queue: { add: async () => {} },
    vault: openVault(Buffer.alloc(32, 7)),
    clock: { now: () => present },
  };
});

afterEach(async () => await database.close());

async function apply(rules: readonly FileRule[] | undefined, options = {}) {
  const authority = { id: authorityId, name: "Valdilago", settings: authoritySettings.parse({}) };
  const file = { authority, sources: [], accounts: [], offices: [], ...(rules && { rules: [...rules] }) };
  const result = await applyAuthority(tools, file, options);
  if (result.kind === "refused") return result.refusals.map(({ kind }) => kind);
  return result.differences
    .filter(({ subject }) => subject === "rule")
    .map(({ id, verb }) => `${id} ${verb}`);
}

const starter = starterRules.map(contentOf);
const six = starter[5] as FileRule;
const nine = contentOf(optionalRules[0] as (typeof optionalRules)[number]);
const inForce = async () =>
  (await rulesOf(database.db, authorityId, present)).map(({ number, version }) => `${number}.${version}`);

test("a new authority begins with the rules of its file, and applying it again finds nothing to do", async () => {
  expect(await apply([six, nine])).toEqual(["6 new", "9 new"]);
  expect(await inForce()).toEqual(["6.1", "9.1"]);
  expect(await apply([six, nine])).toEqual([]);
  expect(await apply(undefined)).toEqual([]);
  expect(await inForce()).toEqual(["6.1", "9.1"]);
});

test("of an authority that kept the starter set the file's rules are further versions, and what it leaves out ends", async () => {
  await apply(undefined);
  expect(await apply([...starter, nine])).toEqual(["9 new"]);
  const severe = { ...six, defaultAction: "delete" as const };
  expect(await apply([severe, nine], { dryRun: true })).toHaveLength(8);
  expect(await inForce()).toHaveLength(9);
  expect(await apply([severe, nine])).toEqual(
    expect.arrayContaining(["6 changed", "1 removed", "8 removed"]),
  );
  expect(await inForce()).toEqual(["6.2", "9.1"]);
  const first = await findRuleVersions(database.db, authorityId);
  expect(first.find(({ number, version }) => number === 6 && version === 1)).toMatchObject({
    origin: "starter",
  });
  expect(await apply([severe, nine, ...starter.slice(0, 1)])).toEqual(["1 resumed"]);
});

test("saying the same again undoes no change of the desk; saying something else is taken", async () => {
  await apply([six, nine]);
  const put = { kind: "put" as const, validFrom: "2026-11-27" };
  const atDesk = { ...six, text: { it: "Niente insulti", en: "No insults" } };
  const changed = await changeRules(tools, { authorityId, by: "ferri" }, [
    { ...put, rule: { ...atDesk, mayActByItself: false }, after: 1 },
    { ...put, rule: contentOf(optionalRules[1] as (typeof optionalRules)[number]), after: 0 },
  ]);
  expect(changed.kind).toBe("changed");
  expect(await apply([six, nine])).toEqual([]);
  expect(await inForce()).toEqual(["6.2", "9.1", "10.1"]);
  expect(await apply([{ ...six, examples: { it: [], en: [] } }, nine])).toEqual(["6 changed"]);
  expect(await inForce()).toEqual(["6.3", "9.1", "10.1"]);
});

test("a rule of the file holds from its day, and never from one that is over", async () => {
  await apply([
    { ...six, from: "2026-01-01" },
    { ...nine, from: "2026-12-24" },
  ]);
  const days = (await findRuleVersions(database.db, authorityId)).map(({ number, validFrom }) => [
    number,
    validFrom,
  ]);
  expect(days).toEqual([
    [6, "2026-11-27"],
    [9, "2026-12-24"],
  ]);
  present = new Date("2026-12-27T09:00:00Z");
  expect(
    await apply([
      { ...six, from: "2026-01-01" },
      { ...nine, from: "2026-12-24" },
    ]),
  ).toEqual([]);
});

test("a file that would leave no rule today, or two about the same, is refused whole", async () => {
  expect(await apply([{ ...six, from: "2027-01-01" }])).toEqual(["rules-clash"]);
  await apply([six]);
  const rule = { ...nine, number: 20 };
  await changeRules(tools, { authorityId, by: "ferri" }, [
    { kind: "put", validFrom: "2026-11-27", rule, after: 0 },
  ]);
  expect(await apply([six, nine])).toEqual(["rules-clash"]);
});

test("what a rule cannot be is told with its place", () => {
  const text = `
authority: { id: valdilago, name: Valdilago }
rules:
  - { number: 1, topic: opinion, text: { it: a, en: b }, defaultAction: none, mayActByItself: true }
  - { number: 1, topic: offence, text: { it: a, en: b }, defaultAction: answer, mayActByItself: true }
`;
  const reading = readAuthorityFile(text, { channels: {}, sourceKinds: [], folder: "/", environment: {} });
  const faults = reading.kind === "faults" ? reading.faults : [];
  expect(faults.map(({ path, line, words }) => [path, line, words.en])).toEqual([
    ["rules[0].mayActByItself", 4, expect.stringContaining("measured precision")],
    ["rules[1].number", 5, expect.stringContaining("stands above already")],
    ["rules[1].mayActByItself", 5, expect.stringContaining("defaultAction: hide or delete")],
  ]);
});
