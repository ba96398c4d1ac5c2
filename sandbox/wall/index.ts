import { readFile } from "node:fs/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { refuseStrangers } from "../facebook/admin.ts";
import { CITIZENS, fullName, personByKey } from "../facebook/community/people.ts";
import type { FacebookSandbox } from "../facebook/sandbox.ts";
import { isSigned } from "../facebook/shim.ts";
import { isVersion } from "../facebook/versions.ts";
import { chatList } from "./chat.ts";
import { chatDocument, liveFragment, missingDocument, postDocument, wallDocument } from "./document.ts";
import { feed } from "./feed.ts";
import { addForms } from "./forms.ts";
import { streamChanges } from "./live.ts";
import { mediaVisit } from "./media-visit.ts";
import { panelState } from "./panel.ts";
import { addPeopleForms } from "./people-forms.ts";
import { sendPicture } from "./picture.ts";
import { FIRST_CITIZEN, initials, type View } from "./view.ts";
import { FAULT_EDGES } from "./words.ts";
import { ENGLISH } from "./words-en.ts";
import { ITALIAN } from "./words-it.ts";

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const STYLES = ["base", "page", "posts", "media", "people", "bench"];

/** The wall's own addresses: style, script, live updates, forms, pictures and the shim of external links. */
export function addWall(app: FastifyInstance, sandbox: FacebookSandbox): void {
  app.register(async (wall) => {
    wall.addHook("onRequest", refuseStrangers);
    wall.get("/_wall/wall.css", (_request, reply) =>
      sendFiles(
        reply,
        STYLES.map((name) => `style/${name}.css`),
        "text/css",
      ),
    );
    wall.get("/_wall/live.js", (_request, reply) => sendFiles(reply, ["live.js"], "text/javascript"));
    wall.get("/_wall/events", async (_request, reply) => streamChanges(reply, sandbox));
    wall.get("/_wall/fragment", async (request, reply) => {
      const view = viewFor(request, sandbox);
      return send(reply, liveFragment(view, feed(view), panelState(view)));
    });
    wall.get("/_wall/chat-live.js", (_request, reply) =>
      sendFiles(reply, ["chat-live.js"], "text/javascript"),
    );
    wall.get("/_wall/chat-fragment", async (request, reply) =>
      send(reply, chatList(viewFor(request, sandbox))),
    );
    addForms(wall, sandbox);
    addPeopleForms(wall, sandbox);
  });
  app.get("/_picture/:postId", async (request, reply) =>
    sendPicture(reply, sandbox.world.posts.get((request.params as { postId: string }).postId)),
  );
  app.get("/_people/:file", async (request, reply) => {
    const person = personByKey((request.params as { file: string }).file.replace(/\.svg$/, ""));
    if (!person) return reply.code(404).send("nobody");
    return reply.type("image/svg+xml").send(portrait(initials(fullName(person))));
  });
  app.get("/l.php", async (request, reply) => {
    const { u = "", h = "" } = request.query as { u?: string; h?: string };
    return isSigned(u, h) ? reply.redirect(u, 302) : reply.code(404).send("unknown link");
  });
}

/** The picture of a citizen: two letters, since nobody here has a face. */
function portrait(letters: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="200" height="200" fill="#41566b"/><text x="100" y="128" font-family="sans-serif" font-size="80" fill="#fff" text-anchor="middle">${letters}</text></svg>`;
}

/** A person with a browser, not a program calling the Graph API: both use the same addresses, as in real life. */
export function isVisit(request: FastifyRequest): boolean {
  const { url, headers, method } = request;
  return (
    method === "GET" &&
    (headers.accept ?? "").includes("text/html") &&
    headers.authorization === undefined &&
    !url.includes("access_token=") &&
    !isVersion(url.split(/[/?]/, 2)[1] ?? "")
  );
}

/** `/`, `/{page}`, `/{page}/posts/{post}` and `/{page}_{post}`, which leads to the one before. */
export async function showWall(
  request: FastifyRequest,
  reply: FastifyReply,
  sandbox: FacebookSandbox,
): Promise<unknown> {
  const [first, second, third, ...rest] = (request.url.split("?", 1)[0] ?? "").split("/").slice(1);
  const view = viewFor(request, sandbox, first);
  const byFullId = /^(\d+)_(\d+)$/.exec(first ?? "");
  if (byFullId && second === undefined) return reply.redirect(`/${byFullId[1]}/posts/${byFullId[2]}`, 302);
  const media = mediaVisit(request, view);
  if (media?.redirect) return reply.redirect(media.redirect, 302);
  if (media?.document) return send(reply, media.document);
  const knownPage = first === "" || view.page.id === first;
  if (knownPage && second === undefined) return send(reply, wallDocument(view));
  if (knownPage && second === "messages" && third === undefined) return send(reply, chatDocument(view));
  const post =
    second === "posts" && rest.length === 0 ? sandbox.world.posts.get(`${first}_${third}`) : undefined;
  if (post?.published) return send(reply, postDocument(view, post));
  return send(reply.code(404), missingDocument(view));
}

function viewFor(request: FastifyRequest, sandbox: FacebookSandbox, pageInPath?: string): View {
  const query = request.query as Record<string, string | undefined>;
  const { pages } = sandbox.world;
  const page = pages.get(pageInPath || (query.page ?? "")) ?? pages.get(sandbox.seed.page.id);
  if (!page) throw new Error("the seed's Page is gone");
  const language = query.lang === "en" ? "en" : "it";
  const before = /^\d{1,15}$/.test(query.before ?? "") ? Number(query.before) : undefined;
  return {
    sandbox,
    page,
    language,
    words: language === "en" ? ENGLISH : ITALIAN,
    as: CITIZENS.find(({ key }) => key === query.as) ?? FIRST_CITIZEN,
    before,
    panelOpen: query.panel === "1",
    faultEdge: FAULT_EDGES.find((edge) => edge === query.meets) ?? "feed",
  };
}

async function send(reply: FastifyReply, document: string | Promise<string> | object): Promise<unknown> {
  return reply
    .headers({
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": POLICY,
      "x-content-type-options": "nosniff",
      // Not "no-referrer": the forms' Origin header would become "null" and be refused.
      "referrer-policy": "same-origin",
      "cache-control": "no-store",
    })
    .send(String(await document));
}

async function sendFiles(reply: FastifyReply, names: string[], type: string): Promise<unknown> {
  const files = await Promise.all(names.map((name) => readFile(new URL(name, import.meta.url))));
  return reply
    .headers({
      "content-type": `${type}; charset=utf-8`,
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    })
    .send(Buffer.concat(files));
}
