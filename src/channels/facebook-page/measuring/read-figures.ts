import { z } from "zod";
import type { Account } from "../../channel.ts";
import type { Figures, FigureValue } from "../../conversing.ts";
import { callGraph, type GraphFailure, type Tools } from "../graph.ts";
import { readFailure } from "../outcomes.ts";
import type { FacebookReason } from "../reasons.ts";
import type { FacebookPageSettings } from "../settings.ts";
import { restBefore } from "../usage.ts";
import { insightSpans } from "./insight-spans.ts";
import { defaultMetrics } from "./metric-names.ts";

export type FiguresOf = { postId: string } | { since: Date; until: Date };

export interface MeasuringTools extends Tools {
  /** Until when a Page's calls are left to its posts, because its limit is near. */
  resting: Map<string, Date>;
}

/**
 * Reads figures of a post (for its lifetime) or of the Page (day by day), `GET /{id}/insights` (graph-api.md section 19).
 * One name Facebook does not know (any more) refuses the whole call without being named, so then each is asked for alone:
 * the others are still read. No data at all is normal: a Page needs 100 followers.
 */
export async function readFigures(
  tools: MeasuringTools,
  account: Account<FacebookPageSettings>,
  of: FiguresOf,
  metrics?: readonly string[],
): Promise<Figures> {
  const kind = "postId" in of ? "post" : "page";
  const wanted = [...new Set(metrics ?? account.settings.metrics?.[kind] ?? defaultMetrics[kind])];
  if (wanted.length === 0) return { kind: "figures", values: [], unknown: [] };
  const requests = requestsFor(of, account.settings, tools.clock.now());
  const together = await readSome(tools, account.settings, requests, wanted);
  if (together.kind !== "not-a-metric") return together;
  if (wanted.length === 1) return { kind: "figures", values: [], unknown: wanted };
  return await readEach(tools, account.settings, requests, wanted);
}

/** One request tells which metrics are none; for a long stretch of time the others then go on together. */
async function readEach(
  tools: MeasuringTools,
  settings: FacebookPageSettings,
  [first, ...rest]: readonly InsightRequest[],
  wanted: readonly string[],
): Promise<Figures> {
  const values: FigureValue[] = [];
  const unknown: string[] = [];
  for (const metric of wanted) {
    const one = await readSome(tools, settings, first ? [first] : [], [metric]);
    if (one.kind === "no-answer") return one;
    if (one.kind === "not-a-metric") unknown.push(metric);
    else values.push(...one.values);
  }
  const known = wanted.filter((metric) => !unknown.includes(metric));
  const more = await readSome(tools, settings, known.length > 0 ? rest : [], known);
  if (more.kind === "no-answer") return more;
  // What was a metric a moment ago is not one now: the next reading will say which.
  if (more.kind === "not-a-metric") return notReadable;
  return { kind: "figures", values: [...values, ...more.values], unknown };
}

async function readSome(
  tools: MeasuringTools,
  settings: FacebookPageSettings,
  requests: readonly InsightRequest[],
  metrics: readonly string[],
): Promise<Figures | { kind: "not-a-metric" }> {
  const values: FigureValue[] = [];
  for (const { path, parameters } of requests) {
    const notBefore = restOf(tools, settings);
    if (notBefore)
      return { kind: "no-answer", reason: limitNear, detail: "insights", notBefore, reconnect: false };
    const result = await callGraph(tools, settings, {
      method: "GET",
      path,
      parameters: { metric: metrics.join(","), ...parameters },
    });
    if (result.kind !== "answer") {
      return isNoMetric(result) ? { kind: "not-a-metric" } : noAnswer(result, tools.clock.now());
    }
    const rest = restBefore(result.usage, tools.clock.now());
    if (rest) tools.resting.set(settings.pageId, rest);
    const read = insights.safeParse(result.body).data;
    if (!read) return notReadable;
    values.push(...read.data.flatMap(toFigures));
  }
  return { kind: "figures", values, unknown: [] };
}

const notReadable = {
  kind: "no-answer",
  reason: "answer-not-readable" satisfies FacebookReason,
  detail: "insights",
  reconnect: false,
} as const;
const limitNear: FacebookReason = "page-limit-near";

function restOf(tools: MeasuringTools, { pageId }: FacebookPageSettings): Date | undefined {
  const until = tools.resting.get(pageId);
  return until && until > tools.clock.now() ? until : undefined;
}

interface InsightRequest {
  path: string[];
  parameters: Record<string, string>;
}

function requestsFor(of: FiguresOf, settings: FacebookPageSettings, now: Date): InsightRequest[] {
  if ("postId" in of) return [{ path: [of.postId, "insights"], parameters: { period: "lifetime" } }];
  return insightSpans(of, now).map(({ since, until }) => ({
    path: [settings.pageId, "insights"],
    parameters: { period: "day", since: seconds(since), until: seconds(until) },
  }));
}

function seconds(moment: Date): string {
  return String(Math.floor(moment.getTime() / 1000));
}

/** A plain 100 says that a parameter is wrong, and the name of the metric is the only one that can be. */
function isNoMetric(failure: GraphFailure): boolean {
  return (
    failure.kind === "error" &&
    failure.error.code === 100 &&
    failure.error.subcode === undefined &&
    failure.error.type !== "GraphMethodException"
  );
}

function noAnswer(failure: GraphFailure, now: Date): Figures {
  const { class: errorClass, reason, detail, notBefore } = readFailure(failure, now);
  // The account's posts go out without this permission, so it is no matter for a new connection at once.
  const own: FacebookReason = reason === "permission-missing" ? "insights-permission-missing" : reason;
  return { kind: "no-answer", reason: own, detail, notBefore, reconnect: errorClass === "login" };
}

const insights = z.object({
  data: z.array(
    z.object({
      name: z.string(),
      period: z.string().catch(""),
      values: z
        .array(
          z.object({
            value: z.unknown(),
            end_time: z.string().optional().catch(undefined),
          }),
        )
        .catch([]),
    }),
  ),
});
const figure = z.union([z.number(), z.record(z.string(), z.number())]);

/** Values we cannot read (Meta changes their shape) are left out, one by one. */
function toFigures({ name, period, values }: z.output<typeof insights>["data"][number]): FigureValue[] {
  return values.flatMap(({ value, end_time }) => {
    const read = figure.safeParse(value);
    if (!read.success) return [];
    const untilMs = Date.parse(end_time ?? "");
    const until = Number.isNaN(untilMs) ? undefined : new Date(untilMs);
    return [{ metric: name, period, until, value: read.data }];
  });
}
