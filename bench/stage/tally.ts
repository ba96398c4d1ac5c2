import type { Case, Stage } from "./stage.ts";

export interface Tally {
  planned: number;
  published: number;
  /** Posts beyond the first of their publication, as the truth log of the network has them. */
  doubled: number;
  /** Publications without a post that nothing will bring about and no person was told of. */
  lost: number;
  /** Not published, and shown with a reason. */
  stopped: { state: string; reason: string }[];
}

/** What visitors of a Page see, or will once a film is worked on. `id` is what publications know it by. */
interface Live {
  id: string;
  /** Absent for stories, which have no text. */
  marker?: string;
}

/** Compares what the product believes with what the pretend Facebook really has. */
export async function tally(stage: Stage, made: Case): Promise<Tally> {
  const rows = await stage.installation.database.db
    .selectFrom("publication")
    .select(["marker", "state", "reason", "external_id"])
    .where("authority_id", "=", made.authorityId)
    .execute();
  const live = new Set(made.pageIds.flatMap((pageId) => liveOn(stage, pageId)));
  const result: Tally = { planned: rows.length, published: 0, doubled: 0, lost: 0, stopped: [] };
  let storiesOfStopped = 0;
  for (const row of rows) {
    const own = [...live].filter((one) => one.id === row.external_id || one.marker === row.marker);
    result.doubled += Math.max(own.length - 1, 0);
    const believed = row.state === "published";
    if (believed && own.some(({ id }) => id === row.external_id)) result.published += 1;
    else if (believed) result.lost += 1;
    else if (row.reason) {
      result.stopped.push({ state: row.state, reason: row.reason });
      if (own.length === 0) storiesOfStopped += 1;
    } else result.lost += 1;
    for (const one of own) live.delete(one);
  }
  // What no publication knows of is one too many; only a stopped one may have a story that it does not know.
  const strangers = [...live];
  const stories = strangers.filter(({ marker }) => marker === undefined).length;
  result.doubled += strangers.length - Math.min(stories, storiesOfStopped);
  return result;
}

function liveOn({ facebook }: Stage, pageId: string): Live[] {
  // A film that was refused while it was worked on leaves a story or a Reel that nobody will ever see.
  const isShown = (filmId = "") => !facebook.world.library.videos.get(filmId)?.refusal;
  const posts = facebook.posts(pageId).filter(({ videoId }) => isShown(videoId));
  const stories = facebook.stories(pageId).filter(({ mediaId }) => isShown(mediaId));
  return [
    ...posts.map((post) => ({
      id: (post.reel && post.videoId) || post.id,
      marker: /\/v\/([a-z0-9]+)/.exec(`${post.link} ${post.message}`)?.[1] ?? "",
    })),
    ...stories.map(({ id }) => ({ id })),
  ];
}
