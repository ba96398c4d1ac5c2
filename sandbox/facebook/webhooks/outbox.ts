import type { AppSeed } from "../seed.ts";
import { signatures, writeBody } from "./bytes.ts";
import type { Sender } from "./sender.ts";
import type { Subscriptions } from "./subscriptions.ts";
import { dice, FAIR_WEATHER, type Weather } from "./weather.ts";

export interface Change {
  pageId: string;
  field: string;
  value: object;
}

type Parcel = Parameters<Sender["send"]>[0];

/** How long an overtaken delivery waits for another one to pass, milliseconds of real time. */
const OVERTAKE_MS = 300;

/** Puts events into bodies, signs them, and hands them to the sender as the weather allows. */
export class Outbox {
  readonly #sender: Sender;
  readonly #subscriptions: Subscriptions;
  readonly #now: () => number;
  readonly #gathered = new Map<string, Change[]>();
  #weather: Weather = FAIR_WEATHER;
  #roll = dice(FAIR_WEATHER.seed);
  #overtaken?: Parcel;

  constructor(sender: Sender, subscriptions: Subscriptions, now: () => number) {
    this.#sender = sender;
    this.#subscriptions = subscriptions;
    this.#now = now;
  }

  get weather(): Weather {
    return this.#weather;
  }

  setWeather(weather: Partial<Weather>): Weather {
    this.#weather = { ...this.#weather, ...weather };
    this.#roll = dice(this.#weather.seed);
    return this.#weather;
  }

  /** A change of a feed and the like: several may share one POST. */
  addChange(app: AppSeed, change: Change): void {
    const gathered = this.#gathered.get(app.id);
    if (gathered) {
      gathered.push(change);
      return;
    }
    this.#gathered.set(app.id, [change]);
    const { batchMs } = this.#weather;
    if (batchMs > 0) setTimeout(() => this.#flush(app), batchMs).unref();
    else setImmediate(() => this.#flush(app));
  }

  /** An event of the Messenger Platform: alone in its POST (section 15.3). */
  addMessaging(app: AppSeed, pageId: string, key: "messaging" | "standby", element: object): void {
    const body = { object: "page", entry: [{ id: pageId, time: this.#now(), [key]: [element] }] };
    this.#travel(this.#parcel(app, body, { way: "messaging", pageId, events: 1 }));
  }

  #flush(app: AppSeed): void {
    const changes = this.#gathered.get(app.id) ?? [];
    this.#gathered.delete(app.id);
    const { batchMax } = this.#weather;
    for (let from = 0; from < changes.length; from += batchMax) {
      const some = changes.slice(from, from + batchMax);
      const time = Math.floor(this.#now() / 1000);
      const pages = Map.groupBy(some, ({ pageId }) => pageId);
      const entry = [...pages].map(([id, group]) => ({
        id,
        time,
        changes: group.map(({ field, value }) => ({ field, value })),
      }));
      this.#travel(this.#parcel(app, { object: "page", entry }, { way: "changes", events: some.length }));
    }
  }

  #parcel(app: AppSeed, value: object, about: Pick<Parcel, "way" | "pageId" | "events">): Parcel | undefined {
    const url = this.#subscriptions.ofApp(app.id)?.callbackUrl;
    if (url === undefined) return undefined;
    const body = writeBody(value);
    return { ...about, appId: app.id, url, body, headers: signatures(body, app.secret) };
  }

  #travel(parcel: Parcel | undefined): void {
    if (!parcel) return;
    const { loss, duplicates, reordering } = this.#weather;
    if (loss > 0 && this.#roll() < loss) {
      this.#sender.lose(parcel);
      return;
    }
    if (reordering > 0 && !this.#overtaken && this.#roll() < reordering) {
      this.#overtaken = parcel;
      setTimeout(() => this.#release(), OVERTAKE_MS).unref();
      return;
    }
    this.#sender.send(parcel);
    if (duplicates > 0 && this.#roll() < duplicates) this.#sender.send(parcel);
    this.#release();
  }

  #release(): void {
    const parcel = this.#overtaken;
    this.#overtaken = undefined;
    if (parcel) this.#sender.send(parcel);
  }
}
