import { describe, expect, test } from "vitest";
import type { Account } from "../../src/channels/channel.ts";
import type { CaughtUp, NetworkEvent } from "../../src/channels/conversing.ts";
import { publishOne } from "./exchanges.ts";
import { hear, subscribed } from "./listening-suite.ts";
import { minuteAgo, type OpenStage, type Stage } from "./stage.ts";

/** What `Reconciling` promises: what people wrote is found again, under the keys it was told by. */
export function reconcilingTests<Settings, App>(stage: OpenStage<Settings, App>): void {
  describe("reading again", () => {
    test("finds what was told under the same keys, and nothing else", async () => {
      const at = stage();
      const { people } = at.world;
      await subscribed(at);
      const postId = await publishOne(at);
      people.comment(postId, "Scade quando?");
      people.write("Buongiorno, serve la patente? 🙂");
      people.answerElsewhere("No, non serve");
      const told = (await hear(at)).filter(({ kind }) => written.has(kind));
      expect(told).toHaveLength(3);
      const found = await readAgain(at);
      expect(keysOf(found)).toEqual(keysOf(told));
      expect(found.map(textOf).toSorted()).toEqual(told.map(textOf).toSorted());
      expect(found.every(({ reading }) => reading.foundAt !== undefined)).toBe(true);
    });

    test("finds the same however often it is asked, and changes nothing there", async () => {
      const at = stage();
      at.world.people.comment(await publishOne(at), "Scade quando?");
      const first = await readAgain(at);
      expect(keysOf(await readAgain(at))).toEqual(keysOf(first));
      expect(at.world.people.comments()).toHaveLength(1);
    });

    test("finds all of many, a step at a time", async () => {
      const at = stage();
      const { people } = at.world;
      const postId = await publishOne(at);
      const ids = Array.from({ length: 130 }, (_, index) => people.comment(postId, `Domanda ${index}?`));
      const found = await readAgain(at);
      expect(new Set(found.map(({ reading }) => reading.commentId))).toEqual(new Set(ids));
      expect(found).toHaveLength(ids.length);
    });

    test("begins where it is told to", async () => {
      const at = stage();
      at.world.people.comment(await publishOne(at), "Scade quando?");
      // The pretend network's clock may be months ahead by now.
      const inTwoYears = new Date(Date.now() + 2 * 366 * 86_400_000);
      expect(await readAgain(at, at.world.account, inTwoYears)).toEqual([]);
    });

    test("without a right token says that nothing could be read", async () => {
      const at = stage();
      const read = await step(at, at.world.wrongToken, minuteAgo());
      expect(read).toMatchObject({ kind: "no-answer", reconnect: true });
    });
  });
}

const written: ReadonlySet<string> = new Set(["comment-added", "message-received", "message-echoed"]);

async function step<Settings, App>(
  { channel }: Stage<Settings, App>,
  account: Account<Settings>,
  since: Date,
  cursor?: Extract<CaughtUp, { kind: "read" }>["next"],
): Promise<CaughtUp> {
  if (!channel.reconciling) throw new Error("this channel reads nothing again");
  // As it is kept between two steps.
  const kept = cursor && (JSON.parse(JSON.stringify(cursor)) as typeof cursor);
  return await channel.reconciling.catchUp(account, since, kept);
}

async function readAgain<Settings, App>(
  at: Stage<Settings, App>,
  account: Account<Settings> = at.world.account,
  since: Date = minuteAgo(),
): Promise<NetworkEvent[]> {
  const events: NetworkEvent[] = [];
  for (let [steps, cursor] = [0, undefined as Parameters<typeof step>[3]]; ; steps += 1) {
    const read = await step(at, account, since, cursor);
    if (read.kind !== "read" || steps > 30) throw new Error(`not read: ${JSON.stringify(read)}`);
    events.push(...read.events);
    if (!read.next) return events;
    cursor = read.next;
  }
}

function keysOf(events: readonly NetworkEvent[]): string[] {
  return events.map(({ key }) => key).toSorted();
}

function textOf({ reading }: NetworkEvent): string {
  return reading.text ?? "";
}
