import { setTimeout as sleep } from "node:timers/promises";
import { type Format, formats } from "../../src/channels/channel.ts";
import type { Moment } from "../../src/publishing/publish-tools.ts";
import { type ProductOptions, startProduct } from "../stage/product.ts";
import { type Case, planCase, type Stage, untilSettled } from "../stage/stage.ts";
import { type Tally, tally } from "../stage/tally.ts";
import { amendable, methodOf, tallyAmended, type Wish, wantAll } from "./amendments.ts";
import type { CaseResult } from "./run-network-faults.ts";

export type Victim = "worker" | "database";
const victims: readonly Victim[] = ["worker", "database"];

/** A moment inside the product, or one at the wire, where the pretend Facebook tells us. */
type Step =
  | { name: string; at: Moment; needsUncertainty?: boolean }
  | { name: string; wire: "received" | "acted" | "answered" };

const atTheWire: readonly Step[] = [
  { name: "call sent, not acted on", wire: "received" },
  { name: "acted on, not answered", wire: "acted" },
  { name: "answer on its way", wire: "answered" },
];

const ofSending: readonly Step[] = [
  { name: "row written", at: "line read" },
  { name: "claimed", at: "claimed" },
  ...atTheWire,
  { name: "answer received, before settle", at: "answered" },
  { name: "after settle", at: "settled" },
  { name: "during reconcile: before the look", at: "search begun", needsUncertainty: true },
  { name: "during reconcile: look answered", at: "search answered", needsUncertainty: true },
  { name: "after reconcile", at: "search settled", needsUncertainty: true },
];

const ofPreparing: readonly Step[] = [
  { name: "preparing begun", at: "preparing begun" },
  { name: "taken to be prepared", at: "preparing taken" },
  { name: "drawn", at: "drawn" },
  { name: "brought in part", at: "staged in part" },
  { name: "brought", at: "staged" },
  { name: "prepared", at: "prepared" },
];

const ofAmending: readonly Step[] = [
  { name: "row of the call written", at: "amend claimed" },
  ...atTheWire,
  { name: "answer received, before settle", at: "amend answered" },
  { name: "after settle", at: "amend settled" },
];

/** What is under way when somebody dies. */
interface Kind {
  name: string;
  steps: readonly Step[];
  plan(stage: Stage, prepare: (pageId: string) => void, clip: Clip): Promise<Case>;
  /** Calls that count at the wire. */
  isMeant(call: { method: string; edge: string }): boolean;
  tally(stage: Stage, made: Case): Promise<Tally>;
}

type Clip = ProductOptions["clip"];

const isMeantFor = (method: string, edges: readonly string[]) => (call: { method: string; edge: string }) =>
  call.method === method && edges.includes(call.edge);

const linkPosts: Kind = {
  name: "link post",
  steps: ofSending,
  plan: (stage, prepare) => planCase(stage, 4, 5, prepare),
  isMeant: isMeantFor("POST", ["feed"]),
  tally,
};

const lastCalls = ["feed", "photos", "photo_stories", "video_stories", "video_reels"];

const allFormats: Kind = {
  name: "all formats",
  steps: [...ofPreparing, ...atTheWire, { name: "after settle", at: "settled" }],
  plan: (stage, prepare) => planCase(stage, 1, 2, prepare, formats),
  isMeant: isMeantFor("POST", lastCalls),
  tally,
};

const publishMs = 15_000;
const amendedFormats: Format[] = amendable.map(({ format }) => format);

function amendments(wish: Wish): Kind {
  return {
    name: wish,
    steps: ofAmending,
    async plan(stage, prepare, clip) {
      const made = await planCase(stage, 1, 2, prepare, amendedFormats);
      const product = await startProduct({ environment: stage.environment, server: stage.server, clip });
      await untilSettled(stage, made, publishMs);
      await product.stop();
      await wantAll(stage, made, wish);
      return made;
    },
    isMeant: isMeantFor(methodOf[wish], ["post", "video"]),
    tally: (stage, made) => tallyAmended(stage, made, wish),
  };
}

/** kill -9 of the worker, or of the whole database server, at every step, each at several occurrences of it. */
export async function runKills(
  stage: Stage,
  how: { occurrences: number[]; clip: Clip },
  report: (result: CaseResult) => void,
): Promise<void> {
  for (const kind of [linkPosts, allFormats, amendments("edit"), amendments("remove")]) {
    for (const victim of victims) {
      for (const step of kind.steps) {
        for (const nth of how.occurrences)
          report(await runOne(stage, { kind, step, victim, nth, clip: how.clip }));
      }
    }
  }
}

interface Kill {
  kind: Kind;
  step: Step;
  victim: Victim;
  nth: number;
  clip: Clip;
}

async function runOne(stage: Stage, { kind, step, victim, nth, clip }: Kill): Promise<CaseResult> {
  const { server, facebook, environment } = stage;
  const isInside = "at" in step;
  const doom = isInside
    ? { at: step.at, nth, end: victim === "worker" ? ("self" as const) : ("database" as const) }
    : undefined;
  const prepare = (pageId: string) => {
    if (isInside && step.needsUncertainty) facebook.addFault({ mode: "lost-after", pageId, times: 2 });
  };
  const made = await kind.plan(stage, prepare, clip);
  const doomed = await startProduct({ environment, doom, server, clip });
  const strike = victim === "worker" ? doomed.kill : () => void server.kill();
  const atWire = isInside ? undefined : atCall(stage, step.wire, kind, nth, strike);
  if (victim === "worker") await Promise.race([doomed.ended, sleep(8_000)]);
  else await untilSettled(stage, made, 6_000);
  const hasStruck = victim === "worker" ? !doomed.isRunning() : true;
  atWire?.();
  await doomed.stop();
  const heir = await startProduct({ environment, server, clip });
  await untilSettled(stage, made, 6_000);
  await heir.stop();
  facebook.clearFaults();
  const reached = hasStruck ? "" : " (never reached)";
  const name = `kill -9 ${victim} · ${kind.name} · ${step.name} · occurrence ${nth}${reached}`;
  return { case: name, tally: await kind.tally(stage, made), byHand: [] };
}

/** Strikes at the very moment the pretend Facebook is in: its events are told synchronously. */
function atCall(
  stage: Stage,
  wire: "received" | "acted" | "answered",
  { isMeant }: Kind,
  nth: number,
  strike: () => void,
): () => void {
  let seen = 0;
  const listener = (call: { method: string; edge: string }) => {
    if (!isMeant(call)) return;
    seen += 1;
    if (seen === nth) strike();
  };
  stage.facebook.on(wire, listener);
  return () => stage.facebook.off(wire, listener);
}
