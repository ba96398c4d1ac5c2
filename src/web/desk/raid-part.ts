import { html } from "hono/html";
import type { ShownRaid } from "../../moderating/raiding/read-raid.ts";
import { raidingWordsOf, tellRaidStep } from "../../moderating/raiding/words/index.ts";
import type { Html } from "../web-parts.ts";
import { type Reading, tellDistance } from "./moments.ts";
import { notice } from "./pieces.ts";

/** A raid that goes on, and the stronger steps there are: as sentences, since a person takes them. */
export function raidPart(
  { beganAt, counts, steps }: ShownRaid,
  reading: Reading,
  { heading = "h4", acts }: { heading?: "h2" | "h4"; acts?: Html | undefined } = {},
): Html {
  const { code } = reading.words;
  const words = raidingWordsOf(code);
  return notice(
    "grave",
    "error",
    words.title,
    html`<p>${words.counted(counts.breaches, counts.people)} ${words.since(tellDistance(beganAt, reading))}</p>
      <p>${words.offered}</p>
      <ul class="raid-steps">${steps.map((step) => html`<li>${tellRaidStep(step, code)}</li>`)}</ul>
      ${acts ?? ""}`,
    heading,
  );
}
