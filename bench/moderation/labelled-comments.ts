import { readFileSync } from "node:fs";
import type { Action } from "../../src/moderating/action.ts";
import type { TriageContext } from "../../src/moderating/context.ts";

/** A comment with what people said should become of it. `rule`: number of the rule broken above all, or null. */
export interface LabelledComment {
  id: string;
  text: string;
  context: TriageContext;
  rule: number | null;
  action: Action;
  alsoAcceptable: readonly Action[];
  tags: readonly string[];
}

/** As the samples are written: actions and rules in their own words, posts by the code of their offer. */
interface Written {
  id: string;
  channel: "comment" | "message";
  on: string | null;
  /** The post itself, where it is no offer of the samples. */
  post?: string;
  text: string;
  rule: string | null;
  action: Action | "redirect_pec";
  also_acceptable?: Written["action"][];
  tags: string[];
}

interface Offer {
  id: string;
  title: string;
  text: string;
  employer?: { name?: string } | null;
  apply?: object;
}

/** Reads a set of labelled comments; `offersFile` holds the posts they stand under. */
export function readLabelledComments(commentsFile: string, offersFile: string | null): LabelledComment[] {
  const { items } = JSON.parse(readFileSync(commentsFile, "utf8")) as { items: Written[] };
  const posts = offersFile === null ? new Map<string, string>() : readPosts(offersFile);
  return items.map((item) => ({
    id: item.id,
    text: item.text,
    context: { channel: item.channel, postText: item.post ?? posts.get(item.on ?? "") ?? "" },
    rule: item.rule === null ? null : Number(item.rule.slice(1)),
    action: actionOf(item.action),
    alsoAcceptable: (item.also_acceptable ?? []).map(actionOf),
    tags: item.tags,
  }));
}

/** The samples say `redirect_pec` where we say `pec`. */
function actionOf(written: Written["action"]): Action {
  return written === "redirect_pec" ? "pec" : written;
}

function readPosts(file: string): Map<string, string> {
  const { offers } = JSON.parse(readFileSync(file, "utf8")) as { offers: Offer[] };
  return new Map(
    offers.map(({ id, title, text, employer, apply }) => [
      id,
      [title, employer?.name ?? "", text, JSON.stringify(apply ?? {})].join("\n"),
    ]),
  );
}
