import type { MissingRight } from "../../connecting.ts";

/** A permission of the app, or a task of the person on the Page, that something of ours rests on (section 4). */
interface Right {
  name: string;
  /** Publishing, and looking up what was published, do not work without it. */
  isEssential: boolean;
}

export const neededPermissions: readonly Right[] = [
  { name: "pages_show_list", isEssential: true },
  { name: "pages_manage_posts", isEssential: true },
  { name: "pages_read_engagement", isEssential: true },
  { name: "pages_read_user_content", isEssential: false },
  { name: "pages_manage_engagement", isEssential: false },
  { name: "pages_manage_metadata", isEssential: false },
  { name: "pages_messaging", isEssential: false },
  { name: "read_insights", isEssential: false },
];

const neededTasks: readonly Right[] = [
  { name: "CREATE_CONTENT", isEssential: true },
  { name: "MODERATE", isEssential: false },
  { name: "MESSAGING", isEssential: false },
  { name: "ANALYZE", isEssential: false },
];

/** Names by which Pages of the new experience call their tasks. */
const twinPrefix = "PROFILE_PLUS_";
const everyTask = `${twinPrefix}FULL_CONTROL`;

/** What a token may do, of `debug_token`. */
export interface Granted {
  scopes: readonly string[];
  /** A permission with targets holds for those Pages alone. */
  targets: ReadonlyMap<string, readonly string[]>;
}

/** Which of the needed rights a Page lacks; without `tasks` (Facebook did not tell them) only permissions are judged. */
export function missingRights(
  pageId: string,
  granted: Granted,
  tasks: readonly string[] | undefined,
): MissingRight[] {
  const holds = (name: string) =>
    granted.scopes.includes(name) && granted.targets.get(name)?.includes(pageId) !== false;
  const does = (name: string) =>
    tasks === undefined || [name, twinPrefix + name, everyTask].some((one) => tasks.includes(one));
  return [
    ...neededPermissions.filter(({ name }) => !holds(name)),
    ...neededTasks.filter(({ name }) => !does(name)),
  ];
}
