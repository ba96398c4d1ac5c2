import type { Language } from "../channels/channel.ts";

/**
 * The language to answer in: the one asked for in the address, else the first of ours the browser accepts, else
 * Italian.
 */
export function chooseLanguage(asked: unknown, acceptLanguage: string | undefined): Language {
  if (asked === "it" || asked === "en") return asked;
  for (const tag of preferred(acceptLanguage ?? "")) {
    if (tag.startsWith("it")) return "it";
    if (tag.startsWith("en")) return "en";
  }
  return "it";
}

// A header may be as long as the server lets it; nobody speaks more languages than this.
const tagsMax = 20;

function preferred(header: string): string[] {
  return header
    .toLowerCase()
    .split(",", tagsMax)
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";").map((piece) => piece.trim());
      const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
      return { tag, quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
