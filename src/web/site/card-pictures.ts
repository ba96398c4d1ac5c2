import { readLogo } from "../../authority/logo-store.ts";
import type { Language } from "../../channels/channel.ts";
import type { Card } from "../../publishing/cards/card.ts";
import type { CardItem } from "../../publishing/cards/card-words.ts";
import type { WebParts } from "../web-parts.ts";
import type { Site } from "./site.ts";
import { siteWordsOf } from "./words/index.ts";

/** Some 50 kB each. */
const keptMost = 200;
/** More people at once than anybody has; behind them the machine would only draw. */
const waitingMost = 40;

export interface CardPictures {
  /**
   * The card of an item as PNG of 1200×630; "busy" where too many wait for theirs. Without an item the card of the
   * channel itself.
   */
  draw(site: Site, item?: CardItem & { seq: string; version: string }): Promise<Buffer | "busy">;
}

/**
 * Draws preview cards when they are asked for, one after the other, and keeps the latest. The same card asked for twice
 * at once is drawn once. The renderer is loaded with the first.
 */
export function openCardPictures({ database }: WebParts): CardPictures {
  const kept = new Map<string, Promise<Buffer>>();
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn(work: () => Promise<Buffer>): Promise<Buffer> {
    waiting += 1;
    const result = last.then(work, work).finally(() => {
      waiting -= 1;
    });
    last = result.catch(() => {});
    return result;
  }

  return {
    async draw(site, item) {
      const { id, name } = site.authority;
      const full = `${id} ${site.lookVersion} ${item ? `${item.seq} ${item.version}` : name}`;
      const known = kept.get(full);
      if (known) {
        kept.delete(full);
        kept.set(full, known);
        return await known;
      }
      if (waiting >= waitingMost) return "busy";
      const drawn = inTurn(() => drawCardOf(database.db, site, item));
      kept.set(full, drawn);
      const oldest = kept.keys().next();
      if (kept.size > keptMost && !oldest.done) kept.delete(oldest.value);
      try {
        return await drawn;
      } catch (error) {
        kept.delete(full);
        throw error;
      }
    },
  };
}

async function drawCardOf(
  db: WebParts["database"]["db"],
  { authority, place }: Site,
  item: CardItem | undefined,
): Promise<Buffer> {
  const [{ composeCard }, { readTypefaces }, { renderCard }] = await Promise.all([
    import("../../publishing/cards/card.ts"),
    import("../../publishing/cards/read-typefaces.ts"),
    import("../../publishing/cards/render-card.ts"),
  ]);
  const [typefaces, logo] = await Promise.all([readTypefaces(), readLogo(db, authority.id)]);
  const { settings, name } = authority;
  const style = { ...settings, authorityName: name, look: { ...settings.look, ...(logo && { logo }) } };
  const link = place.home;
  const card = composeCard(item ?? channelItem(settings.language), style, link, "preview", typefaces);
  const { bytes } = await renderCard(item ? card : withoutKind(card), typefaces);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** What the card of the channel says in the place of an item. */
function channelItem(language: Language): CardItem {
  return { kind: "notice", title: siteWordsOf(language).channel.title, body: "", reference: null, facts: {} };
}

/** The channel is of no kind, so neither the word nor the stroke beside it is drawn. */
function withoutKind(card: Card): Card {
  const texts = card.texts.filter(({ role }) => role !== "kind");
  return { ...card, texts, strokes: card.strokes.filter(({ y }) => y >= card.paper.y) };
}
