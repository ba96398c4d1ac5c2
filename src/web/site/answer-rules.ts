import type { WebParts } from "../web-parts.ts";
import { publishedRules } from "./published-rules.ts";
import type { SitePage } from "./remembered-answers.ts";
import { rulesPage } from "./rules-page.ts";

export function answerRules({ database }: WebParts): SitePage {
  return async (site) => ({ content: rulesPage(site, await publishedRules(database.db, site.reading)) });
}
