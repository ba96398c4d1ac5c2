import { type HttpAnswer, HttpError } from "../../../platform/http-client.ts";
import type { Account } from "../../channel.ts";
import type { FetchedFile } from "../../conversing.ts";
import { type Tools, timeFor } from "../graph.ts";
import type { FacebookPageSettings } from "../settings.ts";

/** Where Facebook keeps what people send; whatever stands below these names is its own. */
const mediaHosts = ["fbcdn.net", "fbsbx.com", "cdninstagram.com"];

const redirectsMax = 3;

/**
 * A file somebody sent. Its address comes out of an event, and an address can lead anywhere, so each step of a redirect
 * is compared with the network's hosts. No token travels: the address is its own permission, for some days.
 */
export async function fetchFile(
  { http }: Tools,
  { settings }: Account<FacebookPageSettings>,
  address: string,
  bytesMax: number,
): Promise<FetchedFile> {
  let url = URL.parse(address);
  try {
    for (let redirects = 0; redirects <= redirectsMax; redirects += 1) {
      if (!url || !isOwnHost(url, settings)) return { kind: "refused", reason: "foreign-address" };
      const answer = await http.request({
        method: "GET",
        url: url.href,
        timeoutMs: timeFor(bytesMax),
        bodyBytesMax: bytesMax,
        redirectsMax: 0,
        allowPrivateAddress: settings.allowPrivateAddress,
      });
      const { location } = answer.headers;
      if (answer.status < 300 || answer.status >= 400 || location === undefined) return fileOf(answer, url);
      url = URL.parse(location, url.href);
    }
    return { kind: "no-answer", detail: "too-many-redirects" };
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    if (error.fault === "too-large") return { kind: "refused", reason: "too-large" };
    return { kind: "no-answer", detail: error.fault };
  }
}

function isOwnHost(url: URL, settings: FacebookPageSettings): boolean {
  // A pretend Facebook keeps everything on one host.
  if (settings.allowPrivateAddress) return url.host === new URL(settings.graphUrl).host;
  if (url.protocol !== "https:" || url.port !== "") return false;
  return mediaHosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
}

/** An address whose signature has run out is answered 403. */
const goneStatuses = new Set([403, 404, 410]);

function fileOf({ status, body }: HttpAnswer, url: URL): FetchedFile {
  if (goneStatuses.has(status)) return { kind: "gone" };
  if (status !== 200) return { kind: "no-answer", detail: `status ${status}` };
  return { kind: "file", bytes: body, name: nameIn(url) };
}

function nameIn({ pathname }: URL): string | undefined {
  const last = pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(last).slice(0, 200) || undefined;
  } catch {
    return undefined;
  }
}
