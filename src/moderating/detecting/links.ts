import type { Span } from "../reading/word.ts";
import type { ReadText } from "../reading/words.ts";
import { hostKind, type LinkKind } from "./hosts.ts";

export interface Link extends Span {
  kind: LinkKind;
  host: string;
  /** With a scheme or a path: made to be followed, not only named. */
  isWhole: boolean;
}

const chunk = /[^\s<>«»"“”]+/g;
const label = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const topLevel = /^[a-z]{2,18}$/;
const leading = new Set("([{'*_-–>");
const trailing = new Set(".,;:!?)]}'*_");
const chunkLettersMax = 600;

/** Links in a text. `ours`: hosts of the authority and whatever the post itself links to. */
export function findLinks(text: ReadText, ours: ReadonlySet<string>): Link[] {
  const found: Link[] = [];
  for (const match of text.plain.matchAll(chunk)) {
    const said = match[0].slice(0, chunkLettersMax);
    let at = 0;
    let end = said.length;
    while (at < end && leading.has(said.charAt(at))) at++;
    while (end > at && trailing.has(said.charAt(end - 1))) end--;
    const address = said.slice(at, end);
    const host = hostOf(address);
    if (host === null) continue;
    const from = text.from[match.index + at] ?? 0;
    const to = text.to[match.index + end - 1] ?? from;
    const isWhole = address.includes("/") || address.startsWith("www.");
    found.push({ kind: hostKind(host, ours), host, isWhole, from, to });
  }
  return found;
}

/** The host of what may be an address; null if it is none. */
function hostOf(address: string): string | null {
  const isWritten =
    address.startsWith("http://") || address.startsWith("https://") || address.startsWith("www.");
  const rest = address.replace(/^https?:\/\//, "");
  const end = rest.search(/[/?#:]/);
  const host = (end < 0 ? rest : rest.slice(0, end)).replace(/^www\./, "");
  const labels = host.split(".");
  const last = labels.at(-1) ?? "";
  if (labels.length < 2 || labels.length > 8 || host.length > 250 || !topLevel.test(last)) return null;
  if (!labels.every((each) => each.length <= 63 && label.test(each))) return null;
  return isWritten || topLevels.has(last) ? host : null;
}

/** Endings that make "parola.fine" an address even without "www": others are a missing space after a full stop. */
const topLevels = new Set(
  (
    "it com net org eu info io me ly gl gd co biz xyz top site online shop store club live link click fun pro app dev ru cn tk ml ga cf gq pw " +
    "cc to us uk de fr es ch ro al tv work jobs email example icu vip win loan gov edu page blog news"
  ).split(" "),
);

/** Hosts that a post itself names, in links and e-mail addresses. */
export function hostsIn(published: string): string[] {
  const parts = published.toLowerCase().split(/[\s@"'<>(),;]+/);
  return parts.flatMap((part) => hostOf(part.replace(/\.$/, "")) ?? []);
}
