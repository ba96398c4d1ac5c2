import { triage } from "../../src/moderating/triage.ts";
import type { LabelledComment } from "./labelled-comments.ts";

const warmUpRounds = 10;
const measuredMs = 2_000;

/** Comments triaged in a second of one core's time, whatever else the machine does. */
export function commentsPerSecond(comments: readonly LabelledComment[]): number {
  for (let round = 0; round < warmUpRounds; round++)
    for (const { text, context } of comments) triage(text, context);
  const before = process.cpuUsage();
  let count = 0;
  for (const until = performance.now() + measuredMs; performance.now() < until; ) {
    for (const { text, context } of comments) triage(text, context);
    count += comments.length;
  }
  const { user, system } = process.cpuUsage(before);
  return Math.round(count / ((user + system) / 1e6));
}

/** Texts of 100 kB made to be slow, and how long the slowest takes. */
export function slowestLongText(): { name: string; milliseconds: number } {
  const texts: Record<string, string> = {
    "ordinary words": "ciao come state ".repeat(6_300),
    "one word": "a".repeat(100_000),
    "single letters": "a b c ".repeat(16_700),
    emoji: "😀".repeat(50_000),
    "insults and groups": "siete idioti gay ".repeat(5_900),
    digits: "347 123 45 67 ".repeat(7_100),
    dots: "a.".repeat(50_000),
    "signs at": "a@".repeat(50_000),
    asterisks: "c*".repeat(50_000),
    base64: Buffer.from("bacheca".repeat(11_000)).toString("base64").slice(0, 100_000),
  };
  const took = Object.entries(texts).map(([name, text]) => {
    const from = performance.now();
    triage(text, { channel: "comment" });
    return { name, milliseconds: Math.round(performance.now() - from) };
  });
  return took.sort((a, b) => b.milliseconds - a.milliseconds)[0] ?? { name: "", milliseconds: 0 };
}
