import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { type CommitRules, shareCommits, TooManyWaiting } from "./share-commits.ts";

const rules: CommitRules = {
  gatherMs: 5,
  itemsMax: 10,
  waitingMax: 100,
  patienceMs: 1_000,
  hangingMax: 2,
  isEverybodys: (error) => (error as Error).message === "database away",
};

/** Remembers what each commit held; a commit that holds "poison" is refused. */
function database(answer: () => Promise<void> = async () => {}) {
  const commits: string[][] = [];
  const commit = async (items: readonly string[]) => {
    if (items.includes("poison")) throw new Error("refused");
    await answer();
    commits.push([...items]);
  };
  return { commits, commit };
}

describe("callers of the same moment", () => {
  test("share one commit, in the order in which they came", async () => {
    const { commits, commit } = database();
    const { add } = shareCommits(commit, rules);
    await Promise.all([add(["a"]), add(["b", "c"]), sleep(1).then(() => add(["d"]))]);
    expect(commits).toEqual([["a", "b", "c", "d"]]);
  });

  test("are answered only once their own items are committed", async () => {
    const { promise: committed, resolve: commitNow } = Promise.withResolvers<void>();
    const { add } = shareCommits(database(() => committed).commit, rules);
    let answered = 0;
    const both = [add(["a"]), add(["b"])].map((one) => one.then(() => (answered += 1)));
    await sleep(30);
    expect(answered).toBe(0);
    commitNow();
    await Promise.all(both);
    expect(answered).toBe(2);
  });

  test("are divided over commits of a bounded size, one caller's items never", async () => {
    const { commits, commit } = database();
    const { add } = shareCommits(commit, rules);
    const large = Array.from({ length: 25 }, (_, index) => `l${index}`);
    await Promise.all([add(["a", "b", "c", "d", "e", "f"]), add(["g", "h", "i", "j", "k"]), add(large)]);
    expect(commits.map((items) => items.length)).toEqual([6, 5, 25]);
  });

  test("who come while a commit is under way gather for the next", async () => {
    const { commits, commit } = database(() => sleep(40));
    const { add } = shareCommits(commit, rules);
    await Promise.all([add(["a"]), sleep(15).then(() => add(["b"])), sleep(25).then(() => add(["c"]))]);
    expect(commits).toEqual([["a"], ["b", "c"]]);
  });
});

describe("a commit that fails", () => {
  test("because of one caller fails for that one only", async () => {
    const { commits, commit } = database();
    const { add } = shareCommits(commit, rules);
    const ends = await Promise.allSettled([add(["a"]), add(["poison"]), add(["b"])]);
    expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(commits).toEqual([["a"], ["b"]]);
  });

  test("for everybody is told to all at once, and the next ones are tried anew", async () => {
    let tries = 0;
    const { add } = shareCommits(async () => {
      tries += 1;
      if (tries === 1) throw new Error("database away");
    }, rules);
    const ends = await Promise.allSettled([add(["a"]), add(["b"])]);
    expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(tries).toBe(1);
    await expect(add(["c"])).resolves.toBeUndefined();
  });

  test("by hanging holds up those behind it for a bounded time", async () => {
    let count = 0;
    const commit = () => {
      count += 1;
      return count === 1 ? new Promise<void>(() => {}) : Promise.resolve();
    };
    const { add } = shareCommits(commit, { ...rules, patienceMs: 40 });
    void add(["hangs"]);
    await sleep(15);
    await expect(add(["b"])).resolves.toBeUndefined();
  });

  test("together with another leaves the connections to others, until one of the two ends", async () => {
    const { promise: gone, resolve: end } = Promise.withResolvers<void>();
    const started: string[] = [];
    const commit = async ([item = ""]: readonly string[]) => {
      started.push(item);
      if (item === "hangs too") await gone;
      if (item === "hangs") await new Promise(() => {});
    };
    const { add } = shareCommits(commit, { ...rules, itemsMax: 1, patienceMs: 20 });
    void add(["hangs"]);
    void add(["hangs too"]);
    const third = add(["c"]);
    await sleep(100);
    expect(started).toEqual(["hangs", "hangs too"]);
    end();
    await third;
    expect(started).toEqual(["hangs", "hangs too", "c"]);
  });
});

test("more than may wait is refused at once, and nothing is kept of it", async () => {
  const { commits, commit } = database();
  const { add } = shareCommits(commit, { ...rules, waitingMax: 3 });
  const first = add(["a", "b"]);
  await expect(add(["c", "d"])).rejects.toThrow(TooManyWaiting);
  await Promise.all([first, add(["e"])]);
  expect(commits).toEqual([["a", "b", "e"]]);
});
