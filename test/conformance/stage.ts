import { expect } from "vitest";
import type { ChannelWorld, SuiteChannel } from "./channel-world.ts";

/** What each test of the suite has before it: the world, and the channel being listened to. */
export interface Stage<Settings, App> {
  world: ChannelWorld<Settings, App>;
  channel: SuiteChannel<Settings, App>;
}

export type OpenStage<Settings, App> = () => Stage<Settings, App>;

export const minuteAgo = () => new Date(Date.now() - 60_000);

/** A search may be unable to look (throttled, dead token), but must not find what is not there. */
export const absentOrSilent = { kind: expect.stringMatching(/^(absent|no-answer)$/) };
