import type { AuthoritySettings } from "../authority/settings.ts";
import type { Format, PostLimits } from "../channels/channel.ts";
import { type FormatChoice, formatsFor } from "../publishing/format-choice.ts";
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
  /** Where and in which formats it would go out, in the order of the file; absent where no accounts are known. */
  goesOut?: { account: string; formats: readonly Format[] }[];
}

/** The authority for which items are previewed; without accounts when no file of it was given. */
export interface PreviewingAuthority {
  name: string;
  settings: AuthoritySettings;
  accounts?: { name: string; kinds: ItemKind[] | null; formats: FormatChoice }[];
}

/** Stands where each publication has a marker of its own; the same length, so that lengths are right. */
const sampleMarker = "xxxxxxxxxxxx";
const sampleOrigin = "https://bacheca.example";

/** What would become of the items of one look, in the order in which they would be told. Pure. */
export function previewItems(
  found: FoundItem[],
  authority: PreviewingAuthority,
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
    const post = composePost(postable, style, address, limits);
    return { ...item, kind, keys: own, post, ...goingOut(kind, authority) };
  });
}

function goingOut(kind: ItemKind, { accounts }: PreviewingAuthority): Pick<PreviewedItem, "goesOut"> {
  if (!accounts) return {};
  const goesOut = accounts
    .filter(({ kinds }) => kinds === null || kinds.includes(kind))
    .map(({ name, formats }) => ({ account: name, formats: formatsFor(formats, kind) }));
  return { goesOut: goesOut.filter(({ formats }) => formats.length > 0) };
}
