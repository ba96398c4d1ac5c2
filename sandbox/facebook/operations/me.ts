import { type Answer, type KnownCall, read, type Surroundings } from "../call.ts";
import { fieldNames, parseFields, project, wholeNumber } from "../fields.ts";
import { invalidParameter } from "../graph-error.ts";
import { hasRole } from "../recognise.ts";
import { STRANGER_ID } from "../seed.ts";
import { categoryList, pageTokenFor } from "./page.ts";

const ACCOUNT_FIELDS = fieldNames(["access_token", "category", "category_list", "name", "id", "tasks"]);

/** `GET /me` with a USER token. */
export function readPerson(call: KnownCall, userId: string): Answer {
  const fields =
    call.params.fields === undefined ? fieldNames(["name", "id"]) : parseFields(call.params.fields);
  const name = userId === STRANGER_ID ? "Persona Estranea (simulazione)" : "Giulia Redazione (simulazione)";
  return read(
    project(
      fields,
      { id: () => userId, name: () => name },
      "User",
      new Set(["email", "picture", "accounts"]),
    ),
  );
}

/** `GET /me/accounts` (section 3.3): the Pages on which the person has a role, each with its Page token. */
export function listAccounts(call: KnownCall, around: Surroundings): Answer {
  const limit = call.params.limit === undefined ? 25 : Math.min(100, wholeNumber(call.params.limit, "limit"));
  const after =
    call.params.after === undefined ? 0 : Number(Buffer.from(call.params.after, "base64url").toString());
  if (Number.isNaN(after)) throw invalidParameter("Invalid cursor in parameter after");
  const fields = call.params.fields === undefined ? ACCOUNT_FIELDS : parseFields(call.params.fields);
  const pages = call.holder.scopes.has("pages_show_list")
    ? [...around.world.pages.values()].filter((page) => hasRole(call.holder, page, around.world))
    : [];
  const data = pages.slice(after, after + limit).map((page) =>
    project(
      fields,
      {
        access_token: () => pageTokenFor(call, page, around),
        category: () => page.category,
        category_list: () => categoryList(page),
        name: () => page.name,
        id: () => page.id,
        tasks: () => page.tasks,
      },
      "Page",
    ),
  );
  return read({ data, ...paging(call, around.origins.graph, after, after + data.length, pages.length) });
}

function paging(
  call: KnownCall,
  origin: string,
  from: number,
  to: number,
  total: number,
): { paging?: object } {
  if (to <= from) return {};
  const cursor = (at: number): string => Buffer.from(String(at)).toString("base64url");
  const query = new URLSearchParams({ ...call.params, access_token: call.token, after: cursor(to) });
  const next = to < total ? { next: `${origin}${call.path}?${query}` } : {};
  return { paging: { cursors: { before: cursor(from), after: cursor(to) }, ...next } };
}

/** `GET /me/permissions` (section 3.3). */
export function listPermissions(call: KnownCall, around: Surroundings): Answer {
  const lost = around.permissionLost();
  const data = [...call.holder.scopes].map((permission) => ({
    permission,
    status: lost && permission === "pages_manage_posts" ? "declined" : "granted",
  }));
  return read({ data });
}
