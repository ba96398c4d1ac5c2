import { accountScenarios } from "./account.ts";
import { commentScenarios } from "./comments.ts";
import { sdkDefects } from "./defects.ts";
import { errorScenarios } from "./errors.ts";
import { mediaScenarios } from "./media.ts";
import { messageScenarios } from "./messages.ts";
import { postLifeScenarios } from "./post-life.ts";
import { postScenarios } from "./posts.ts";
import type { Scenario } from "./scenario.ts";
import { Stage } from "./stage.ts";

export interface Judged {
  name: string;
  asked: string;
  understood: "yes" | "no" | "SDK defect";
  note: string;
}

export const scenarios: readonly Scenario[] = [
  ...postScenarios,
  ...postLifeScenarios,
  ...mediaScenarios,
  ...commentScenarios,
  ...messageScenarios,
  ...accountScenarios,
  ...errorScenarios,
];

/** Meta's SDK judges the pretend Facebook: every scenario on a fresh state, then what the SDK cannot do itself. */
export async function judge(): Promise<Judged[]> {
  const stage = await Stage.open();
  try {
    const judged: Judged[] = [];
    for (const { name, asked, run } of scenarios) {
      stage.reset();
      judged.push({ name, asked, ...(await ended(run(stage), "yes")) });
    }
    for (const { name, asked, show } of sdkDefects) {
      stage.reset();
      judged.push({ name, asked, ...(await ended(show(stage), "SDK defect")) });
    }
    return judged;
  } finally {
    await stage.close();
  }
}

async function ended(
  work: Promise<string | undefined>,
  well: Judged["understood"],
): Promise<Pick<Judged, "understood" | "note">> {
  try {
    return { understood: well, note: (await work) ?? "" };
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error);
    return { understood: "no", note: note.replaceAll(/\s+/g, " ").slice(0, 300) };
  }
}
