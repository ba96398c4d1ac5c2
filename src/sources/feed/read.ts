import type { FoundItem } from "../../watching/found-item.ts";
import type { SourceFault } from "../source.ts";
import { decodeBody } from "./decode.ts";
import { foundItems } from "./found-items.ts";
import { readJsonFeed } from "./json-feed.ts";
import type { Mend } from "./mends.ts";
import { readXml } from "./read-xml.ts";
import { repairXml } from "./repair.ts";

/** What the bytes of an answer come to. */
export type ReadResult =
  | { kind: "found"; items: FoundItem[]; title?: string; mended: Mend[] }
  | {
      kind: "fault";
      fault: Extract<SourceFault, "empty-body" | "html-instead" | "not-a-feed" | "broken">;
      detail: string;
    };

/**
 * Reads any feed (RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed), told apart by its content, whatever the server
 * calls it. Pure and bounded: no input makes it throw, expand entities or take more than linear time.
 *
 * `contentType` is the HTTP header as received; `address` (where the body came from) resolves relative links and may be
 * a file name. `now` is not needed by any date a feed may state today.
 */
export function readFeed(
  body: Buffer,
  contentType: string | undefined,
  address: string,
  _now: Date,
): ReadResult {
  const { text, mended: decoding } = decodeBody(body, contentType);
  const start = text.slice(0, 4_096).trimStart();
  if (start === "" && text.trim() === "") return fault("empty-body", "the answer has no content");
  const web = /^https?:/i.test(address) ? address : undefined;
  return start.startsWith("{") ? readAsJson(text, web, decoding) : readAsXml(text, web, decoding);
}

function readAsJson(text: string, address: string | undefined, decoding: Mend[]): ReadResult {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    const isFeed = text.slice(0, 2_000).includes("jsonfeed.org/version");
    return fault(isFeed ? "broken" : "not-a-feed", `JSON: ${(error as Error).message.slice(0, 100)}`);
  }
  const mended = new Set(decoding);
  const meaning = readJsonFeed(document, address, mended);
  if (!meaning) return fault("not-a-feed", "JSON without the version of a JSON Feed");
  return { kind: "found", ...meaning, mended: [...mended] };
}

function readAsXml(text: string, address: string | undefined, decoding: Mend[]): ReadResult {
  const { xml, mended: repairs } = repairXml(text);
  const reading = readXml(xml, address);
  if (reading.kind === "too-deep") return fault("broken", "elements nested too deep");
  if (reading.kind === "other") {
    return looksLikeHtml(reading.root, text)
      ? fault("html-instead", `outermost element "${reading.root.slice(0, 40)}"`)
      : fault("not-a-feed", `outermost element "${reading.root.slice(0, 40)}"`);
  }
  const mended = new Set([...decoding, ...repairs, ...reading.mended]);
  const { title, items } = foundItems(reading.feed, address, mended);
  // Nothing whole arrived: that is no list to compare with, not even an empty one.
  if (items.length === 0 && mended.has("truncated"))
    return fault("broken", "cut short before the first whole item");
  return { kind: "found", items, ...(title && { title }), mended: [...mended] };
}

const htmlRoots = new Set(
  "html head body title meta link script div p table center h1 h2 br span form style pre b font".split(" "),
);

function looksLikeHtml(root: string, text: string): boolean {
  return htmlRoots.has(root) || /^\s*<!doctype\s+html/i.test(text.slice(0, 1_000));
}

function fault(kind: Extract<ReadResult, { kind: "fault" }>["fault"], detail: string): ReadResult {
  return { kind: "fault", fault: kind, detail };
}
