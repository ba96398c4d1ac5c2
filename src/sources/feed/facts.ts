import { plainLine } from "../../platform/plain-text.ts";
import type { ItemFacts } from "../../watching/found-item.ts";
import { parseFeedDate } from "./dates.ts";
import { type RawElement, textOf } from "./raw-feed.ts";

/**
 * Facts of an offer that a feed gives in elements of their own. The names are those of WP Job Manager (job_listing:…),
 * the only vocabulary for offers seen in feeds of public portals.
 */
export function factsOf(elements: RawElement[]): ItemFacts | undefined {
  const facts: ItemFacts = {};
  const employer = textOf(elements, "job_listing:company");
  const place = textOf(elements, "job_listing:location");
  const contract = textOf(elements, "job_listing:job_type");
  const expires = textOf(elements, "job_listing:expires", "job_listing:job_expires");
  if (employer) facts.employer = plainLine(employer);
  if (place) facts.place = plainLine(place);
  if (contract) facts.contract = plainLine(contract);
  if (expires && parseFeedDate(expires)) facts.deadline = parseFeedDate(expires)?.toISOString();
  return Object.keys(facts).length > 0 ? facts : undefined;
}
