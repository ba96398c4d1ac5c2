import type { WebParts } from "../web-parts.ts";
import { findShown } from "./answer-item.ts";
import { openCardPictures } from "./card-pictures.ts";
import type { SiteAnswer } from "./open-site.ts";
import { send } from "./send.ts";
import { SiteFault } from "./site-fault.ts";

const png = { type: "image/png", cache: "public, max-age=3600" };

/** The pictures that previews show: of an item, and of the channel itself. */
export function answerCards(parts: WebParts): { ofItem: SiteAnswer; ofAuthority: SiteAnswer } {
  const pictures = openCardPictures(parts);
  return {
    async ofItem(site, request, reply) {
      const { item: part } = request.params as { item: string };
      const item = await findShown(parts.database.db, site, part);
      const picture = await pictures.draw(site, { ...item, body: item.text });
      if (picture === "busy") throw new SiteFault(site, "busy");
      return await send(request, reply, picture, png);
    },
    async ofAuthority(site, request, reply) {
      const picture = await pictures.draw(site);
      if (picture === "busy") throw new SiteFault(site, "busy");
      return await send(request, reply, picture, png);
    },
  };
}
