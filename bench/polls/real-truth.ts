import { createHash } from "node:crypto";
import type { Poll } from "../../sandbox/portal/polls.ts";

/** An item of a real history as this reader sees it, over all polls. */
export interface RealItem {
  /** Guid, else link, else title and description: the plainest identity there is. */
  identity: string;
  guid: string;
  link: string;
  /** Every title and every description it was shown with. */
  titles: Set<string>;
  descriptions: Set<string>;
}

/**
 * The distinct items of a real history, counted by an own, plain reader that shares nothing with the product: what it
 * cannot read it passes over, and a poll whose document does not end proves nothing.
 */
export function readRealTruth(polls: readonly Poll[]): RealItem[] {
  const items = new Map<string, RealItem>();
  for (const poll of polls) {
    if ((poll.status ?? 200) !== 200) continue;
    for (const face of facesOf(poll.body)) {
      const words = `${face.title}\n${face.description}`;
      const identity = face.guid || face.link || createHash("sha1").update(words).digest("hex");
      const known = items.get(identity);
      if (known) {
        known.titles.add(face.title);
        known.descriptions.add(face.description);
      } else {
        const { guid, link } = face;
        const said = { titles: new Set([face.title]), descriptions: new Set([face.description]) };
        items.set(identity, { identity, guid, link, ...said });
      }
    }
  }
  return [...items.values()];
}

interface Face {
  guid: string;
  link: string;
  title: string;
  description: string;
}

function facesOf(body: string): Face[] {
  const text = body.trim();
  if (text.startsWith("{")) return facesOfJson(text);
  if (!/<\/(rss|feed|rdf:RDF)\s*>$/.test(text)) return [];
  return [...text.matchAll(/<(item|entry)\b([^>]*)>(.*?)<\/\1\s*>/gs)]
    .map(([, , attributes = "", inside = ""]) => ({
      guid: element(inside, "guid") || element(inside, "id") || attribute(attributes, "rdf:about"),
      link: element(inside, "link") || atomLink(inside),
      title: element(inside, "title"),
      description: element(inside, "description") || element(inside, "summary"),
    }))
    .filter(saysSomething);
}

function facesOfJson(text: string): Face[] {
  try {
    const { items = [] } = JSON.parse(text) as { items?: Record<string, unknown>[] };
    return items
      .map((item) => ({
        guid: String(item.id ?? ""),
        link: String(item.url ?? ""),
        title: String(item.title ?? ""),
        description: String(item.content_text ?? item.summary ?? ""),
      }))
      .filter(saysSomething);
  } catch {
    return [];
  }
}

/** An element without title, description, id and link tells nothing that could be published. */
function saysSomething(face: Face): boolean {
  return Object.values(face).some((value) => value !== "");
}

function element(xml: string, name: string): string {
  const inside = new RegExp(`<${name}\\b[^>]*(?<!/)>(.*?)</${name}\\s*>`, "s").exec(xml)?.[1] ?? "";
  const plain = inside.replace(/<!\[CDATA\[(.*?)\]\]>/gs, "$1");
  return resolved(plain).replace(/\s+/g, " ").trim();
}

function attribute(attributes: string, name: string): string {
  return resolved(new RegExp(`${name}\\s*=\\s*["']([^"']*)`).exec(attributes)?.[1] ?? "").trim();
}

function atomLink(xml: string): string {
  const links = [...xml.matchAll(/<link\b([^>]*)>/g)].map(([, attributes = ""]) => attributes);
  const page = links.find((one) => !/\brel=/.test(one) || /rel=["']alternate/.test(one));
  return page ? attribute(page, "href") : "";
}

const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function resolved(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return names[name.toLowerCase()] ?? whole;
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
}
