import { expect, test } from "vitest";
import { formatPasswordHash, isOutdated, parsePasswordHash } from "./password-hash.ts";
import { openPasswordHasher } from "./password-hasher.ts";

const hasher = openPasswordHasher();

test("a password is recognised by its hash, and no other is", async () => {
  const stored = await hasher.hash("tre parole a caso");
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(await hasher.verify("tre parole a caso", stored)).toBe("right");
  expect(await hasher.verify("tre parole a casa", stored)).toBe("wrong");
  expect(await hasher.hash("tre parole a caso")).not.toBe(stored);
});

test("a hash of another maker opens by its own parameters, and is outdated", async () => {
  // Made by the reference implementation: echo -n password | argon2 somesalt -id -t 2 -k 256 -p 1 -l 32
  const stored = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
  expect(await hasher.verify("password", stored)).toBe("right");
  expect(isOutdated(stored)).toBe(true);
  expect(isOutdated(await hasher.hash("password"))).toBe(false);
});

test.each(["", "!", "$2b$10$abc", "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65", "$argon2id$v=19$m=256$x"])(
  "%j is no hash of ours and opens to nothing",
  async (stored) => {
    expect(parsePasswordHash(stored)).toBeUndefined();
    expect(await hasher.verify("password", stored)).toBe("wrong");
  },
);

test("what is written is what is read", async () => {
  const stored = await hasher.hash("x");
  const parsed = parsePasswordHash(stored);
  expect(parsed && formatPasswordHash(parsed)).toBe(stored);
});

test("the loop goes on meanwhile, and beyond some that wait others are told to come back", async () => {
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 5);
  const answers = await Promise.all(Array.from({ length: 60 }, () => hasher.verify("x", undefined)));
  clearInterval(counting);
  expect(answers.filter((answer) => answer === "wrong")).toHaveLength(42);
  expect(answers.filter((answer) => answer === "busy")).toHaveLength(18);
  expect(turns).toBeGreaterThan(20);
});
