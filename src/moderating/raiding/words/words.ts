import type { RaidStep } from "../raid.ts";

/** What is said of a raid that goes on, and of what can be done about it. */
export interface RaidingWords {
  title: string;
  /** How many probable breaches, by how many people. */
  counted(breaches: number, people: number): string;
  /** How long it goes on. */
  since(moment: string): string;
  offered: string;
  steps: { [Kind in RaidStep["kind"]]: (step: Extract<RaidStep, { kind: Kind }>) => string };
}
