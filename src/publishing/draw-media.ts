import type { Kysely } from "kysely";
import type { Authority } from "../authority/authority-store.ts";
import { readLogo } from "../authority/logo-store.ts";
import type { Clip, FormatNeeds, Picture } from "../channels/channel.ts";
import type { AnyChannel } from "../channels/registry.ts";
import type { Schema } from "../database/schema.ts";
import type { Card } from "./cards/card.ts";
import type { Typefaces } from "./cards/read-typefaces.ts";
import type { ClipOptions } from "./cards/render-clip.ts";
import type { PostableItem } from "./post.ts";

export type DrawnMedia =
  | { kind: "media"; pictures: Picture[]; clip?: Clip }
  /** Will not come about by trying again. */
  | { kind: "impossible"; reason: "clip-impossible"; detail: string }
  /** The machine was too busy, or is to stop. */
  | { kind: "not-now"; detail: string };

export interface DrawTools {
  db: Kysely<Schema>;
  clip?: Pick<ClipOptions, "shape" | "ffmpeg">;
  stopping: AbortSignal;
}

/** What is drawn: an item of an authority, with the link of its post, for a format. */
export interface Drawing {
  authority: Authority;
  /** What it is published on, for the card that invites to follow. */
  channel: Pick<AnyChannel, "networkName">;
  own: { name: string };
  item: PostableItem;
  link: string;
  needs: FormatNeeds;
}

/**
 * Draws what a format asks for: cards as pictures, or a clip of them. The renderer is loaded when the first is due, so
 * that a process that posts links never holds its 20 MB.
 */
export async function drawMedia(tools: DrawTools, drawing: Drawing): Promise<DrawnMedia> {
  const { media, picturesMax } = drawing.needs;
  if (media === "none") return { kind: "media", pictures: [] };
  const { readTypefaces } = await import("./cards/read-typefaces.ts");
  const typefaces = await readTypefaces();
  const cards = await cardsOf(tools, drawing, typefaces);
  if (media === "clip") return await drawClip(tools, cards, typefaces);
  const most = media === "picture" ? 1 : picturesMax;
  const { renderCard } = await import("./cards/render-card.ts");
  const pictures: Picture[] = [];
  for (const card of cards.slice(0, most)) {
    const { bytes, ...picture } = await renderCard(card, typefaces);
    pictures.push({ ...picture, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) });
  }
  return { kind: "media", pictures };
}

async function cardsOf({ db }: DrawTools, drawing: Drawing, typefaces: Typefaces): Promise<Card[]> {
  const { authority, item, link, needs } = drawing;
  const logo = await readLogo(db, authority.id);
  const { settings, name } = authority;
  const style = { ...settings, authorityName: name, look: { ...settings.look, ...(logo && { logo }) } };
  if (needs.media === "picture") {
    const { composeCard } = await import("./cards/card.ts");
    return [composeCard(item, style, link, needs.shape, typefaces)];
  }
  const { composeCards } = await import("./cards/card-series.ts");
  const followedAt = { network: drawing.channel.networkName, account: drawing.own.name };
  return composeCards(item, { ...style, followedAt }, link, needs.shape, typefaces);
}

async function drawClip(tools: DrawTools, cards: Card[], typefaces: Typefaces): Promise<DrawnMedia> {
  const { renderClip } = await import("./cards/render-clip.ts");
  const result = await renderClip(cards, typefaces, { ...tools.clip, signal: tools.stopping });
  if (result.kind === "impossible") {
    const detail = result.detail ? `${result.reason}: ${result.detail}` : result.reason;
    return result.reason === "too-slow" || result.reason === "cancelled"
      ? { kind: "not-now", detail }
      : { kind: "impossible", reason: "clip-impossible", detail };
  }
  const { bytes, type, seconds } = result.clip;
  const clip = { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), type, seconds };
  return { kind: "media", pictures: [], clip };
}
