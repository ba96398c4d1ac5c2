import type { Language } from "../../../channels/channel.ts";
import type { Attachment } from "../attachment.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { AttachmentWords } from "./words.ts";

const words: Record<Language, AttachmentWords> = { it, en };

/** How a file stands, as a sentence; undefined for one that is there. */
export function tellAttachment(
  { state, why }: Pick<Attachment, "state" | "why">,
  language: Language,
): string | undefined {
  const said = words[language];
  const reason = why === null ? "" : said.why[why];
  switch (state) {
    case "kept":
      return undefined;
    case "refused":
      return said.refused(reason);
    case "gone":
      return said.gone(reason);
    default:
      return said[state];
  }
}

/** "immagine", "documento"…: by what it is, or by what the network called it. */
export function tellKind({ mediaType, kind }: Pick<Attachment, "mediaType" | "kind">, language: Language) {
  const { kinds } = words[language];
  const type = mediaType ?? kind;
  if (/^(image|photo|sticker)/.test(type)) return kinds.picture;
  if (type.startsWith("video")) return kinds.film;
  return type.startsWith("audio") ? kinds.voice : kinds.document;
}
