import type { Site } from "./site.ts";
import type { SiteFaultName } from "./words/words.ts";

const statuses: Record<SiteFaultName, number> = {
  "search-too-long": 400,
  "unknown-filter": 400,
  "bad-page": 400,
  "past-the-end": 404,
  "no-such-page": 404,
  "no-such-item": 404,
  gone: 410,
  busy: 503,
};

/** An expected end of a request for a page of an authority; shown in the authority's own look. */
export class SiteFault extends Error {
  readonly site: Site;
  readonly fault: SiteFaultName;
  readonly status: number;
  /** Where to go instead, when it is not the noticeboard. */
  readonly instead: { label: string; address: string } | undefined;
  constructor(site: Site, fault: SiteFaultName, instead?: { label: string; address: string }) {
    super(fault);
    this.name = "SiteFault";
    this.site = site;
    this.fault = fault;
    this.status = statuses[fault];
    this.instead = instead;
  }
}
