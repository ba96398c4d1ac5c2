import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { addWall, isVisit, showWall } from "../wall/index.ts";
import { addAdmin } from "./admin.ts";
import { addPeopleAdmin } from "./admin-people.ts";
import type { Surroundings } from "./call.ts";
import { Clock } from "./clock.ts";
import { FaultPlan } from "./faults.ts";
import { keepJournal } from "./journal.ts";
import { Limits, type PageLimit } from "./limits.ts";
import { addLogin } from "./login/dialog.ts";
import { Logins } from "./login/logins.ts";
import { keepLibrary } from "./media/keep-library.ts";
import { MEDIA_RULES, type MediaRules } from "./media/rules.ts";
import { addMedia } from "./media/serve-media.ts";
import { SendLimits } from "./messenger/send-limits.ts";
import { type Origins, originsOn } from "./origins.ts";
import { traceId } from "./perform.ts";
import { UPLOAD_PATH } from "./read-call.ts";
import { FacebookSandbox } from "./sandbox.ts";
import { Scraper } from "./scrape.ts";
import type { AppSeed, PageSeed } from "./seed.ts";
import { serveGraph } from "./serve-graph.ts";
import { TruthLog } from "./truth.ts";
import { Waits } from "./waits.ts";
import { Webhooks } from "./webhooks/webhooks.ts";
import { World } from "./world.ts";

export type { Fault, FaultMode, FaultRequest } from "./faults.ts";
export { FAULT_MODES } from "./faults.ts";
export type { PageLimit } from "./limits.ts";
export type { MediaRules } from "./media/rules.ts";
export type { Post } from "./post.ts";
export { FacebookSandbox } from "./sandbox.ts";
export { type AppSeed, type PageSeed, SEED, type Seed } from "./seed.ts";
export type { TruthEntry } from "./truth.ts";

export interface FacebookOptions {
  /** Default 0: any free port. */
  port?: number;
  /** A loopback address; default 127.0.0.1. */
  host?: string;
  /** Journal of posts (JSON lines), with a folder `{dataFile}.media` beside it: a restart shows the same wall. */
  dataFile?: string;
  /** How long a new post stays invisible to reads, milliseconds; default 0. */
  readLagMs?: number;
  /** false makes link previews without fetching, for load tests; default true. */
  scrape?: boolean;
  /** Pages besides the two of the seed (or instead of one of them, by id). */
  pages?: PageSeed[];
  /** Apps besides the seed's; the seed's own id changes its settings. */
  apps?: AppSeed[];
  /** Allowance of calls of every Page; default none. */
  pageLimit?: PageLimit;
  /** How long an identical post counts as a repetition of the newest one (506), milliseconds; default 24 hours. */
  duplicateSpanMs?: number;
  /** Longest message; default 63,206, the folklore figure. */
  messageLengthMax?: number;
  /** Time for one batch, real milliseconds; what is not done by then is answered null. Default 30,000. */
  batchBudgetMs?: number;
  /** What the sources leave open about pictures, films and stories. */
  media?: Partial<MediaRules>;
  /** Clock, unix milliseconds; `advance()` moves ahead of it. The waits of slow faults run on real time. */
  now?: () => number;
  /** Addresses of its hosts as answers name them; default all on its own address. */
  origins?: Partial<Origins>;
}

const DAY_MS = 86_400_000;
const TEXT_BYTES_MAX = 10_000_000;
/** Room for a film in a multipart body. */
const BODY_BYTES_MAX = 256_000_000;

/** Starts a pretend Facebook: Graph API, admin addresses and wall on one port of this machine. */
export async function startFacebook(options: FacebookOptions = {}): Promise<FacebookSandbox> {
  const { host = "127.0.0.1", port = 0 } = options;
  if (!/^(127\.|::1$|localhost$)/.test(host))
    throw new Error(`the sandbox binds to loopback only, not to ${host}`);
  const clock = new Clock(options.now);
  const { now } = clock;
  const world = new World(clock, options.apps, options.pages);
  const stopKeeping = options.dataFile === undefined ? undefined : keepAll(world, options.dataFile);
  const faults = new FaultPlan();
  const around = surroundingsOf(options, world, faults);
  const parts = {
    around,
    faults,
    limits: new Limits(now, options.pageLimit),
    truth: new TruthLog(now),
    waits: new Waits(),
  };
  const app = newServer();
  const sandbox = new FacebookSandbox(parts, async () => {
    clock.close();
    await around.webhooks.close();
    await app.close();
    stopKeeping?.();
  });
  addAdmin(app, sandbox, addPeopleAdmin);
  addWall(app, sandbox);
  addLogin(app, sandbox);
  addMedia(app, world);
  world.messenger.sentFiles.add(app);
  addUpload(app, (request, reply) => serveGraph(request, reply, parts));
  app.all("/*", (request, reply) =>
    isVisit(request) ? showWall(request, reply, sandbox) : serveGraph(request, reply, parts),
  );
  try {
    around.origin = await app.listen({ host, port });
    around.origins = originsOn(around.origin, options.origins);
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  return sandbox;
}

/** Posts in the file, pictures and films in a folder beside it; returns what stops both. */
function keepAll(world: World, file: string): () => void {
  const stops = [keepJournal(world, file), keepLibrary(world, `${file}.media`)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** What operations have around them; its addresses are known once it listens. */
function surroundingsOf(options: FacebookOptions, world: World, faults: FaultPlan): Surroundings {
  const { clock, now } = world;
  const around: Surroundings = {
    world,
    scraper: new Scraper(now, options.scrape ?? true),
    now,
    clock,
    origin: "",
    origins: originsOn(""),
    readLagMs: options.readLagMs ?? 0,
    duplicateSpanMs: options.duplicateSpanMs ?? DAY_MS,
    messageLengthMax: options.messageLengthMax ?? 63_206,
    sendLimits: new SendLimits(now),
    logins: new Logins(world),
    webhooks: new Webhooks(world, () => around.origins.www),
    batchBudgetMs: options.batchBudgetMs ?? 30_000,
    media: { ...MEDIA_RULES, ...options.media },
    permissionLost: (pageId) => faults.has("permission-lost", pageId),
  };
  return around;
}

/** The rupload host: bytes are taken as they come, so that those before a broken connection count. */
function addUpload(
  app: FastifyInstance,
  serve: (request: FastifyRequest, reply: FastifyReply) => Promise<void>,
): void {
  app.register(async (rupload) => {
    rupload.removeAllContentTypeParsers();
    rupload.addContentTypeParser("*", (_request, _stream, done) => done(null));
    rupload.all(`/${UPLOAD_PATH}/*`, serve);
  });
}

function newServer(): FastifyInstance {
  const app = fastify({ forceCloseConnections: true, bodyLimit: BODY_BYTES_MAX, exposeHeadRoutes: false });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    /^application\/(json|x-www-form-urlencoded)\b/i,
    { parseAs: "string", bodyLimit: TEXT_BYTES_MAX },
    (_request, body, done) => done(null, body),
  );
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    // A defect of the sandbox must be seen by whoever runs it, not be taken for one of its faults.
    if (!error.statusCode)
      console.error(`sandbox/facebook: ${request.method} ${request.url.split("?")[0]}`, error);
    const { message, statusCode = 500 } = error;
    return reply
      .code(statusCode)
      .send({ error: { message, type: "OAuthException", code: 1, fbtrace_id: traceId() } });
  });
  return app;
}
