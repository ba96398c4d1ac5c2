/**
 * An address as written in a feed, made absolute: against `base` where it is relative, with a scheme where it begins
 * with "www.". Undefined for anything that does not lead to the web (javascript:, mailto:, file:, nothing).
 */
export function absoluteLink(written: string | undefined, base: string | undefined): string | undefined {
  // Escaped once more than XML asks for, "&amp;" is still here; no address means it literally.
  const address = written
    ?.trim()
    .replace(/[\t\r\n]/g, "")
    .replace(/&(?:amp|#0*38);/gi, "&");
  if (!address || address.length > 4_000) return undefined;
  const full = /^www\.[^/\s]+\.[^/\s]+/i.test(address) ? `${schemeOf(base)}//${address}` : address;
  const url = URL.parse(full, webBase(base));
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return undefined;
  return url.href;
}

function schemeOf(base: string | undefined): string {
  return base?.startsWith("http://") ? "http:" : "https:";
}

function webBase(base: string | undefined): string | undefined {
  return base && /^https?:/i.test(base) ? base : undefined;
}
