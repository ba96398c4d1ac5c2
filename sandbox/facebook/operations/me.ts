import { type Answer, type KnownCall, read, type Surroundings } from "../call.ts";
import { fullName, personById } from "../community/people.ts";
import { fieldNames, parseFields, project, wholeNumber } from "../fields.ts";
import { invalidParameter } from "../graph-error.ts";
import { hasRole, tasksOf } from "../recognise.ts";
import { STRANGER_ID, SYSTEM_USER_ID } from "../seed.ts";
import { categoryList, pageTokenFor } from "./page.ts";

const ACCOUNT_FIELDS = fieldNames(["access_token", "category", "category_list", "name", "id", "tasks"]);

const OTHERS: Record<string, string> = {
  [STRANGER_ID]: "Persona Estranea (simulazione)",
  [SYSTEM_USER_ID]: "Utente di sistema (simulazione)",
};

/** `GET /me` with a USER token. */
export function readPerson(call: KnownCall, userId: string): Answer {
  const fields =
    call.params.fields === undefined ? fieldNames(["name", "id"]) : parseFields(call.params.fields);
  const person = personById(userId);
  const name = person ? fullName(person) : (OTHERS[userId] ?? userId);
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
    ? [...around.world.pages.values()].filter(
        (page) =>
          hasRole(call.holder, page, around.world) && call.holder.pageIds?.includes(page.id) !== false,
      )
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
        tasks: () => tasksOf(call.holder, page, around.world),
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
  const declined = (call.holder.declined ?? []).map((permission) => ({ permission, status: "declined" }));
  return read({ data: [...data, ...declined] });
}

/** `DELETE /me/permissions`: the person leaves the app, which is told at its de-authorise address (sections 3.3, 20). */
export function leaveApp(call: KnownCall, userId: string, around: Surroundings): Answer {
  around.logins.end("not-installed", { appId: call.app.id, userId });
  const { deauthorizeUrl } = call.app;
  // Nobody waits for the app: it is told, and what it makes of that is its own business.
  if (deauthorizeUrl) void around.logins.tell(deauthorizeUrl, call.app, userId).catch(() => undefined);
  return { body: { success: true }, did: { kind: "configured", id: userId } };
}

/** `DELETE /me/permissions/{permission}`. */
export function revokePermission(call: KnownCall, userId: string, around: Surroundings): Answer {
  const permission = call.segments[2] ?? "";
  if (!call.holder.scopes.has(permission))
    throw invalidParameter(`No such permission granted: ${permission}`);
  around.logins.revoke(call.app.id, userId, permission);
  return { body: { success: true }, did: { kind: "configured", id: userId } };
}
