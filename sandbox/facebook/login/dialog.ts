import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { refuseStrangers } from "../admin.ts";
import { personByKey } from "../community/people.ts";
import type { FacebookSandbox } from "../sandbox.ts";
import { dialogPage, refusalPage } from "./dialog-page.ts";
import { type DialogRequest, readDialog } from "./dialog-request.ts";

/** The www host's login dialog: `/{ver}/dialog/oauth`, and the form that ends it. */
export function addLogin(app: FastifyInstance, sandbox: FacebookSandbox): void {
  app.register(async (www) => {
    www.addHook("onRequest", refuseStrangers);
    const show = async (request: FastifyRequest, reply: FastifyReply) => {
      const asked = readDialog(request.query as Record<string, string>, sandbox.world.apps);
      if (typeof asked === "string")
        return sendPage(reply.code(400), refusalPage(asked, languageOf(request)), "'self'");
      return sendPage(reply, dialogPage(asked, sandbox), `'self' ${new URL(asked.redirectUri).origin}`);
    };
    www.get("/:version/dialog/oauth", show);
    www.get("/dialog/oauth", show);
    www.post("/_login", async (request, reply) => {
      const form = new URLSearchParams(String(request.body ?? ""));
      const asked = readDialog(Object.fromEntries(form), sandbox.world.apps);
      if (typeof asked === "string") return sendPage(reply.code(400), refusalPage(asked, "it"), "'self'");
      return reply.redirect(endDialog(asked, form, sandbox), 302);
    });
  });
}

/** Where the browser goes when the person has decided. */
function endDialog(asked: DialogRequest, form: URLSearchParams, sandbox: FacebookSandbox): string {
  const target = new URL(asked.redirectUri);
  const add = (name: string, value: string) => target.searchParams.set(name, value);
  const person = personByKey(asked.as);
  if (form.get("decision") !== "continue" || !person) {
    add("error_reason", "user_denied");
    add("error", "access_denied");
    add("error_description", "Permissions error.");
    if (asked.state !== undefined) add("state", asked.state);
    return target.href;
  }
  const ticked = new Set(form.getAll("granted"));
  const granted = asked.frozen ? asked.scopes : asked.scopes.filter((scope) => ticked.has(scope));
  const pages = [...sandbox.world.pages.values()].filter(
    (page) => form.getAll("pages").includes(page.id) && sandbox.world.tasksOf(page, person.id).length > 0,
  );
  const code = sandbox.logins.giveCode({
    appId: asked.app.id,
    userId: person.id,
    redirectUri: asked.redirectUri,
    granted,
    declined: asked.scopes.filter((scope) => !granted.includes(scope)),
    pageIds: pages.map(({ id }) => id),
    system: asked.system,
  });
  add("code", code);
  if (asked.state !== undefined) add("state", asked.state);
  // Browsers get this fragment too, and careless clients trip over it.
  target.hash = "_=_";
  return target.href;
}

function languageOf(request: FastifyRequest): "it" | "en" {
  return (request.query as { lang?: string }).lang === "en" ? "en" : "it";
}

async function sendPage(reply: FastifyReply, page: unknown, formAction: string): Promise<unknown> {
  return reply
    .headers({
      "content-type": "text/html; charset=utf-8",
      // A redirect after the form counts as its target: the app's own origin must be named.
      "content-security-policy": `default-src 'none'; style-src 'self'; img-src data:; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`,
      "referrer-policy": "same-origin",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    })
    .send(String(await page));
}
