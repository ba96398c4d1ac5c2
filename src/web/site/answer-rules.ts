import type { WebParts } from "../web-parts.ts";
import type { SiteAnswer } from "./open-site.ts";
import { publishedRules } from "./published-rules.ts";
import { rulesPage } from "./rules-page.ts";
import { send } from "./send.ts";

export function answerRules({ database }: WebParts): SiteAnswer {
  return async (site, request, reply) => {
    const rules = await publishedRules(database.db, site.reading);
    return await send(request, reply, rulesPage(site, rules));
  };
}
