import { authority } from "../authority.ts";
import { isExpired, type Kind, type PortalItem } from "../item.ts";
import { textAsHtml } from "../markup.ts";

const jobs: readonly Kind[] = ["offer", "art16", "targeted", "traineeship", "competition"];

/**
 * The schema.org JobPosting of an item that is a job still open, as JSON that may stand inside a script element.
 * An employer who is not named is "confidential", the literal value search engines ask for.
 */
export function jobPosting(item: PortalItem, url: string, now: Date): string | undefined {
  if (!jobs.includes(item.kind) || isExpired(item, now)) return undefined;
  const posting = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: item.title,
    description: textAsHtml(item.text),
    datePosted: item.publishedAt,
    validThrough: item.deadline && `${item.deadline}T23:59:59+01:00`,
    url,
    identifier: { "@type": "PropertyValue", name: authority.name, value: item.reference },
    hiringOrganization: item.employer ? { "@type": "Organization", name: item.employer } : "confidential",
    jobLocation: {
      "@type": "Place",
      address: { "@type": "PostalAddress", addressLocality: item.place, addressCountry: "IT" },
    },
    employmentType: employmentTypeOf(item),
    totalJobOpenings: item.positions,
    directApply: false,
  };
  // "</script>" or "<!--" in an employer's text would end the element early.
  return JSON.stringify(posting).replaceAll("<", "\\u003c");
}

function employmentTypeOf(item: PortalItem): string {
  if (item.kind === "traineeship") return "INTERN";
  if (/part time/i.test(`${item.contract} ${item.hours}`)) return "PART_TIME";
  return /determinato,|stagionale/i.test(item.contract ?? "") ? "TEMPORARY" : "FULL_TIME";
}
