import { findAuthorities } from "../../authority/authority-store.ts";
import { type Listening, listen } from "../../database/listen.ts";
import { belongsTo, type Staff } from "../../staff/rights.ts";
import type { WebParts } from "../web-parts.ts";
import { type Notice, readNotice } from "./topic.ts";
import { watchDesks } from "./watch-store.ts";

/** One open page, as the hub knows it. */
export interface Ear {
  staff: Staff;
  /** `undefined`: anything may have changed. */
  tell(notice: Extract<Notice, { kind: "changed" }> | undefined): void;
  /** Who they are and what they may do is to be looked up again. */
  judge(): void;
  end(): void;
}

export interface Hub {
  /** Undefined where the database cannot be heard, or the process stops. From then on everything is told. */
  join(ear: Ear): Promise<{ leave(): void } | undefined>;
  count(): number;
  ofPerson(memberId: string): number;
  /** Ends all streams at once and takes no more. */
  stop(): void;
  close(): Promise<void>;
}

const watchedForMs = 180_000;
const watchEveryMs = 60_000;
const patienceMs = 3_000;

/** The one place of a process that hears what changes. The connection is made for the first page and kept. */
export function openHub(parts: Pick<WebParts, "database" | "log">): Hub {
  const ears = new Set<Ear>();
  const waiting = new Set<() => void>();
  let listening: Listening | undefined;
  let watching: NodeJS.Timeout | undefined;
  let isStopped = false;

  function heard(payload: string): void {
    const notice = readNotice(payload);
    if (!notice) return;
    for (const ear of ears) {
      if (notice.kind === "staff-changed") ear.judge();
      else ear.tell(notice);
    }
  }

  function hearing(): void {
    for (const go of waiting) go();
    waiting.clear();
    if (ears.size === 0) return;
    // What was said meanwhile is lost: everybody looks again, once the triggers speak again.
    const told = () => {
      for (const ear of ears) {
        ear.judge();
        ear.tell(undefined);
      }
    };
    watch().then(told, told);
  }

  async function untilHearing(): Promise<boolean> {
    listening ??= listen(parts.database, "bacheca_desk", {
      heard,
      hearing,
      log: (event, fields) => parts.log.warn(fields, event),
    });
    if (listening.isHearing()) return true;
    return await new Promise<boolean>((resolve) => {
      const go = () => {
        clearTimeout(late);
        resolve(!isStopped);
      };
      const late = setTimeout(() => {
        waiting.delete(go);
        resolve(false);
      }, patienceMs);
      waiting.add(go);
    });
  }

  async function watch(): Promise<void> {
    if (ears.size === 0) return;
    const { db } = parts.database;
    const all = (await findAuthorities(db)).map(({ id }) => id);
    const watched = all.filter((id) => [...ears].some(({ staff }) => belongsTo(staff, id)));
    await watchDesks(db, watched, watchedForMs);
  }

  const watchQuietly = () => {
    watch().catch((error) => parts.log.warn({ error: String(error) }, "a desk is looked at unseen"));
  };

  return {
    async join(ear) {
      if (isStopped || !(await untilHearing()) || isStopped) return undefined;
      ears.add(ear);
      watching ??= setInterval(watchQuietly, watchEveryMs);
      try {
        await watch();
      } catch (error) {
        ears.delete(ear);
        throw error;
      }
      return { leave: () => ears.delete(ear) };
    },
    count: () => ears.size,
    ofPerson: (memberId) => [...ears].filter(({ staff }) => staff.id === memberId).length,
    stop() {
      isStopped = true;
      clearInterval(watching);
      for (const go of waiting) go();
      for (const ear of ears) ear.end();
      ears.clear();
    },
    async close() {
      this.stop();
      await listening?.close();
    },
  };
}
