import { describe, expect, test } from "vitest";
import type { Measuring } from "../../src/channels/conversing.ts";
import { publishOne } from "./exchanges.ts";
import type { OpenStage, Stage } from "./stage.ts";

const dayMs = 86_400_000;

/** What `Measuring` promises: figures, or why there are none. */
export function measuringTests<Settings, App>(stage: OpenStage<Settings, App>): void {
  describe("measuring", () => {
    test("figures of a post and of an account are read, and reading them again gives the same", async () => {
      const at = stage();
      for (const of of [{ postId: await publishOne(at) }, lastYear()]) {
        const figures = await measuringOf(at).readFigures(at.world.account, of);
        expect(figures).toMatchObject({ kind: "figures", unknown: [] });
        const values = figures.kind === "figures" ? figures.values : [];
        expect(values.length).toBeGreaterThan(0);
        expect(new Set(values.map(({ metric, until }) => `${metric} ${until?.toISOString()}`)).size).toBe(
          values.length,
        );
        expect(await measuringOf(at).readFigures(at.world.account, of)).toEqual(figures);
      }
    });

    test("a metric that is no more is named, and the others are read all the same", async () => {
      const at = stage();
      const { removedMetric, account } = at.world;
      const of = { postId: await publishOne(at) };
      const all = await measuringOf(at).readFigures(account, of);
      const living = all.kind === "figures" ? [...new Set(all.values.map(({ metric }) => metric))] : [];
      const read = await measuringOf(at).readFigures(account, of, [removedMetric, ...living]);
      expect(read).toEqual({ ...all, unknown: [removedMetric] });
      expect(await measuringOf(at).readFigures(account, of, [removedMetric])).toEqual({
        kind: "figures",
        values: [],
        unknown: [removedMetric],
      });
    });

    test("without metrics nothing is asked for, and of a post that is not there nothing is told", async () => {
      const at = stage();
      const { readFigures } = measuringOf(at);
      const postId = await publishOne(at);
      expect(await readFigures(at.world.account, { postId }, [])).toEqual({
        kind: "figures",
        values: [],
        unknown: [],
      });
      await at.channel.remove({ format: "link-post", externalId: postId }, at.world.account);
      expect(await readFigures(at.world.account, { postId })).toMatchObject({
        kind: "no-answer",
        reconnect: false,
      });
    });

    test("a token nobody issued asks for a new connection", async () => {
      const at = stage();
      const figures = await measuringOf(at).readFigures(at.world.wrongToken, lastYear());
      expect(figures).toMatchObject({ kind: "no-answer", reconnect: true });
    });
  });
}

function lastYear(): { since: Date; until: Date } {
  const until = new Date(Math.floor(Date.now() / dayMs) * dayMs);
  return { since: new Date(until.getTime() - 365 * dayMs), until };
}

function measuringOf<Settings, App>({ channel }: Stage<Settings, App>): Measuring<Settings> {
  if (!channel.measuring) throw new Error("this channel does not measure");
  return channel.measuring;
}
