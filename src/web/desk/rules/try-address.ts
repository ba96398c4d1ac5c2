import { findOffices } from "../../../authority/office-store.ts";
import { ownHosts } from "../../../moderating/recognising/own-hosts.ts";
import { type AskedText, tryText } from "../../../moderating/ruling/tried-text.ts";
import { textsOf } from "../../form-fields.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { typedText } from "../inbox/shown-text.ts";
import { type RulesView, rulesViewOf } from "./rules-view.ts";
import { tryPage } from "./try-page.ts";

export function showTry(parts: WebParts): Handler {
  return async (request, reply) => {
    const view = await rulesViewOf(parts, request);
    return sendPage(reply, tryPage(view, askedText({}, view), undefined));
  };
}

/** What a text would trigger. It comes by a form, since what people write belongs into no address; nothing is kept. */
export function takeTry(parts: WebParts): Handler {
  return async (request, reply) => {
    const view = await rulesViewOf(parts, request);
    const asked = askedText(textsOf(request), view);
    if (asked.text.trim() === "") {
      const troubles = [view.own.tryIt.empty];
      return sendPage(reply, tryPage({ ...view, troubles }, asked, undefined), 422);
    }
    const offices = await findOffices(parts.database.db, view.authority.id);
    const tried = tryText(asked, view.versions, ownHosts(view.authority.settings, offices));
    return sendPage(reply, tryPage(view, asked, tried));
  };
}

function askedText(fields: Record<string, string | undefined>, { versions, today }: RulesView): AskedText {
  const post = typedText(fields.post).trim();
  const isKnownDay = versions.some(({ validFrom }) => validFrom === fields.day && validFrom > today);
  return {
    text: typedText(fields.text),
    channel: fields.channel === "message" ? "message" : "comment",
    day: isKnownDay && fields.day ? fields.day : today,
    ...(post !== "" && { postText: post }),
  };
}
