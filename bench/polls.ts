import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { inventHistory } from "../sandbox/portal/histories.ts";
import { type Poll, readPolls } from "../sandbox/portal/polls.ts";
import { shared } from "../test/shared.ts";
import { judgeInvented, judgeReal, type Verdict } from "./polls/judge.ts";
import { openLookDriver } from "./polls/look-driver.ts";
import { readRealTruth } from "./polls/real-truth.ts";
import { replayHistory, sourceId } from "./polls/replay-history.ts";
import { printFigures, printTable } from "./print.ts";
import type { Engine } from "./stage/database-server.ts";
import { startProduct } from "./stage/product.ts";
import { openStage, type Stage } from "./stage/stage.ts";

/**
 * Every new item exactly once: histories of feeds replayed poll by poll through the whole product (a portal over HTTP,
 * the product's sweep, queue, reader, memory and publishing in two worker processes, the pretend Facebook), and what
 * then stands on the Page held against what is true of the history.
 *
 * npm run bench:polls -- [FILE…] [--generated 1000] [--seed 1] [--only real|generated] [--engine embedded|postgres]
 *
 * FILE: further real histories, {"poll","time","contentType","body"} a line, plain or gzip. Of real histories the truth
 * is counted by an own plain reader; of the generated ones it is known because they were invented. Half of the generated
 * ones connect without a backfill: of those the first look must publish nothing.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    generated: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    engine: { type: "string", default: "embedded" },
    workers: { type: "string", default: "2" },
  },
});

const historiesAtOnce = 32;
/** Publishing that does not move for this long is over. */
const stillMs = 20_000;
const sharedHistories = ["venezia", "castelbuono", "san-giuseppe-jato"];

interface Row extends Verdict {
  name: string;
  polls: number;
}

interface Job {
  name: string;
  polls: readonly Poll[];
  backfill: "all" | 0;
  /** Asked once publishing has come to rest. */
  judge: (replayed: Awaited<ReturnType<typeof replayHistory>>) => Verdict | Promise<Verdict>;
}

const startedAt = performance.now();
const stage = await openStage(values.engine as Engine, { hurry: 1 });
const workers = await Promise.all(
  Array.from({ length: Number(values.workers) }, () => startProduct({ environment: stage.environment })),
);
const driver = openLookDriver(stage.installation.database.db, sourceId);
const rows: Row[] = [];
try {
  const jobs = [
    ...(values.only === "generated" ? [] : realJobs(stage)),
    ...(values.only === "real" ? [] : inventedJobs(stage)),
  ];
  await replayAll(jobs);
} finally {
  driver.close();
  await Promise.all(workers.map((worker) => worker.stop()));
  await stage.close();
}
report();

function realJobs(stage: Stage): Job[] {
  const files = sharedHistories.map((name) => shared(`real/polls/${name}.jsonl.gz`));
  for (const file of files.filter((one) => !existsSync(one))) console.log(`not here, left out: ${file}`);
  const found = [...files.filter((file) => existsSync(file)), ...positionals];
  return found.map((file) => {
    const polls = readPolls(file);
    const truth = readRealTruth(polls);
    return {
      name: path.basename(file).replace(/\.jsonl(\.gz)?$/, ""),
      polls,
      backfill: "all",
      judge: (replayed) => judgeReal(stage, truth, replayed),
    };
  });
}

function inventedJobs(stage: Stage): Job[] {
  const first = Number(values.seed);
  return Array.from({ length: Number(values.generated) }, (_, index) => {
    const { polls, truth, seed } = inventHistory(first + index);
    const backfill = index % 2 === 0 ? "all" : 0;
    return {
      name: `generated ${seed}, ${backfill === "all" ? "whole archive" : "no backfill"}`,
      polls,
      backfill,
      judge: (replayed) => judgeInvented(stage, { truth }, replayed, backfill),
    };
  });
}

/** Replays all jobs, a bounded number at once, waits until publishing rests, then judges each. */
async function replayAll(jobs: Job[]): Promise<void> {
  const waiting = [...jobs];
  const ready: (() => Promise<void>)[] = [];
  const progress = setInterval(() => {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    console.log(`${seconds} s: ${ready.length} of ${jobs.length} histories replayed, ${postCount()} posts`);
  }, 15_000);
  try {
    await Promise.all(
      Array.from({ length: historiesAtOnce }, async () => {
        for (let job = waiting.shift(); job; job = waiting.shift()) {
          const { name, polls, backfill, judge } = job;
          const replayed = await replayHistory(stage, driver, polls, backfill);
          ready.push(async () => void rows.push({ name, polls: polls.length, ...(await judge(replayed)) }));
        }
      }),
    );
    await untilPublishingRests();
  } finally {
    clearInterval(progress);
  }
  for (const judge of ready) await judge();
}

function postCount(): number {
  return stage.facebook.world.posts.size;
}

async function untilPublishingRests(): Promise<void> {
  let posts = postCount();
  let since = performance.now();
  while (performance.now() - since < stillMs) {
    await sleep(200);
    const { open } = await stage.installation.database.db
      .selectFrom("publication")
      .select((eb) => eb.fn.countAll<string>().as("open"))
      .where("state", "not in", ["published", "refused"])
      .executeTakeFirstOrThrow();
    if (open === "0") return;
    if (postCount() !== posts) since = performance.now();
    posts = postCount();
  }
}

function report(): void {
  const isInvented = (row: Row) => row.name.startsWith("generated ");
  const groups = ["whole archive", "no backfill"].map((kind) =>
    sumOf(
      `generated, ${kind}`,
      rows.filter((row) => isInvented(row) && row.name.endsWith(kind)),
    ),
  );
  const lines = [...rows.filter((row) => !isInvented(row)), ...groups.filter((row) => row.polls > 0)];
  console.log();
  printTable(
    lines.map((row) => ({
      history: row.name,
      polls: row.polls,
      items: row.items,
      doubled: row.doubled.length,
      "never published": row.lost.length,
      "archive told": row.archiveTold.length,
      joined: row.joined.length,
    })),
  );
  for (const row of rows) {
    for (const fault of ["doubled", "lost", "archiveTold", "joined"] as const) {
      if (row[fault].length > 0) console.log(`${row.name}: ${fault}: ${row[fault].slice(0, 5).join(" | ")}`);
    }
  }
  const all = sumOf("all", rows);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(`\n${rows.length} histories, ${all.polls} polls, ${all.items} items, ${seconds} s`);
  printFigures({
    doubled: all.doubled.length,
    lost: all.lost.length,
    archiveTold: all.archiveTold.length,
    items: all.items,
    polls: all.polls,
    histories: rows.length,
    seconds,
  });
  if (all.doubled.length + all.lost.length + all.archiveTold.length > 0) process.exitCode = 1;
}

function sumOf(name: string, some: Row[]): Row {
  return {
    name,
    polls: some.reduce((sum, row) => sum + row.polls, 0),
    items: some.reduce((sum, row) => sum + row.items, 0),
    doubled: some.flatMap((row) => row.doubled),
    lost: some.flatMap((row) => row.lost),
    archiveTold: some.flatMap((row) => row.archiveTold),
    joined: some.flatMap((row) => row.joined),
  };
}
