import type { AuthoritySettings } from "../authority/settings.ts";
import type { PostLimits } from "../channels/channel.ts";
import { shortLink } from "../publishing/marker.ts";
import { type ComposedPost, composePost } from "../publishing/post.ts";
import type { FoundItem, ItemKind } from "../watching/found-item.ts";
import { keysOf } from "../watching/item-key.ts";
import { inReadingOrder } from "../watching/reading-order.ts";

/** An item as it would be known and told. */
export interface PreviewedItem extends FoundItem {
  kind: ItemKind;
  /** By what it would be recognised again, strongest first. */
  keys: string[];
  post: ComposedPost;
}

/** Stands where each publication has a marker of its own; the same length, so that lengths are right. */
const sampleMarker = "xxxxxxxxxxxx";
const sampleOrigin = "https://bacheca.example";

/** What would become of the items of one look, in the order in which they would be told. Pure. */
export function previewItems(
  found: FoundItem[],
  authority: { name: string; settings: AuthoritySettings },
  defaultKind: ItemKind,
  limits: PostLimits,
): PreviewedItem[] {
  const ordered = inReadingOrder(found);
  const references = authority.settings.references.map((source) => new RegExp(source, "i"));
  const keys = keysOf(ordered, { sourceId: "preview", references });
  const style = { ...authority.settings, authorityName: authority.name };
  const address = { link: shortLink(sampleOrigin, sampleMarker), marker: sampleMarker };
  return ordered.map((item, index) => {
    const kind = item.kind ?? defaultKind;
    const own = keys[index] ?? [];
    const reference = own[0]?.startsWith("ref:") ? own[0].slice(4) : null;
    const postable = { kind, title: item.title, body: item.text, reference, facts: item.facts ?? {} };
    return { ...item, kind, keys: own, post: composePost(postable, style, address, limits) };
  });
}
