import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Poll, readPolls } from "./polls.ts";
import { type Replay, startReplay } from "./replay.ts";

const polls: Poll[] = [
  { contentType: "application/rss+xml; charset=utf-8", body: "<rss>primo – è</rss>" },
  { contentType: "text/html", body: "<h1>guasto</h1>", status: 503 },
  { contentType: "application/rss+xml; charset=utf-8", body: "" },
];
let folder: string;
let replay: Replay | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "polls-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await replay?.close();
  replay = undefined;
});

async function shown(): Promise<[number, string | null, string]> {
  const answer = await fetch(replay?.url ?? "");
  return [answer.status, answer.headers.get("content-type"), await answer.text()];
}

test("states are shown in order, each until the next is asked for, and the last one stays", async () => {
  replay = await startReplay({ polls });
  expect(replay.states).toBe(3);
  expect(await shown()).toEqual([200, "application/rss+xml; charset=utf-8", "<rss>primo – è</rss>"]);
  expect(await shown()).toEqual([200, "application/rss+xml; charset=utf-8", "<rss>primo – è</rss>"]);
  expect(replay.next()).toBe(true);
  expect(await shown()).toEqual([503, "text/html", "<h1>guasto</h1>"]);
  const moved = await fetch(new URL("/_sandbox/next", replay.url), { method: "POST" });
  expect(await moved.json()).toEqual({ moved: true, position: 2, states: 3 });
  expect((await shown())[2]).toBe("");
  expect(replay.next()).toBe(false);
  expect(replay.position()).toBe(2);
});

test("an unchanged state is a 304 for whoever knows it", async () => {
  replay = await startReplay({ polls });
  const etag = (await fetch(replay.url)).headers.get("etag") ?? "";
  expect((await fetch(replay.url, { headers: { "if-none-match": etag } })).status).toBe(304);
});

test("polls are read from lines of JSON, plain or compressed, whatever the name", () => {
  const lines = polls.map((poll, index) =>
    JSON.stringify({ poll: index, time: "2026-01-12T07:00:00Z", ...poll }),
  );
  writeFileSync(join(folder, "plain.gz"), `${lines.join("\n")}\n`);
  writeFileSync(join(folder, "packed"), gzipSync(lines.join("\n")));
  for (const name of ["plain.gz", "packed"]) {
    expect(readPolls(join(folder, name))).toEqual(
      polls.map((poll) => ({ time: "2026-01-12T07:00:00Z", ...poll })),
    );
  }
});

test("a line that is not a poll is named", () => {
  writeFileSync(join(folder, "x.jsonl"), '{"contentType":"text/xml","body":""}\n{"body":3}\n');
  expect(() => readPolls(join(folder, "x.jsonl"))).toThrow(/x\.jsonl, line 2/);
  writeFileSync(join(folder, "empty.jsonl"), "\n");
  expect(() => readPolls(join(folder, "empty.jsonl"))).toThrow(/no polls/);
});
