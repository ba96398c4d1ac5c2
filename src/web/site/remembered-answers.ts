import type { FastifyRequest } from "fastify";
import { boardVersion } from "../../noticeboard/board-store.ts";
import { isPreviewer } from "../robots.ts";
import type { WebParts } from "../web-parts.ts";
import { type Memory, openMemory } from "./memory.ts";
import type { SiteAnswer, SiteFacts } from "./open-site.ts";
import { type Answer, deliver, packed, type Sheet, written } from "./send.ts";
import type { Site } from "./site.ts";

/** Together with how long a version counts this is how long after a change a page may still be as it was. */
const answersFreshMs = 3_000;
const factsFreshMs = 2_000;
const versionsFreshMs = 1_000;
/** As they travel, so some thousands of pages. */
const answersBytesMax = 16 * 1024 * 1024;
/** What an answer takes besides its body and its key: headers, promises, places in lists. */
const besidesBytes = 1_024;
const authoritiesMax = 1_000;

/** A page or a file as it is at the moment; or where it is instead. */
export type SitePage = (site: Site, request: FastifyRequest) => Promise<Sheet | { movedTo: string }>;

/** Everything of a request that a page depends on besides whose it is, where and in which language: known things only. */
export type Asking = (site: Site, request: FastifyRequest) => readonly unknown[];

/** What public pages need not find anew for everybody; see docs/decisions/0030. */
export interface SiteMemory {
  facts: Memory<SiteFacts | undefined>;
  /** Changes with the board of an authority; may be a second old. */
  boardVersion(authorityId: string): Promise<string>;
  /**
   * An answer made once for all who ask the same within some seconds. Only for what is the same for everybody, and never for
   * forms: what a page says that depends on anything but `asking`, others would read.
   */
  remembered(asking: Asking, page: SitePage): SiteAnswer;
  /** The same for programs that carry away what they read: of what was committed before they asked, nothing is missing. */
  rememberedExactly(asking: Asking, page: SitePage): SiteAnswer;
}

export function openSiteMemory({ database, clock }: Pick<WebParts, "clock" | "database">): SiteMemory {
  const now = () => clock.now().getTime();
  const facts = openMemory<SiteFacts | undefined>({
    weightMax: authoritiesMax,
    weightOf: (_id, found) => (found ? 1 : undefined),
    ...{ freshMs: factsFreshMs, now },
  });
  const versions = openMemory<string>({ weightMax: authoritiesMax, freshMs: versionsFreshMs, now });
  const answers = openMemory<Answer>({
    weightMax: answersBytesMax,
    weightOf: bytesOf,
    ...{ freshMs: answersFreshMs, now },
  });
  const versionNow = (authorityId: string) => boardVersion(database.db, authorityId);
  const versionLately = (authorityId: string) => versions.recall(authorityId, () => versionNow(authorityId));

  function remember(asking: Asking, page: SitePage, isExact: boolean): SiteAnswer {
    return async (site, request, reply) => {
      const { root, authorityId, language } = site.place;
      const asked = asking(site, request);
      // The network asks for a preview when we have just edited a post, and keeps it for weeks.
      const isCarriedAway = isExact || isPreviewer(request.headers["user-agent"]);
      const version = await (isCarriedAway ? versionNow : versionLately)(authorityId);
      const key = JSON.stringify([root, authorityId, request.routeOptions.url, language, asked, version]);
      const answer = await answers.recall(key, async () => await made(await page(site, request)));
      return await deliver(request, reply, answer);
    };
  }

  return {
    facts,
    boardVersion: versionLately,
    remembered: (asking, page) => remember(asking, page, false),
    rememberedExactly: (asking, page) => remember(asking, page, true),
  };
}

async function made(page: Sheet | { movedTo: string }): Promise<Answer> {
  if ("movedTo" in page) return movedAnswer(page.movedTo);
  return await packed(await written(page));
}

function movedAnswer(address: string): Answer {
  return {
    status: 301,
    headers: { location: address },
    body: Buffer.alloc(0),
    packing: "none",
    isFramedAnywhere: false,
  };
}

/** Of what was found only: what is wrong, missing or elsewhere is told anew each time. */
function bytesOf(key: string, { status, body }: Answer): number | undefined {
  return status === 200 ? body.length + key.length * 2 + besidesBytes : undefined;
}
