import { escaped } from "../markup.ts";
import type { Poll } from "../polls.ts";
import type { Chance } from "../random.ts";
import type { HistoryItem } from "./history-item.ts";
import type { Traits } from "./traits.ts";

const site = "https://www.comune.roncaverde.example";

/** An item as one poll shows it. */
interface Face {
  title: string;
  description: string;
  guid: string | undefined;
  link: string | undefined;
  date: string | undefined;
}

/** Writes a whole poll. Link noise is drawn anew, once for all items, as a server gives a visitor one session. */
export function writePoll(items: readonly HistoryItem[], traits: Traits, luck: Chance): Poll {
  const noise = noiseOf(traits, luck);
  const faces = items.map((item) => faceOf(item, traits, noise));
  switch (traits.format) {
    case "rss":
      return { contentType: "application/rss+xml; charset=utf-8", body: rss(faces) };
    case "rdf":
      return { contentType: "application/rdf+xml; charset=utf-8", body: rdf(faces) };
    case "atom":
      return { contentType: "application/atom+xml; charset=utf-8", body: atom(faces) };
    case "json":
      return { contentType: "application/feed+json", body: json(faces) };
  }
}

function noiseOf(traits: Traits, luck: Chance): string {
  const token = luck.whole(0x10000000, 0x7fffffff).toString(16).toUpperCase();
  if (traits.linkNoise === "jsessionid") return `;jsessionid=${token}.node${luck.whole(1, 3)}`;
  if (traits.linkNoise === "utm") return `?utm_source=feed&utm_medium=rss&utm_campaign=${token}`;
  return "";
}

function faceOf(item: HistoryItem, traits: Traits, noise: string): Face {
  const version = item.pathVersion > 0 ? `/${item.pathVersion + 1}` : "";
  const link = item.path === undefined ? undefined : `${site}${version}${item.path}${noise}`;
  const guidVersion = `${item.guidVersion > 0 ? `-${item.guidVersion + 1}` : ""}${item.migrated ? "-nuovo" : ""}`;
  const guid = item.guid === undefined ? undefined : item.guid + guidVersion;
  return {
    title: item.edition === 0 ? item.title : `${item.title} – rettifica n. ${item.edition}`,
    description: item.description,
    guid: traits.identity === "guid-is-link" ? link : guid,
    link,
    date: item.date,
  };
}

function tag(name: string, text: string | undefined): string {
  return text === undefined ? "" : `<${name}>${escaped(text)}</${name}>`;
}

function rss(faces: Face[]): string {
  const items = faces.map(
    (face) =>
      `<item>${tag("title", face.title)}${tag("link", face.link)}${tag("description", face.description)}${tag("pubDate", face.date)}${tag("guid", face.guid)}</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Avvisi</title><link>${site}/</link><description>Avvisi del Comune</description>
${items.join("\n")}
</channel></rss>
`;
}

function rdf(faces: Face[]): string {
  const items = faces.map(
    (face) =>
      `<item rdf:about="${escaped(face.link ?? "")}">${tag("title", face.title)}${tag("link", face.link)}${tag("description", face.description)}${tag("dc:date", face.date)}</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${site}/"><title>Avvisi</title><link>${site}/</link><description>Avvisi del Comune</description></channel>
${items.join("\n")}
</rdf:RDF>
`;
}

function atom(faces: Face[]): string {
  const entries = faces.map((face) => {
    const link = face.link === undefined ? "" : `<link rel="alternate" href="${escaped(face.link)}"/>`;
    return `<entry>${tag("id", face.guid)}${tag("title", face.title)}${link}${tag("updated", face.date)}${tag("summary", face.description)}</entry>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Avvisi</title><id>${site}/</id><link href="${site}/"/>
${entries.join("\n")}
</feed>
`;
}

function json(faces: Face[]): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "Avvisi",
    home_page_url: `${site}/`,
    items: faces.map((face) => ({
      id: face.guid,
      url: face.link,
      title: face.title,
      content_text: face.description,
      date_published: face.date,
    })),
  });
}
