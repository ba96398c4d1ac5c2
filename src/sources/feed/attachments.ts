import type { BodyLink } from "../../platform/plain-text.ts";
import type { Attachment } from "../../watching/found-item.ts";
import { absoluteLink } from "./links.ts";
import type { RawElement } from "./raw-feed.ts";

const attachmentsMax = 50;

/** What public bodies attach; a link to one of these in the body is an attachment as good as an enclosure. */
const documentPath = /\.(?:pdf|docx?|odt|xlsx?|ods|rtf|zip|p7m)$/i;

/** Enclosures first, in order, then the documents linked in the body; each address once. */
export function attachmentsOf(
  elements: RawElement[],
  links: BodyLink[],
  base: string | undefined,
): Attachment[] {
  const found = new Map<string, Attachment>();
  const add = (href: string | undefined, from: string | undefined, rest: Omit<Attachment, "url">) => {
    const url = absoluteLink(href, from);
    if (!url || found.size >= attachmentsMax) return;
    // What comes first is kept; a later mention may know the title or type that it lacks.
    found.set(url, { url, ...stated(rest), ...found.get(url) });
  };
  for (const { name, attributes, base: own } of elements) {
    const { type, title, length } = attributes;
    const isEnclosure = name === "enclosure" || name === "enc:enclosure";
    const isLink = /^(atom:)?link$/.test(name) && attributes.rel?.trim().toLowerCase() === "enclosure";
    if (!isEnclosure && !isLink) continue;
    const href = isLink ? attributes.href : (attributes.url ?? attributes["rdf:resource"]);
    add(href, own ?? base, { type, title, bytes: bytesOf(length ?? attributes["enc:length"]) });
  }
  for (const link of links) {
    const [type, ...parameters] = (link.type ?? "").split(";").map((part) => part.trim());
    const isDocument = /^application\/(?!xhtml)/.test(type ?? "") || documentPath.test(pathOf(link.href));
    const length = parameters.find((parameter) => parameter.startsWith("length="))?.slice(7);
    if (isDocument)
      add(link.href, base, {
        title: link.text || undefined,
        type: type || undefined,
        bytes: bytesOf(length),
      });
  }
  return [...found.values()];
}

function stated(rest: Omit<Attachment, "url">): Omit<Attachment, "url"> {
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== ""));
}

/** Zero is what programs write when they do not know. */
function bytesOf(length: string | number | undefined): number | undefined {
  const bytes = Number(String(length ?? "").trim());
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : undefined;
}

function pathOf(href: string): string {
  return href.replace(/[?#].*$/s, "").trim();
}
