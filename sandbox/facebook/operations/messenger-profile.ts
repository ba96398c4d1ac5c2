import { type Answer, type KnownCall, read, type Surroundings } from "../call.ts";
import { invalidParameter, notImitated } from "../graph-error.ts";
import { mustBeAbleTo, mustBeAbleToSee, RIGHTS } from "../rights.ts";
import type { Page } from "../world.ts";
import { readNames } from "./subscriptions.ts";

const KNOWN = [
  "get_started",
  "greeting",
  "ice_breakers",
  "persistent_menu",
  "commands",
  "whitelisted_domains",
  "account_linking_url",
];
/** Meta does not enforce them for us to see; kept and given back, that is all. */
const PAYLOAD_MAX = 1000;
const GREETING_MAX = 160;
const QUESTIONS_MAX = 4;

type Json = Record<string, unknown>;

/** `GET /{page-id}/messenger_profile?fields=…` (section 14). */
export function readProfile(call: KnownCall, page: Page, around: Surroundings): Answer {
  mustBeAbleToSee(call, page, around.world, RIGHTS.profile);
  const names = readNames(call.params.fields ?? "");
  const wrong = names.find((name) => !KNOWN.includes(name));
  if (wrong !== undefined)
    throw invalidParameter(`Tried accessing nonexisting field (${wrong}) on node type (MessengerProfile)`);
  const profile = around.world.messenger.profiles.get(page.id) ?? {};
  const shown = Object.fromEntries(
    Object.entries(profile).filter(([name]) => names.length === 0 || names.includes(name)),
  );
  return read({ data: Object.keys(shown).length === 0 ? [] : [shown] });
}

/** `POST /{page-id}/messenger_profile`: sets the fields given. */
export function writeProfile(call: KnownCall, page: Page, around: Surroundings): Answer {
  mustBeAbleTo(call, page, around.world, RIGHTS.profile);
  const { profiles } = around.world.messenger;
  const given = KNOWN.filter((name) => call.params[name] !== undefined);
  if (call.params.platform && call.params.platform.toLowerCase() !== "messenger")
    throw notImitated(`platform ${call.params.platform}`);
  if (given.length === 0) throw invalidParameter(`At least one of these is required: ${KNOWN.join(", ")}`);
  const fresh = Object.fromEntries(given.map((name) => [name, parse(call.params[name] ?? "", name)]));
  const profile = { ...profiles.get(page.id), ...fresh };
  check(profile);
  profiles.set(page.id, profile);
  around.world.emit("changed");
  return { body: { result: "success" }, did: { kind: "configured", id: page.id } };
}

/** `DELETE /{page-id}/messenger_profile` with `fields`. */
export function clearProfile(call: KnownCall, page: Page, around: Surroundings): Answer {
  mustBeAbleTo(call, page, around.world, RIGHTS.profile);
  const names = readNames(call.params.fields ?? "");
  if (names.length === 0) throw invalidParameter("The parameter fields is required");
  const profile = { ...around.world.messenger.profiles.get(page.id) };
  if (
    names.includes("get_started") &&
    profile.persistent_menu !== undefined &&
    !names.includes("persistent_menu")
  )
    throw invalidParameter("You must set a Get Started button if you also wish to use persistent menu");
  for (const name of names) delete profile[name];
  around.world.messenger.profiles.set(page.id, profile);
  around.world.emit("changed");
  return { body: { result: "success" }, did: { kind: "configured", id: page.id } };
}

function parse(text: string, name: string): unknown {
  if (name === "account_linking_url") return text;
  try {
    return JSON.parse(text);
  } catch {
    throw invalidParameter(`Param ${name} must be valid JSON`);
  }
}

/** The limits of the table in section 14. */
function check(profile: Json): void {
  const started = profile.get_started as { payload?: string } | undefined;
  if (started && (typeof started.payload !== "string" || started.payload.length > PAYLOAD_MAX))
    throw invalidParameter(`get_started needs a payload of at most ${PAYLOAD_MAX} characters`);
  if (profile.persistent_menu !== undefined && !started)
    throw invalidParameter("You must set a Get Started button if you also wish to use persistent menu");
  for (const greeting of listIn(profile.greeting, "greeting")) {
    if (String(greeting.text ?? "").length > GREETING_MAX)
      throw invalidParameter(`Length of a greeting must be at most ${GREETING_MAX}`);
  }
  mustHaveDefault(profile.greeting, "greeting");
  mustHaveDefault(profile.ice_breakers, "ice_breakers");
  for (const breakers of listIn(profile.ice_breakers, "ice_breakers")) {
    const questions = listIn(breakers.call_to_actions, "call_to_actions");
    if (questions.length > QUESTIONS_MAX)
      throw invalidParameter(`At most ${QUESTIONS_MAX} ice breakers are allowed for a locale`);
    if (questions.some(({ question, payload }) => !question || !payload))
      throw invalidParameter("Each ice breaker needs a question and a payload");
  }
}

function listIn(value: unknown, name: string): Json[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw invalidParameter(`Param ${name} must be an array`);
  return value as Json[];
}

function mustHaveDefault(value: unknown, name: string): void {
  const list = listIn(value, name);
  if (list.length > 0 && !list.some(({ locale }) => locale === undefined || locale === "default"))
    throw invalidParameter(`Param ${name} must have a default locale`);
}
