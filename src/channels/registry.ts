import type { Clock } from "../platform/clock.ts";
import type { HttpClient } from "../platform/http-client.ts";
import type { Account, Channel } from "./channel.ts";
import type { Connecting } from "./connecting.ts";
import type { Listening } from "./conversing.ts";
import { facebookPage } from "./facebook-page/index.ts";

/** Settings as they are stored: an object whose meaning only its own channel knows. */
export type StoredSettings = Record<string, unknown>;

/** A channel for those who do not know which one it is. */
export type AnyChannel = Channel<StoredSettings>;

/** All channels, one line each, by their kind. */
export function openChannels(http: HttpClient, clock: Clock): Record<string, AnyChannel> {
  return byKind([forAnySettings(facebookPage(http, clock))]);
}

function byKind(channels: readonly AnyChannel[]): Record<string, AnyChannel> {
  return Object.fromEntries(channels.map((channel) => [channel.kind, channel]));
}

/**
 * The same channel, taking stored settings: it checks them by its own rules at every call, which costs microseconds
 * beside a call to the network and keeps the types honest. Settings that fail the check throw a ZodError before
 * anything is sent: they were checked when they were stored.
 */
function forAnySettings<Settings extends StoredSettings, App extends StoredSettings>(
  channel: Channel<Settings, App>,
): AnyChannel {
  const checked = (account: Account<StoredSettings>): Account<Settings> => ({
    ...account,
    settings: channel.readSettings(ownOf(account.settings, channel.settingNames)),
  });
  return {
    ...channel,
    externalIdOf: (settings) => channel.externalIdOf(channel.readSettings(settings)),
    stage: async (post, account, known, keep) => await channel.stage(post, checked(account), known, keep),
    publish: async (post, account, staged) => await channel.publish(post, checked(account), staged),
    findPublished: async (post, account, since, staged) =>
      await channel.findPublished(post, checked(account), since, staged),
    edit: async (post, text, account) => await channel.edit(post, text, checked(account)),
    remove: async (post, account) => await channel.remove(post, checked(account)),
    checkHealth: async (account) => await channel.checkHealth(checked(account)),
    conversing: channel.conversing && {
      ...withChecked(channel.conversing, checked),
      isConnected: channel.conversing.isConnected,
      windowsOf: channel.conversing.windowsOf,
    },
    reconciling: channel.reconciling && withChecked(channel.reconciling, checked),
    measuring: channel.measuring && withChecked(channel.measuring, checked),
    connecting: channel.connecting && forAnyApp(channel.connecting),
    listening:
      channel.listening &&
      channel.connecting &&
      forAnyListener(channel.listening, channel.connecting, checked),
  };
}

/** An account takes what it leaves unsaid from its authority's app, which has further settings of its own. */
function ownOf(settings: StoredSettings, names: readonly string[]): StoredSettings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => names.includes(name)));
}

/** The same for the settings of an app. */
function forAnyApp<App extends StoredSettings>(connecting: Connecting<App>): Connecting<StoredSettings> {
  return {
    ...connecting,
    loginAddress: (app, login) => connecting.loginAddress(connecting.readApp(app), login),
    exchange: async (app, code, url) => await connecting.exchange(connecting.readApp(app), code, url),
    examine: async (app, token) => await connecting.examine(connecting.readApp(app), token),
  };
}

function forAnyListener<Settings extends StoredSettings, App extends StoredSettings>(
  listening: Listening<App, Settings>,
  { readApp }: Connecting<App>,
  checked: (account: Account<StoredSettings>) => Account<Settings>,
): Listening<StoredSettings, StoredSettings> {
  const known = oncePerObject(readApp);
  return {
    ...listening,
    isGenuine: (app, body, headers) => listening.isGenuine(known(app), body, headers),
    handshake: (app, query) => listening.handshake(known(app), query),
    readSignedRequest: (app, text) => listening.readSignedRequest(known(app), text),
    appOf: (settings) => listening.appOf(checked({ id: "", externalId: "", settings }).settings),
    subscribe: async (app, account, url) => await listening.subscribe(readApp(app), checked(account), url),
    isSubscribed: async (app, account, url) =>
      await listening.isSubscribed(readApp(app), checked(account), url),
  };
}

/** A further part of a channel, all of whose functions take the account first. */
function withChecked<Settings extends StoredSettings, Part extends object>(
  part: Part,
  checked: (account: Account<StoredSettings>) => Account<Settings>,
): Part {
  const entries = Object.entries(part).map(([name, member]) => [
    name,
    typeof member === "function"
      ? async (account: Account<StoredSettings>, ...rest: unknown[]) =>
          await member(checked(account), ...rest)
      : member,
  ]);
  return Object.fromEntries(entries) as Part;
}

/** Deliveries come by the hundred a second for an app that was looked up once: it is checked once, too. */
function oncePerObject<App>(readApp: (app: StoredSettings) => App): (app: StoredSettings) => App {
  const read = new WeakMap<StoredSettings, App>();
  return (app) => {
    const before = read.get(app);
    if (before !== undefined) return before;
    const now = readApp(app);
    read.set(app, now);
    return now;
  };
}
