import type { SuiteChannel } from "./channel-world.ts";

/** A channel that is being listened to. */
export interface Overheard<Settings, App> {
  channel: SuiteChannel<Settings, App>;
  /** Everything the channel returned or threw, as one text. */
  said(): string;
}

/** The same channel, with all it says written down, so that secrets can be looked for in it. */
export function listenTo<Settings, App>(channel: SuiteChannel<Settings, App>): Overheard<Settings, App> {
  const heard: string[] = [];
  const heed = <Part extends object>(part: Part): Part =>
    Object.fromEntries(
      Object.entries(part).map(([name, member]) => [
        name,
        // Settings are given back as they are, secrets and all: that is what they are read for.
        typeof member === "function" && !unheeded.has(name) ? writingDown(member, heard) : member,
      ]),
    ) as Part;
  const { conversing, measuring, listening, reconciling } = channel;
  return {
    said: () => heard.join("\n"),
    channel: {
      ...heed(channel),
      conversing: conversing && heed(conversing),
      measuring: measuring && heed(measuring),
      listening: listening && heed(listening),
      reconciling: reconciling && heed(reconciling),
    },
  };
}

const unheeded = new Set(["readSettings", "appOf", "externalIdOf"]);

type Spoken = (...given: unknown[]) => unknown;

function writingDown(call: Spoken, heard: string[]): Spoken {
  const note = (result: unknown) => {
    heard.push(JSON.stringify(result) ?? "");
    return result;
  };
  const noteError = (error: unknown): never => {
    for (let at = error; at instanceof Error; at = at.cause) heard.push(`${at.message} ${at.stack}`);
    throw error;
  };
  return (...given) => {
    const result = call(...given);
    return result instanceof Promise ? result.then(note, noteError) : note(result);
  };
}
