import type { Installation } from "../../installation.ts";
import { HttpError } from "../../platform/http-client.ts";
import type { Check, CheckCode } from "./check.ts";

const timeoutMs = 10_000;

/** Whether the address that stands in every post is set, and whether it leads to us. */
export async function examinePublicAddress({ config, http, publicUrl }: Installation): Promise<Check[]> {
  if (config.publicUrl === undefined) {
    // The demonstration and a first try on one's own machine need no more.
    return [check(config.isDemo ? "ok" : "warning", "address-missing", { url: publicUrl })];
  }
  const answer = await askHealth(http, publicUrl);
  if (answer.code !== "address-ok")
    return [check("fault", answer.code, { url: publicUrl, detail: answer.detail })];
  const isSafe = publicUrl.startsWith("https:");
  return [check(isSafe ? "ok" : "warning", isSafe ? "address-ok" : "address-not-https", { url: publicUrl })];
}

async function askHealth(
  http: Installation["http"],
  publicUrl: string,
): Promise<{ code: CheckCode; detail: string }> {
  try {
    const answer = await http.request({
      method: "GET",
      url: `${publicUrl}/health`,
      timeoutMs,
      bodyBytesMax: 64 * 1024,
      redirectsMax: 0,
      // Seen from our own machine a public address may well lead to a private one.
      allowPrivateAddress: true,
    });
    const isOurs = answer.status === 200 && /"status"\s*:\s*"alive"/.test(answer.body.toString("utf8"));
    return { code: isOurs ? "address-ok" : "address-not-ours", detail: `HTTP ${answer.status}` };
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return { code: "address-silent", detail: error.fault };
  }
}

function check(state: Check["state"], code: CheckCode, facts: Record<string, string>): Check {
  return { part: "public-address", state, code, facts };
}
