import { z } from "zod";
import { callGraph, type GraphFailure, type Tools } from "./graph.ts";
import type { FacebookPageSettings } from "./settings.ts";

/** Something a Page lists, newest first, in pages (graph-api.md sections 10 and 18). */
export interface Listed<Item> {
  edge: "published_posts" | "stories";
  fields: string;
  item: z.ZodType<Item>;
}

export type Next = { kind: "end" } | { kind: "more"; after: string } | { kind: "lost" };
export type Page<Item> =
  | { kind: "items"; items: Item[]; next: Next; answeredAt?: Date }
  | { kind: "unreadable" }
  | { kind: "failure"; failure: GraphFailure };

/** Facebook's own maximum (section 10). */
const itemsPerPage = 100;

/** One page of what a Page lists since a moment, beginning after a cursor. */
export async function readListing<Item>(
  tools: Tools,
  settings: FacebookPageSettings,
  { edge, fields, item }: Listed<Item>,
  from: { sinceMs: number; after?: string },
): Promise<Page<Item>> {
  const parameters: Record<string, string> = {
    fields,
    since: String(Math.max(0, Math.floor(from.sinceMs / 1000))),
    limit: String(itemsPerPage),
  };
  if (from.after !== undefined) parameters.after = from.after;
  const result = await callGraph(tools, settings, {
    method: "GET",
    path: [settings.pageId, edge],
    parameters,
  });
  if (result.kind !== "answer") return { kind: "failure", failure: result };
  const read = z.object({ data: z.array(item), paging }).safeParse(result.body);
  if (!read.success) return { kind: "unreadable" };
  const { data, paging: pages } = read.data;
  return { kind: "items", items: data, next: nextOf(pages), answeredAt: result.answeredAt };
}

const paging = z
  .object({
    cursors: z.object({ after: z.string().optional() }).optional(),
    next: z.string().optional(),
  })
  .optional();

/** The end is the absence of `next`; an empty or short page is not (section 18). */
function nextOf(pages: z.output<typeof paging>): Next {
  if (!pages?.next) return { kind: "end" };
  // The address in `next` carries the token, so only the cursor is taken out of it.
  const inAddress = URL.canParse(pages.next) ? new URL(pages.next).searchParams.get("after") : null;
  const after = pages.cursors?.after ?? inAddress;
  return after ? { kind: "more", after } : { kind: "lost" };
}
