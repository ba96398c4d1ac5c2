import { parseArgs } from "node:util";
import { catchUpAccount } from "../src/conversing/catch-up-account.ts";
import { deliverReplies } from "../src/conversing/deliver-replies.ts";
import { handleEvents } from "../src/conversing/handle-events.ts";
import { warnDeadlines } from "../src/conversing/warn-deadlines.ts";
import { planDeeds } from "./fortnight/citizens.ts";
import { dayOf, isOpen } from "./fortnight/days.ts";
import { answerSome, type DeskTally } from "./fortnight/desk.ts";
import { judge, lookAtWaiting } from "./fortnight/judge.ts";
import { openTown, type Town } from "./fortnight/town.ts";
import { printFigures, printTable } from "./print.ts";

/**
 * Two weeks and more in a virtual clock, from Friday 18 December at 17:00: a patron's day, the closed eves, Christmas, New
 * Year, Epiphany. 300 questions, of whose webhooks a tenth is lost, a twentieth doubled, some overtaken; the answers to
 * twenty of our calls are lost. Promised: every message there once, every deadline and warning right, no reply doubled or
 * lost, none sent outside its window.
 *
 * npm run bench:fortnight -- [--questions 300] [--lost-answers 20]
 */
const { values } = parseArgs({
  options: {
    questions: { type: "string", default: "300" },
    "lost-answers": { type: "string", default: "20" },
  },
});

const minute = 60_000;
const tickMs = 15 * minute;
const from = Date.parse("2026-12-18T16:00:00Z");
const until = Date.parse("2027-01-05T23:00:00Z");
/** After the last question, until the last answer has been looked for. */
const end = Date.parse("2027-01-08T17:00:00Z");

interface Seen {
  deadlines: number;
  wrongDeadlines: number;
  missingWarnings: number;
  told: DeskTally;
  days: Map<string, { asked: number; answered: number; waiting: number }>;
}

const begunAt = performance.now();
const town = await openTown({ ms: from });
try {
  const seen = await live(town);
  await report(town, seen);
} finally {
  await town.close();
}

async function live(at: Town): Promise<Seen> {
  const seen: Seen = {
    deadlines: 0,
    wrongDeadlines: 0,
    missingWarnings: 0,
    told: { written: 0, closed: 0, overtaken: 0 },
    days: new Map(),
  };
  at.facebook.webhooks.outbox.setWeather({ loss: 0.1, duplicates: 0.05, reordering: 0.1, seed: 7 });
  const deeds = planDeeds(from, until, Number(values.questions));
  let [next, faultsLeft] = [0, Number(values["lost-answers"])];
  for (let ms = from; ms <= end; ms += tickMs) {
    at.time.ms = ms;
    at.facebook.advance(0);
    const day = dayIn(seen, dayOf(ms));
    for (let deed = deeds[next]; deed && deed.at <= ms; deed = deeds[next]) {
      deed.deed(at);
      day.asked += 1;
      next += 1;
    }
    await at.facebook.webhooks.sender.idle();
    await work(at);
    if (isOpen(ms)) {
      const before = seen.told.written;
      // One in the middle of each two hours: lost after it acted, or before.
      if (faultsLeft > 0 && ms % (8 * tickMs) === 0) faultsLeft -= breakNext(at, faultsLeft);
      await answerSome(at, 4, seen.told);
      await deliverReplies(at.tools, at.account);
      day.answered += seen.told.written - before;
    }
    const look = await lookAtWaiting(at);
    seen.deadlines += look.seen;
    seen.wrongDeadlines += look.wrong;
    seen.missingWarnings += look.unwarned;
    day.waiting = look.seen;
  }
  await settleAll(at);
  return seen;
}

function dayIn({ days }: Seen, name: string) {
  const day = days.get(name) ?? { asked: 0, answered: 0, waiting: 0 };
  days.set(name, day);
  return day;
}

/** As the worker would: what is stored becomes conversations, warnings are told, what was lost is read again. */
async function work({ tools, account }: Town): Promise<void> {
  await handleEvents(tools);
  await catchUpAccount(tools, account);
  await handleEvents(tools);
  await warnDeadlines(tools);
  await deliverReplies(tools, account);
}

function breakNext({ facebook }: Town, left: number): number {
  const mode = left % 2 === 0 ? ("lost-after" as const) : ("lost-before" as const);
  facebook.addFault({ mode, edge: left % 3 === 0 ? "messages" : "comments", method: "POST" });
  return 1;
}

/** Everything that is still looked for comes to its end. */
async function settleAll(at: Town): Promise<void> {
  at.facebook.clearFaults();
  for (let round = 0; round < 20; round += 1) {
    at.time.ms += 5 * minute;
    await at.facebook.webhooks.sender.idle();
    await work(at);
  }
}

async function report(at: Town, seen: Seen): Promise<void> {
  const verdict = await judge(at);
  printTable([...seen.days].map(([day, counts]) => ({ day, ...counts })));
  console.log("");
  const attempts = await at.database.db.selectFrom("reply_attempt").select("outcome").execute();
  const uncertain = attempts.filter(({ outcome }) => outcome === "unknown").length;
  const notices = await at.database.db
    .selectFrom("reply")
    .select("id")
    .where("is_automatic", "=", true)
    .execute();
  const figures = {
    ...verdict,
    uncertainEnds: uncertain,
    notices: notices.length,
    deadlinesSeen: seen.deadlines,
    wrongDeadlines: seen.wrongDeadlines,
    missingWarnings: seen.missingWarnings,
    overtaken: seen.told.overtaken,
    seconds: Math.round((performance.now() - begunAt) / 1000),
  };
  printTable(Object.entries(figures).map(([figure, value]) => ({ figure, value: asText(value) })));
  printFigures({ bench: "fortnight", ...figures });
  const { lostMessages, doubledMessages, doubledReplies, lostReplies, outsideWindow, wrongWarnings } =
    verdict;
  const wrong = [lostMessages, doubledMessages, doubledReplies, lostReplies, outsideWindow, wrongWarnings];
  if (wrong.some((count) => count > 0) || seen.wrongDeadlines + seen.missingWarnings > 0)
    process.exitCode = 1;
}

function asText(value: number | object): number | string {
  return typeof value === "number" ? value : JSON.stringify(value);
}
