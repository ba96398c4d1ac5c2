import type { Format } from "../../src/channels/channel.ts";
import { startProduct } from "../stage/product.ts";
import { planCase, type Stage } from "../stage/stage.ts";
import { type NetworkFault, networkFaults } from "./network-faults.ts";
import { type CaseResult, meetFault, type Pattern, requestOf } from "./run-network-faults.ts";

/**
 * What a call writes to. A film's first and last call have one name: the last is met by faults that are switched on when
 * the film has been brought (`after`).
 */
interface Write {
  edge: string;
  after?: string;
}

/** What the calls of a format write to, in their order; each meets every fault. */
const writes: readonly { format: Format; of: readonly Write[] }[] = [
  { format: "photo-post", of: [{ edge: "photos" }] },
  { format: "album", of: [{ edge: "photos" }, { edge: "feed" }] },
  { format: "photo-story", of: [{ edge: "photos" }, { edge: "photo_stories" }] },
  { format: "video-story", of: ofFilm("video_stories") },
  { format: "reel", of: ofFilm("video_reels") },
];

function ofFilm(edge: string): Write[] {
  return [{ edge }, { edge: "rupload" }, { edge, after: "rupload" }];
}

const ofUploads: NetworkFault[] = [
  { name: "upload cut in the middle", mode: "upload-cut" },
  { name: "film refused by its uploader", mode: "film-refused" },
];

export const formatPatterns: Pattern[] = [
  { name: "each once", pages: 6, perPage: 1, times: 1 },
  { name: "a line of 6, first 3", pages: 1, perPage: 6, times: 3 },
];

export async function runFormatFaults(
  stage: Stage,
  how: { patterns: Pattern[]; mode?: string; clip: NonNullable<Parameters<typeof startProduct>[0]["clip"]> },
  report: (result: CaseResult) => void,
): Promise<void> {
  const { environment, server } = stage;
  const product = await startProduct({ environment, server, clip: how.clip });
  for (const { format, of } of writes) {
    for (const write of of) {
      for (const fault of faultsOf(write.edge, write === of[0])) {
        if (how.mode && fault.mode !== how.mode) continue;
        for (const pattern of how.patterns) report(await runOne(stage, { format, write, fault, pattern }));
      }
    }
  }
  await product.stop();
}

/** States of the Page are met by whatever comes first; links are read for link posts only. */
function faultsOf(edge: string, isFirst: boolean): NetworkFault[] {
  const ofAll = networkFaults.filter(
    ({ mode, lastsMs }) => mode !== "scrape-failed" && (isFirst || !lastsMs),
  );
  return edge === "rupload" ? [...ofAll, ...ofUploads] : ofAll;
}

interface FormatCase {
  format: Format;
  write: Write;
  fault: NetworkFault;
  pattern: Pattern;
}

async function runOne(stage: Stage, { format, write, fault, pattern }: FormatCase): Promise<CaseResult> {
  const { facebook } = stage;
  const { edge, after } = write;
  const { pages, perPage, times } = pattern;
  const add = (pageId: string) => void facebook.addFault({ ...requestOf(fault, pageId, times), edge });
  const met = new Set<string>();
  const onCall = (call: { edge: string; pageId?: string }) => {
    if (call.edge !== after || !call.pageId || met.has(call.pageId)) return;
    met.add(call.pageId);
    add(call.pageId);
  };
  facebook.on("answered", onCall);
  const name = `${format}, ${after ? "last " : ""}${edge}: ${fault.name} · ${pattern.name}`;
  const result = await meetFault(stage, fault, name, () =>
    planCase(stage, pages, perPage, after ? undefined : add, [format]),
  );
  facebook.off("answered", onCall);
  return result;
}
