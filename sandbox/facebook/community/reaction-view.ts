import { type Field, fieldNames, project } from "../fields.ts";
import { invalidParameter } from "../graph-error.ts";
import { turnList } from "../turn-list.ts";
import { authorOf, type SocialViewing } from "./author-view.ts";
import { type Comment, REACTION_TYPES, type Reaction } from "./comment.ts";

/** Types Graph lists and nobody here chooses: asking for them finds nothing. */
const OTHER_TYPES = ["NONE", "THANKFUL", "PRIDE", "FIRE", "HUNDRED"];

type About = Comment | { pageId: string; postId: string };
type ListParams = Record<string, string | undefined>;

function idOf(about: About): string {
  return "id" in about ? about.id : about.postId;
}

/** The reactions edge (section 10): people only where the app may know them, the count always. */
export function viewReactions(
  about: About,
  params: ListParams,
  fields: Field[] | undefined,
  viewing: SocialViewing,
): Record<string, unknown> {
  const { type, summary = "" } = params;
  if (type !== undefined && ![...REACTION_TYPES, ...OTHER_TYPES].includes(type))
    throw invalidParameter(`Param type must be one of {${[...REACTION_TYPES, ...OTHER_TYPES].join(", ")}}`);
  const all = reactionsTo(about, viewing).filter((one) => type === undefined || one.type === type);
  const mine = all.find(({ actorId }) => actorId === viewing.call.holder.pageId);
  const list = listOf(about, "reactions", all, params, fields ?? fieldNames(["id", "name", "type"]), viewing);
  const wanted = summary === "true" || summary === "1" ? "total_count,viewer_reaction" : summary;
  return {
    ...list,
    ...(wanted === ""
      ? {}
      : {
          summary: {
            ...(wanted.includes("total_count") ? { total_count: all.length } : {}),
            ...(wanted.includes("viewer_reaction") ? { viewer_reaction: mine?.type ?? "NONE" } : {}),
          },
        }),
  };
}

/** The likes edge: the reactions of type LIKE. */
export function viewLikes(
  about: About,
  params: ListParams,
  fields: Field[] | undefined,
  viewing: SocialViewing,
): Record<string, unknown> {
  const all = reactionsTo(about, viewing).filter((one) => one.type === "LIKE");
  const list = listOf(about, "likes", all, params, fields ?? fieldNames(["id", "name"]), viewing);
  const summary = params.summary
    ? {
        summary: {
          total_count: all.length,
          can_like: true,
          has_liked: all.some(({ actorId }) => actorId === viewing.call.holder.pageId),
        },
      }
    : {};
  return { ...list, ...summary };
}

function reactionsTo(about: About, { world, call }: SocialViewing): Reaction[] {
  const youngest = world.now() - call.lagMs;
  return world.community.reactionsTo(idOf(about)).filter(({ at }) => at <= youngest);
}

function listOf(
  about: About,
  name: string,
  reactions: Reaction[],
  params: ListParams,
  fields: Field[],
  viewing: SocialViewing,
): object {
  const { call, origin } = viewing;
  const path = `/${call.version ?? "v25.0"}/${idOf(about)}/${name}`;
  const { items, paging } = turnList(reactions, ({ actorId }) => actorId, { params, path, origin, call });
  const data = items.flatMap((reaction) => {
    const author = authorOf(about.pageId, reaction.actorId, viewing);
    if (!author) return [];
    const shape = { id: () => author.id, name: () => author.name, type: () => reaction.type };
    return [project(fields, shape, "User", new Set(["pic", "picture", "link", "username", "profile_type"]))];
  });
  return { data, ...(paging ? { paging } : {}) };
}
