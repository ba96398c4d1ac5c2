import type { Language } from "../../../channels/channel.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";

type Kept = Record<string, string | undefined>;

export function reviewsLink(lang: Language | undefined, more: Kept = {}): string {
  return withQuery("/desk/reviews", { lang, ...more });
}

export function reviewLink(
  { authorityId, reviewId }: { authorityId: string; reviewId: string },
  lang: Language | undefined,
  more: Kept = {},
): string {
  return withQuery(`/desk/reviews/${authorityId}/${reviewId}`, { lang, ...more });
}
