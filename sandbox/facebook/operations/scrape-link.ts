import { type Answer, type KnownCall, read, type Surroundings } from "../call.ts";
import { invalidParameter, linkNotScraped, notImitated } from "../graph-error.ts";
import { graphTime } from "../post.ts";

/** `POST /?id={url}&scrape=true` (section 8): looks at the link anew and says what a post would show. */
export async function scrapeLink(call: KnownCall, around: Surroundings): Promise<Answer> {
  const { id: link, scrape } = call.params;
  if (link === undefined) throw notImitated("POST / without id or batch");
  if (scrape !== "true" && scrape !== "1") throw notImitated("POST /?id= without scrape=true");
  if (!URL.canParse(link) || !/^https?:$/.test(new URL(link).protocol)) {
    throw invalidParameter("The url you supplied is invalid");
  }
  const preview = await around.scraper.preview(link, true);
  if (!preview) throw linkNotScraped();
  return read({
    url: preview.canonicalUrl,
    type: preview.type,
    title: preview.title,
    ...(preview.imageUrl ? { image: [{ url: preview.imageUrl }] } : {}),
    ...(preview.description ? { description: preview.description } : {}),
    updated_time: graphTime(around.now(), call.params.date_format),
    id: objectId(preview.canonicalUrl),
  });
}

/** A stable number for an address. */
function objectId(address: string): string {
  let sum = 7n;
  for (const byte of Buffer.from(address)) sum = (sum * 31n + BigInt(byte)) % 1_000_000_000_000n;
  return `29${sum.toString().padStart(14, "0")}`;
}
