import { type Answer, type KnownCall, read, type Surroundings } from "../call.ts";
import { GraphError, invalidParameter, mayNotRead, notImitated } from "../graph-error.ts";
import { type InsightSubject, inventedFigure, METRICS } from "../insight-metrics.ts";
import { readMoment } from "../list-edge.ts";
import { graphTime } from "../post.ts";
import { mustBeAbleToRead } from "../recognise.ts";
import type { Page } from "../world.ts";

const DAY_S = 86_400;
const SPAN_DAYS_MAX = 90;
const BACK_DAYS_MAX = 2 * 365;
const DAYS: Record<string, number> = { day: 1, week: 7, days_28: 28 };

/**
 * `GET /{page|post|story}/insights?metric=…` (section 19): living metrics only, invented figures. A Page's come by day
 * (or week, or 28 days), those of a post or story for its lifetime. Needs read_insights.
 */
export function listInsights(
  call: KnownCall,
  page: Page,
  around: Surroundings,
  subject: InsightSubject,
  id: string,
): Answer {
  mustBeAbleToRead(call, page, around.world);
  if (!call.holder.scopes.has("read_insights")) throw mayNotRead();
  const { params } = call;
  for (const name of ["breakdown", "date_preset"])
    if (params[name]) throw notImitated(`parameter ${name} of insights`);
  const metrics = readMetrics(params.metric, subject);
  const period = params.period || (subject === "page" ? "day" : "lifetime");
  if (subject === "page" ? !(period in DAYS) : period !== "lifetime")
    throw notImitated(`period ${period} of ${subject} insights`);
  const span = subject === "page" ? spanOf(call, around) : undefined;
  const ends = span ? dayEnds(span.since, span.until) : [undefined];
  const data = metrics.map((name) => ({
    name,
    period,
    values: ends.map((end) => ({
      value: inventedFigure(id, `${name} ${period}`, end ?? 0),
      ...(end === undefined ? {} : { end_time: graphTime(end * 1000, params.date_format) }),
    })),
    title: name.toLowerCase().replaceAll("_", " "),
    description: "Invented by the simulation.",
    id: `${id}/insights/${name}/${period}`,
  }));
  return read({ data, ...(span ? { paging: paging(call, around, span) } : {}) });
}

/** A list with commas or as JSON; one dead or invented name refuses the whole call, none at all is an error of its own. */
function readMetrics(text: string | undefined, subject: InsightSubject): string[] {
  const metrics = (text ?? "").match(/[A-Za-z0-9_]+/g) ?? [];
  if (metrics.length === 0) {
    throw new GraphError({
      message: "(#3001) Invalid query",
      type: "OAuthException",
      code: 3001,
      error_subcode: 1504028,
      error_user_title: "No metric was specified to be fetched.",
      error_user_msg: "Please specify at least one metric to fetch.",
    });
  }
  if (!metrics.every((metric) => METRICS[subject].has(metric)))
    throw invalidParameter("The value must be a valid insights metric");
  return metrics;
}

interface Span {
  since: number;
  until: number;
}

/** Unix seconds; without any, yesterday and the day before. */
function spanOf(call: KnownCall, around: Surroundings): Span {
  const now = Math.floor(around.now() / 1000);
  const until = readMoment(call.params.until, "until", around) ?? now;
  const since = readMoment(call.params.since, "since", around) ?? until - 2 * DAY_S;
  if (since > until) throw invalidParameter("Param since must be before until");
  if (until - since > SPAN_DAYS_MAX * DAY_S)
    throw invalidParameter("There cannot be more than 90 days between since and until");
  if (since < now - BACK_DAYS_MAX * DAY_S) throw invalidParameter("Insights go back two years");
  return { since, until };
}

/** Ends of days in Pacific time: 08:00 UTC, as in the real answers; summer time there is not followed. */
function dayEnds(since: number, until: number): number[] {
  const ends: number[] = [];
  const first = Math.ceil((since - 8 * 3600) / DAY_S) * DAY_S + 8 * 3600;
  for (let end = first; end <= until; end += DAY_S) ends.push(end);
  return ends;
}

function paging(call: KnownCall, around: Surroundings, { since, until }: Span): object {
  const wide = Math.max(DAY_S, until - since);
  const address = (from: number, to: number): string => {
    const query = new URLSearchParams({ ...call.params, access_token: call.token });
    query.set("since", String(from));
    query.set("until", String(to));
    return `${around.origins.graph}${call.path}?${query}`;
  };
  return { previous: address(since - wide, since), next: address(until, until + wide) };
}
