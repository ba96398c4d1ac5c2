import { readLogo } from "../../authority/logo-store.ts";
import type { WebParts } from "../web-parts.ts";
import { lookStyle } from "./look-style.ts";
import type { SiteAnswer } from "./open-site.ts";
import { qrPng, qrSvg } from "./qr-code.ts";
import { send } from "./send.ts";
import { SiteFault } from "./site-fault.ts";

/** What is asked for by its version may be kept for ever; without one for an hour. */
function keepable(query: unknown, version: string): string {
  const { v } = query as { v?: unknown };
  return v === version ? "public, max-age=31536000, immutable" : "public, max-age=3600";
}

export function answerLook(): SiteAnswer {
  return async (site, request, reply) => {
    const cache = keepable(request.query, site.lookVersion);
    return await send(request, reply, lookStyle(site.authority.settings.look), {
      type: "text/css; charset=utf-8",
      cache,
    });
  };
}

/** Nothing active is in a logo (authority/logo.ts), and our policy would not let it act. */
export function answerLogo({ database }: WebParts): SiteAnswer {
  return async (site, request, reply) => {
    const logo = await readLogo(database.db, site.authority.id);
    if (!logo) throw new SiteFault(site, "no-such-page");
    const cache = keepable(request.query, site.lookVersion);
    return await send(request, reply, Buffer.from(logo.data, "base64"), { type: logo.type, cache });
  };
}

export function answerQr(type: "svg" | "png"): SiteAnswer {
  return async ({ place }, request, reply) => {
    const address = place.home;
    const cache = "public, max-age=86400";
    if (type === "png") return await send(request, reply, await qrPng(address), { type: "image/png", cache });
    return await send(request, reply, await qrSvg(address), { type: "image/svg+xml", cache });
  };
}
