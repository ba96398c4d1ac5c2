import { asHtml, type Feed } from "./feed.ts";
import { element, xmlText } from "./xml.ts";

/** RSS 2.0. */
export function rssOf(feed: Feed): string {
  const items = feed.items.map((item) =>
    [
      "<item>",
      element("title", item.title),
      element("link", item.url),
      `<guid isPermaLink="false">${xmlText(item.id)}</guid>`,
      element("pubDate", item.publishedAt.toUTCString()),
      element("category", item.kind),
      ...item.labels.map((label) => element("category", label)),
      element("description", asHtml(item.text)),
      "</item>",
    ].join(""),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    element("title", feed.title),
    element("link", feed.page),
    element("description", feed.title),
    element("language", feed.language),
    element("lastBuildDate", feed.updatedAt.toUTCString()),
    `<atom:link rel="self" type="application/rss+xml" href="${xmlText(feed.self)}"/>`,
    ...(feed.hub ? [`<atom:link rel="hub" href="${xmlText(feed.hub)}"/>`] : []),
    ...items,
    "</channel></rss>\n",
  ].join("\n");
}

/** RFC 4287. */
export function atomOf(feed: Feed): string {
  const entries = feed.items.map((item) =>
    [
      "<entry>",
      element("id", item.id),
      element("title", item.title),
      `<link rel="alternate" type="text/html" href="${xmlText(item.url)}"/>`,
      element("published", item.publishedAt.toISOString()),
      element("updated", item.changedAt.toISOString()),
      `<category term="${xmlText(item.kind)}"/>`,
      ...item.labels.map((label) => `<category term="${xmlText(label)}"/>`),
      `<content type="html">${xmlText(asHtml(item.text))}</content>`,
      "</entry>",
    ].join(""),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`,
    element("id", feed.self),
    element("title", feed.title),
    element("updated", feed.updatedAt.toISOString()),
    `<author>${element("name", feed.owner)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(feed.self)}"/>`,
    ...(feed.hub ? [`<link rel="hub" href="${xmlText(feed.hub)}"/>`] : []),
    `<link rel="alternate" type="text/html" href="${xmlText(feed.page)}"/>`,
    ...entries,
    "</feed>\n",
  ].join("\n");
}

/** JSON Feed 1.1. */
export function jsonFeedOf(feed: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.self,
    language: feed.language,
    authors: [{ name: feed.owner }],
    ...(feed.hub && { hubs: [{ type: "WebSub", url: feed.hub }] }),
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_text: item.text === "" ? item.title : item.text,
      date_published: item.publishedAt.toISOString(),
      date_modified: item.changedAt.toISOString(),
      tags: [item.kind, ...item.labels],
    })),
  });
}
