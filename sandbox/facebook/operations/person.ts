import { knows } from "../access-level.ts";
import { type Answer, type KnownCall, read, type Surroundings } from "../call.ts";
import { fullName, type Person, psidOf } from "../community/people.ts";
import { fieldNames, parseFields, project } from "../fields.ts";
import { GraphError } from "../graph-error.ts";
import { mustBeAbleToSee, RIGHTS } from "../rights.ts";
import type { Page } from "../world.ts";

/** In Meta's documentation of a profile (section 12), but nobody here has one. */
const ELSEWHERE = new Set(["email", "link"]);

/**
 * `GET /{psid}` (section 12): only of people the app may know, and who have written to the Page; everybody else has no
 * profile for it (100/2018218).
 */
export function readCitizen(call: KnownCall, person: Person, page: Page, around: Surroundings): Answer {
  mustBeAbleToSee(call, page, around.world, RIGHTS.send);
  if (!knows(call.app, person, "pages_messaging") || !around.world.messenger.hasWritten(page.id, person.id)) {
    throw new GraphError({
      message: "(#100) No profile available for this user.",
      type: "OAuthException",
      code: 100,
      error_subcode: 2018218,
    });
  }
  const fields =
    call.params.fields === undefined
      ? fieldNames(["first_name", "last_name", "profile_pic"])
      : parseFields(call.params.fields);
  const shape = {
    id: () => psidOf(page.id, person),
    first_name: () => person.firstName,
    last_name: () => person.lastName,
    name: () => fullName(person),
    profile_pic: () => `${around.origin}/_people/${person.key}.svg`,
    locale: () => "it_IT",
    timezone: () => 1,
    gender: () => undefined,
  };
  return read(project(fields, shape, "User", ELSEWHERE));
}
