import { randomBytes } from "node:crypto";

/** Something that people do on a Page, as Facebook tells it, and how it is recognised in our rows. */
export interface Happening {
  pageId: string;
  /** In our rows: the id of the comment or of the message. */
  id: string;
  /** A change, or an element of a conversation; these travel alone. */
  content: { way: "changes" | "messaging"; piece: object };
}

const words = [
  "Scade quando?",
  "Buongiorno, è ancora aperta l'offerta? Ho 24 anni e il patentino per il muletto.",
  "Fino a che giorno si può fare domanda? Perché sul sito non si capisce più niente…",
  "Grazie, gentilissimi!",
];

/** One private message among so many comments. */
const messageEvery = 5;

/** `count` happenings that differ from each other, spread evenly over the Pages; people say one of `texts`. */
export function inventHappenings(
  pageIds: readonly string[],
  count: number,
  texts: readonly string[] = words,
): Happening[] {
  return Array.from({ length: count }, (_, index) => {
    const pageId = pageIds[index % pageIds.length] ?? "";
    const isMessage = Math.floor(index / pageIds.length) % messageEvery === 0;
    const text = `${texts[index % texts.length]} (${index})`;
    return isMessage ? message(pageId, index, text) : comment(pageId, index, text);
  });
}

function comment(pageId: string, index: number, text: string): Happening {
  const id = `200000000000001_${300_000_000_000_000 + index}`;
  const postId = `${pageId}_200000000000001`;
  const value = {
    from: { id: personId(index), name: "Niccolò Rossi" },
    post: {
      status_type: "mobile_status_update",
      is_published: true,
      id: postId,
      promotion_status: "inactive",
    },
    message: text,
    post_id: postId,
    comment_id: id,
    created_time: Math.floor(Date.now() / 1000),
    item: "comment",
    parent_id: postId,
    verb: "add",
  };
  return { pageId, id, content: { way: "changes", piece: { field: "feed", value } } };
}

function message(pageId: string, index: number, text: string): Happening {
  const id = `m_${randomBytes(60).toString("base64url")}`;
  const piece = {
    sender: { id: personId(index) },
    recipient: { id: pageId },
    timestamp: Date.now(),
    message: { mid: id, text },
  };
  return { pageId, id, content: { way: "messaging", piece } };
}

function personId(index: number): string {
  return String(7_000_000_000_000_000 + (index % 997));
}
