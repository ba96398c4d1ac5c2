import type { FacebookSandbox } from "../../sandbox/facebook/index.ts";
import { networkFaults } from "./network-faults.ts";

/**
 * The control: the same faults met by a loop that simply sends again whatever did not come back with an id, four times
 * at most, as most programs do. It must double and lose here, or this bench could not see what it looks for.
 */
export async function runControl(facebook: FacebookSandbox): Promise<{ doubled: number; lost: number }> {
  const result = { doubled: 0, lost: 0 };
  for (const [index, fault] of networkFaults.entries()) {
    if (fault.lastsMs || fault.mode === "slow") continue;
    const pageId = String(400_000_000_000_000 + index);
    const token = `EAAcontrol${pageId}`;
    facebook.addPage({ id: pageId, name: `Controllo ${index}`, token });
    for (let i = 0; i < 5; i += 1) {
      facebook.addFault({ mode: fault.mode, regainMinutes: fault.regainMinutes, pageId, times: 1 });
      await sendStubbornly(facebook.origin, pageId, token, `https://portale.example/${index}/${i}`);
      const posts = facebook.posts(pageId).filter((post) => post.link?.endsWith(`/${index}/${i}`)).length;
      if (posts === 0) result.lost += 1;
      else result.doubled += posts - 1;
    }
  }
  facebook.clearFaults();
  return result;
}

const triesMax = 4;

async function sendStubbornly(origin: string, pageId: string, token: string, link: string): Promise<void> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    try {
      // A word that changes, as templates with a time of day have it: so nothing is refused as identical (506).
      const body = new URLSearchParams({ message: `Offerta, ${tries}`, link, access_token: token });
      const answer = await fetch(`${origin}/v25.0/${pageId}/feed`, { method: "POST", body });
      const { id } = (await answer.json()) as { id?: string };
      if (id) return;
    } catch {
      // Sent again.
    }
  }
}
