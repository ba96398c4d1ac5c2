import { expect, test } from "vitest";
import { missingRights, neededPermissions } from "./needed-rights.ts";

const page = "100000000000001";
const all = neededPermissions.map(({ name }) => name);
const tasks = ["CREATE_CONTENT", "MODERATE", "MESSAGING", "ANALYZE", "ADVERTISE", "MANAGE"];
const twins = tasks.map((task) => `PROFILE_PLUS_${task}`);
const without = (name: string) => all.filter((one) => one !== name);
const only = (...ids: string[]) => new Map([["pages_messaging", ids]]);

test.each<
  [string, readonly string[], ReadonlyMap<string, readonly string[]>, readonly string[] | undefined, string[]]
>([
  ["everything", all, new Map(), tasks, []],
  ["everything, by the names of new Pages", all, new Map(), twins, []],
  ["full control", all, new Map(), ["PROFILE_PLUS_FULL_CONTROL"], []],
  ["permissions, and tasks nobody told", all, new Map(), undefined, []],
  ["all permissions but one", without("read_insights"), new Map(), tasks, ["read_insights"]],
  [
    "all permissions but the one to post",
    without("pages_manage_posts"),
    new Map(),
    tasks,
    ["pages_manage_posts!"],
  ],
  ["a permission for this Page", all, only("1", page), tasks, []],
  ["a permission for another Page", all, only("1"), tasks, ["pages_messaging"]],
  [
    "the task of reading figures alone",
    all,
    new Map(),
    ["ANALYZE"],
    ["CREATE_CONTENT!", "MODERATE", "MESSAGING"],
  ],
  [
    "nothing",
    [],
    new Map(),
    [],
    [
      ...neededPermissions.map(({ name, isEssential }) => name + (isEssential ? "!" : "")),
      ...["CREATE_CONTENT!", "MODERATE", "MESSAGING", "ANALYZE"],
    ],
  ],
])(
  "with %s, what is missing is named, and what posting rests on is marked",
  (_what, scopes, targets, has, missing) => {
    const rights = missingRights(page, { scopes, targets }, has);
    expect(rights.map(({ name, isEssential }) => name + (isEssential ? "!" : ""))).toEqual(missing);
  },
);
