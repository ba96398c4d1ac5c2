import { z } from "zod";
import type { FacebookApp } from "../app.ts";
import { callGraph, type Tools } from "../graph.ts";
import { asAccount } from "./as-account.ts";
import { type Failed, failedCall } from "./obtain-token.ts";

/** A Page as `/me/accounts` tells it (section 3.3). */
export interface ListedPage {
  id: string;
  name: string;
  token: string;
  tasks: string[] | undefined;
}

const listing = z.object({
  data: z.array(
    z.object({
      id: z.string().regex(/^\d{1,40}$/),
      name: z.string().catch(""),
      // Absent where the person may not speak for the Page.
      access_token: z.string().optional(),
      tasks: z.array(z.string()).optional().catch(undefined),
    }),
  ),
  paging: z
    .object({
      cursors: z.object({ after: z.string().optional() }).optional(),
      next: z.string().optional(),
    })
    .optional(),
});

const pagesAtOnce = 100;
/** 5000 Pages; nobody has so many, and a network that repeats itself must not hold us. */
const turnsMax = 50;

/** All Pages a token sees, by cursor: the address for the next part holds the token and is never followed. */
export async function listPages(
  tools: Tools,
  app: FacebookApp,
  token: string,
): Promise<{ kind: "pages"; pages: ListedPage[] } | Failed> {
  const found = new Map<string, ListedPage>();
  let after: string | undefined;
  for (let turn = 0; turn < turnsMax; turn += 1) {
    const result = await callGraph(tools, asAccount(app), {
      method: "GET",
      path: ["me", "accounts"],
      parameters: {
        fields: "id,name,access_token,tasks",
        limit: String(pagesAtOnce),
        ...(after !== undefined && { after }),
      },
      token,
    });
    if (result.kind !== "answer") return failedCall(result, tools.clock.now());
    const read = listing.safeParse(result.body);
    if (!read.success) return { kind: "failed", reason: "answer-not-readable", detail: "me/accounts" };
    const { data, paging } = read.data;
    for (const { id, name, access_token, tasks } of data) {
      if (access_token) found.set(id, { id, name: name || id, token: access_token, tasks });
    }
    after = paging?.cursors?.after;
    if (paging?.next === undefined || after === undefined) break;
  }
  return { kind: "pages", pages: [...found.values()] };
}
