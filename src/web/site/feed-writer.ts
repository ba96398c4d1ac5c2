import type { FeedWriter } from "../../noticeboard/hub/hub-tools.ts";
import { wholeAddress } from "./addresses.ts";
import { feedNames } from "./feed-names.ts";
import { readTopic } from "./feed-topic.ts";
import { readFeed } from "./feeds/read-feed.ts";
import { readSite, type SiteParts } from "./open-site.ts";

/** Writes feeds for whoever delivers them, the same as they are read here. */
export function openFeedWriter(parts: SiteParts): FeedWriter {
  const siteOf = (authorityId: string) =>
    readSite(parts, authorityId, { lang: undefined, root: `/${authorityId}` });
  return {
    async write(authorityId, topic) {
      const site = await siteOf(authorityId);
      const asked = site && readTopic(site, topic);
      if (!asked || site.hub === undefined) return undefined;
      const { type, body } = await readFeed(parts.database.db, asked.site, asked.question, asked.file);
      return { type, body, hub: site.hub };
    },
    async topics(authorityId) {
      const site = await siteOf(authorityId);
      if (!site) return [];
      const place = { ...site.place, language: site.place.usual };
      return feedNames.map(({ file }) => wholeAddress(place, `notizie/${file}`));
    },
  };
}
