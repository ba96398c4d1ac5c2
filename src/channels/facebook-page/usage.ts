import { z } from "zod";

/** How much of the allowed calls is used up, as the usage headers tell (graph-api.md section 17). */
export interface Usage {
  /** The fullest counter of those that concern this Page's posts; 1 = throttled. 0 where no header came: Facebook sends none while traffic is low. */
  share: number;
  /** When calls will pass again, where a header names the moment. */
  pauseUntil?: Date;
}

const counters = z.object({
  call_count: z.number().catch(0),
  total_time: z.number().catch(0),
  total_cputime: z.number().catch(0),
});
const useCase = counters.extend({
  type: z.string().catch("pages"),
  estimated_time_to_regain_access: z.number().catch(0),
});
const useCases = z.record(z.string(), z.array(useCase));

/** A header we cannot take seriously (or a date beyond what Date holds) must not silence an account for years. */
const pauseMinutesMax = 7 * 24 * 60;

/** Reads `X-App-Usage` and `X-Business-Use-Case-Usage`. Never throws: a strange header counts as none. */
export function readUsage(headers: Record<string, string>, pageId: string, now: Date): Usage {
  const app = parseHeader(headers["x-app-usage"], counters);
  const cases = parseHeader(headers["x-business-use-case-usage"], useCases) ?? {};
  const all = Object.values(cases).flat();
  // The header lists up to 32 ids and several kinds of call. Ours is the Page's "pages" entry: how full the pools of a
  // neighbour or of Messenger are does not concern our posts.
  const ours = (cases[pageId] ?? []).filter((entry) => entry.type === "pages");
  const counted = ours.length > 0 ? ours : all.filter((entry) => entry.type === "pages");
  const percent = Math.max(0, ...[...(app ? [app] : []), ...counted].map(fullest));
  // Only where ours names no moment do the others count, for an error says that something of them stopped us.
  const minutes = Math.min(regainMinutes(ours) || regainMinutes(all), pauseMinutesMax);
  return {
    share: percent / 100,
    pauseUntil: minutes > 0 ? new Date(now.getTime() + minutes * 60_000) : undefined,
  };
}

/** From here on we slow down by ourselves: being throttled stops reading and answering too, and lengthens by calling. */
const nearShare = 0.9;
const restFirstMinutes = 5;
const restLastMinutes = 60;

/**
 * Until when nothing more should leave, before Facebook turns it away; undefined while there is room. Where no moment is
 * named the pause grows with the share: 5 minutes at 90 %, an hour at 100 %. The pool is counted over a rolling day
 * (section 17), so at 90 % a twenty-fourth of it comes back in an hour on the average, and the line goes on at about the
 * pace at which room appears.
 */
export function restBefore({ share, pauseUntil }: Usage, now: Date): Date | undefined {
  if (share < nearShare) return undefined;
  if (pauseUntil) return pauseUntil;
  const fullness = Math.min(1, (share - nearShare) / (1 - nearShare));
  const minutes = restFirstMinutes + fullness * (restLastMinutes - restFirstMinutes);
  return new Date(now.getTime() + Math.round(minutes * 60_000));
}

function fullest(entry: z.output<typeof counters>): number {
  return Math.max(entry.call_count, entry.total_time, entry.total_cputime);
}

/** Minutes, possibly with a fraction; 0 = not named. */
function regainMinutes(entries: readonly z.output<typeof useCase>[]): number {
  return Math.max(0, ...entries.map((entry) => entry.estimated_time_to_regain_access));
}

function parseHeader<T>(value: string | undefined, schema: z.ZodType<T>): T | undefined {
  if (!value) return undefined;
  try {
    return schema.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}
