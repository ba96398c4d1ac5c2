/** What an app asked for on its own level (section 15.1, step 2). */
export interface AppSubscription {
  object: "page";
  callbackUrl: string;
  fields: Map<string, string>;
  active: boolean;
}

/**
 * Who gets which events. Two levels that know nothing of each other: a Page subscription succeeds although the app has
 * none, looks healthy, and no event ever comes.
 */
export class Subscriptions {
  readonly #apps = new Map<string, AppSubscription>();
  /** Page id to app id to fields. */
  readonly #pages = new Map<string, Map<string, Set<string>>>();

  ofApp(appId: string): AppSubscription | undefined {
    return this.#apps.get(appId);
  }

  /** A new subscription of an app adds its fields and replaces its address. */
  subscribeApp(appId: string, callbackUrl: string, fields: string[], version: string): void {
    const before = this.#apps.get(appId);
    const all = new Map([...(before?.fields ?? []), ...fields.map((name) => [name, version] as const)]);
    this.#apps.set(appId, { object: "page", callbackUrl, fields: all, active: true });
  }

  /** Without fields the whole subscription goes. */
  unsubscribeApp(appId: string, fields?: string[]): void {
    const subscription = this.#apps.get(appId);
    for (const name of fields ?? []) subscription?.fields.delete(name);
    if (!fields || subscription?.fields.size === 0) this.#apps.delete(appId);
  }

  subscribePage(pageId: string, appId: string, fields: string[]): void {
    const apps = this.#pages.get(pageId) ?? new Map<string, Set<string>>();
    apps.set(appId, new Set(fields));
    this.#pages.set(pageId, apps);
  }

  unsubscribePage(pageId: string, appId: string): void {
    this.#pages.get(pageId)?.delete(appId);
  }

  /** Apps subscribed to a Page, with their fields. */
  ofPage(pageId: string): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#pages.get(pageId) ?? new Map();
  }

  /** Apps that get events of a field of a Page: subscribed on both levels. */
  listeners(pageId: string, field: string): string[] {
    const apps = this.#pages.get(pageId);
    if (!apps) return [];
    return [...apps]
      .filter(([appId, fields]) => fields.has(field) && this.#apps.get(appId)?.fields.has(field))
      .map(([appId]) => appId);
  }

  hasListeners(pageId: string): boolean {
    return (this.#pages.get(pageId)?.size ?? 0) > 0;
  }
}
