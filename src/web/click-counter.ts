import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import { addClicks, type ClickedLink } from "../noticeboard/click-store.ts";
import type { Log } from "../platform/log.ts";

/** Counts how often short links are followed; nothing of who followed them is kept, not even for a moment. */
export interface ClickCounter {
  count(link: ClickedLink): void;
  /** Writes what was counted; called by its clock, and when the process ends. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

const everyMs = 5_000;
/** A burst of more links than this in five seconds is no reader's. */
const linksMost = 10_000;

/** Clicks of some seconds become one statement. A crash loses these seconds: they are figures, not the main job. */
export function openClickCounter(db: Kysely<Schema>, log: Log): ClickCounter {
  let counted = new Map<string, ClickedLink & { clicks: number }>();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (counted.size === 0) return;
    const writing = counted;
    counted = new Map();
    try {
      await addClicks(db, [...writing.values()]);
    } catch (error) {
      log.warn({ error: String(error) }, "clicks of some seconds could not be written");
    }
  }

  return {
    count(link) {
      const key = `${link.authorityId} ${link.publicationId} ${link.day}`;
      const known = counted.get(key);
      if (known) known.clicks += 1;
      else if (counted.size < linksMost) counted.set(key, { ...link, clicks: 1 });
      timer ??= setTimeout(() => void flush(), everyMs).unref();
    },
    flush,
    close: flush,
  };
}
