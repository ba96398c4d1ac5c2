import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type FormErrors, type FormValues, readForm, valuesOfItem } from "./editor-form.ts";
import { type FaultSwitch, faultNames } from "./faults.ts";
import type { Noticeboard } from "./noticeboard.ts";
import { languageOf, sendPage } from "./page-routes.ts";
import { editItemPage, editorPage } from "./pages/editor-page.ts";
import { type Done, editorWords } from "./pages/editor-words.ts";
import { inLanguage } from "./pages/layout.ts";
import { messagePage } from "./pages/message-page.ts";
import type { Stream } from "./stream.ts";

export interface EditorTools {
  board: Noticeboard;
  faults: FaultSwitch;
  stream: Stream;
  now: () => Date;
}

type Desk = FastifyRequest<{ Querystring: { fatto?: string } }>;
type OneItem = FastifyRequest<{ Params: { id: string }; Querystring: { fatto?: string } }>;

/** The editors' pages: read a form, do one thing, go back to a page that says it was done. */
export function addEditorRoutes(app: FastifyInstance, tools: EditorTools): void {
  addWritingRoutes(app, tools);
  addPracticeRoutes(app, tools);
}

function addWritingRoutes(app: FastifyInstance, tools: EditorTools): void {
  const { board, now } = tools;
  const referenceTaken = (reference: string) => board.findByReference(reference) !== undefined;

  app.get("/redazione", async (request: Desk, reply) => sendDesk(request, reply, tools));

  app.post("/redazione", async (request: Desk, reply) => {
    const reading = readForm(request.body, { now: now(), referenceTaken });
    if (reading.draft === undefined) return sendDesk(request, reply, tools, reading);
    board.publish(reading.draft);
    return backTo("/redazione", "published", request, reply);
  });

  app.get("/redazione/:id", async (request: OneItem, reply) => sendItem(request, reply, board));

  app.post("/redazione/:id", async (request: OneItem, reply) => {
    const editing = board.find(Number(request.params.id));
    if (editing === undefined) return sendItem(request, reply, board);
    const reading = readForm(request.body, { now: now(), editing, referenceTaken });
    if (reading.draft === undefined) return sendItem(request, reply, board, reading);
    board.edit(editing.id, reading.draft);
    return backTo(`/redazione/${editing.id}`, "saved", request, reply);
  });

  app.post("/redazione/:id/ritira", async (request: OneItem, reply) => {
    const item = board.find(Number(request.params.id));
    if (item === undefined) return sendItem(request, reply, board);
    board.remove(item.id);
    return backTo("/redazione", "withdrawn", request, reply);
  });
}

function addPracticeRoutes(app: FastifyInstance, { faults, stream }: EditorTools): void {
  app.post("/redazione/flusso", async (request: Desk, reply) => {
    const seconds = Number((request.body as { seconds?: string } | undefined)?.seconds ?? "");
    if (seconds > 0) stream.start({ everyMs: Math.min(seconds, 3600) * 1000 });
    else stream.stop();
    return backTo("/redazione", "stream", request, reply);
  });

  app.post("/redazione/guasto", async (request: Desk, reply) => {
    const { fault, times } = (request.body ?? {}) as { fault?: string; times?: string };
    faults.set(faultNames.find((name) => name === fault) ?? null, { times: Number(times) || undefined });
    return backTo("/redazione", "fault", request, reply);
  });
}

function sendDesk(
  request: Desk,
  reply: FastifyReply,
  { board, faults, stream }: EditorTools,
  refused?: { values: FormValues; errors: FormErrors },
) {
  const everyMs = stream.everyMs();
  const page = editorPage({
    language: languageOf(request),
    items: board.items(),
    values: refused?.values ?? valuesOfItem(),
    errors: refused?.errors ?? {},
    done: doneOf(request.query.fatto),
    streamEverySeconds: everyMs === undefined ? undefined : everyMs / 1000,
    fault: faults.current(),
  });
  return sendPage(reply, page, refused === undefined ? 200 : 422);
}

function sendItem(
  request: OneItem,
  reply: FastifyReply,
  board: Noticeboard,
  refused?: { values: FormValues; errors: FormErrors },
) {
  const language = languageOf(request);
  const id = Number(request.params.id);
  const item = board.find(id);
  if (item === undefined) {
    const removed = board.wasRemoved(id);
    return sendPage(reply, messagePage(language, removed ? "gone" : "notFound"), removed ? 410 : 404);
  }
  const page = editItemPage({
    language,
    item,
    values: refused?.values ?? valuesOfItem(item),
    errors: refused?.errors ?? {},
    done: doneOf(request.query.fatto),
  });
  return sendPage(reply, page, refused === undefined ? 200 : 422);
}

function doneOf(word: string | undefined): Done | undefined {
  return word !== undefined && Object.hasOwn(editorWords.it.done, word) ? (word as Done) : undefined;
}

/** After a form, a page got anew: reloading it does nothing twice. */
function backTo(path: string, done: Done, request: FastifyRequest, reply: FastifyReply) {
  return reply.redirect(inLanguage(`${path}?fatto=${done}`, languageOf(request)), 303);
}
