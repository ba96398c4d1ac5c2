import { findItems } from "../../noticeboard/board-store.ts";
import type { Question } from "../../noticeboard/question.ts";
import type { WebParts } from "../web-parts.ts";
import { changeStream } from "./change-stream.ts";
import { dataCatalogue } from "./data-catalogue.ts";
import { csvOf, type DataRow, dataRow } from "./open-data.ts";
import type { SiteAnswer } from "./open-site.ts";
import { siteOpenApi } from "./openapi.ts";
import type { SitePage } from "./remembered-answers.ts";
import { send } from "./send.ts";
import type { Site } from "./site.ts";
import { readMappedItems, siteMap } from "./site-map.ts";

const everything: Question = { search: "", state: "all", page: 1 };
/** Years of a province; whoever needs more follows the stream of changes. */
const rowsMost = 20_000;
const cache = "public, max-age=300";
const json = "application/json; charset=utf-8";

async function allRows({ database }: WebParts, site: Site): Promise<DataRow[]> {
  const how = { wording: "exact" as const, limit: rowsMost, offset: 0 };
  const items = await findItems(database.db, site.reading, everything, how);
  return items.map((item) => dataRow(site, item));
}

export function answerCsv(parts: WebParts): SitePage {
  return async (site) => ({
    content: csvOf(await allRows(parts, site)),
    type: "text/csv; charset=utf-8",
    cache,
    headers: { "content-disposition": `inline; filename="notizie-${site.authority.id}.csv"` },
  });
}

export function answerData(parts: WebParts): SitePage {
  return async (site) => {
    const { said, authority, reading } = site;
    const data = {
      authority: authority.name,
      licence: said.licence ?? null,
      madeAt: reading.now.toISOString(),
      items: await allRows(parts, site),
    };
    return { content: JSON.stringify(data), type: json, cache };
  };
}

export function answerChanges(parts: WebParts): SiteAnswer {
  return async (site, request, reply) => {
    const stream = await changeStream(parts, site, request.query as { since?: unknown; after?: unknown });
    return await send(request, reply, JSON.stringify(stream), { type: json, cache: "no-cache" });
  };
}

/** All public data described for programs. */
export function answerSiteOpenApi(): SiteAnswer {
  return async (site, request, reply) =>
    await send(request, reply, JSON.stringify(siteOpenApi(site)), { type: json, cache });
}

export function answerCatalogue({ database }: WebParts): SitePage {
  return async (site) => {
    const how = { wording: "exact" as const, limit: 1, offset: 0 };
    const [newest] = await findItems(database.db, site.reading, everything, how);
    const catalogue = dataCatalogue(site, newest?.changedAt ?? site.reading.now);
    return { content: JSON.stringify(catalogue), type: "application/ld+json; charset=utf-8", cache };
  };
}

export function answerSiteMap({ database }: WebParts): SitePage {
  return async (site) => {
    const items = await readMappedItems(database.db, site.authority.id);
    return { content: siteMap(site, items), type: "application/xml; charset=utf-8", cache };
  };
}
