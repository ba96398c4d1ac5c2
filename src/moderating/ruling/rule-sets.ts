import type { RuleTopic } from "../rule.ts";
import { optionalRules, starterRules } from "../starter-rules.ts";
import { newestVersions, type RuleVersion, rulesInForce } from "./rule-version.ts";

/** When a version holds. `until`: the first day on which it no longer does, where that is known. */
export type VersionStanding =
  | { kind: "in-force"; until: string | null }
  | { kind: "coming"; until: string | null }
  | { kind: "former"; until: string }
  /** Another took its place before its day. */
  | { kind: "never-held" };

export interface StandingVersion {
  version: RuleVersion;
  standing: VersionStanding;
}

/** An authority's rules as they are to be looked over; of withdrawals only those to come are in it. */
export interface RuleSets {
  /** By number. */
  inForce: StandingVersion[];
  /** By their day; withdrawals too. */
  coming: StandingVersion[];
  /** Those that ended last first. */
  former: StandingVersion[];
}

/** How each version stands on a day, in the order given. */
export function standingsOf(versions: readonly RuleVersion[], today: string): StandingVersion[] {
  return versions.map((version) => ({ version, standing: standingOf(version, versions, today) }));
}

function standingOf(one: RuleVersion, versions: readonly RuleVersion[], today: string): VersionStanding {
  const later = versions.filter(({ number, version }) => number === one.number && version > one.version);
  if (later.some(({ validFrom }) => validFrom <= one.validFrom)) return { kind: "never-held" };
  const [until = null] = later.map(({ validFrom }) => validFrom).sort();
  if (one.validFrom > today) return { kind: "coming", until };
  return until !== null && until <= today ? { kind: "former", until } : { kind: "in-force", until };
}

export function ruleSets(versions: readonly RuleVersion[], today: string): RuleSets {
  const all = standingsOf(versions, today);
  const of = (kind: VersionStanding["kind"]) => all.filter(({ standing }) => standing.kind === kind);
  return {
    inForce: of("in-force")
      .filter(({ version }) => !version.isWithdrawn)
      .sort((a, b) => a.version.number - b.version.number),
    coming: of("coming").sort(
      (a, b) => a.version.validFrom.localeCompare(b.version.validFrom) || a.version.number - b.version.number,
    ),
    former: of("former")
      .filter(({ version }) => !version.isWithdrawn)
      .sort((a, b) => untilOf(b).localeCompare(untilOf(a)) || a.version.number - b.version.number),
  };
}

function untilOf({ standing }: StandingVersion): string {
  return standing.kind === "former" ? standing.until : "";
}

/** Topics of ours that an authority has no rule about, nor one to come, each with the number it would get. */
export function offeredRules(
  versions: readonly RuleVersion[],
  today: string,
): { topic: RuleTopic; number: number }[] {
  const newest = newestVersions(versions);
  const meant = [...newest.values()].filter((one) => !one.isWithdrawn);
  const taken = new Set([...meant, ...rulesInForce(versions, today)].map(({ topic }) => topic));
  return [...starterRules, ...optionalRules]
    .filter(({ topic }) => !taken.has(topic))
    .map(({ topic, number }) => ({ topic, number: freeNumber(newest, topic, number) }));
}

const numbers = Array.from({ length: 99 }, (_, index) => index + 1);

/** A number that was once used for something else is not used again: people remember what "rule 9" was. */
function freeNumber(newest: ReadonlyMap<number, RuleVersion>, topic: RuleTopic, usual: number): number {
  const own = [...newest.values()].find((one) => one.isWithdrawn && one.topic === topic);
  return own?.number ?? [usual, ...numbers].find((number) => !newest.has(number)) ?? usual;
}
