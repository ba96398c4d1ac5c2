import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isConnectionError } from "../database/database.ts";
import { messagePage } from "./message-page.ts";
import { Problem } from "./problem.ts";
import { securityHeaders } from "./security-headers.ts";
import { languageOf } from "./sign-in/signed-in.ts";
import { siteWordsOf } from "./site/words/index.ts";
import { sendPage, type WebParts } from "./web-parts.ts";
import { wordsOf } from "./words/index.ts";

/**
 * The only translation of our errors to HTTP: problem details (RFC 9457) for programs, a page for people. What went
 * wrong inside is logged here, once, and never shown.
 */
export function addErrorAnswers(app: FastifyInstance, parts: WebParts): void {
  app.setNotFoundHandler((request, reply) =>
    answer(request, reply, new Problem(404, isForPrograms(request) ? "no-such-address" : "no-such-page")),
  );
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = toProblem(error);
    if (problem.status >= 500) {
      const fields = { err: error, method: request.method, route: request.routeOptions.url };
      parts.log.error(fields, "an address could not be answered");
    }
    return answer(request, reply, problem);
  });
}

/**
 * Answers an address that cannot even be decoded, or whose parts are too long: the router refuses it before anything of
 * ours is asked, and its own answer would repeat the address, in English, without our headers.
 */
export async function answerUnreadable(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  await answer(request, reply.headers(securityHeaders), toProblem(error));
}

/** Fastify's own codes for requests it does not read. */
const ofFastify: Record<string, () => Problem> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => new Problem(413, "body-too-large"),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => new Problem(415, "wrong-media-type"),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => new Problem(400, "not-json"),
  FST_ERR_CTP_INVALID_JSON_BODY: () => new Problem(400, "not-json"),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => new Problem(400, "bad-request"),
  FST_ERR_MAX_PARAM_LENGTH: () => new Problem(414, "bad-request"),
  FST_ERR_BAD_URL: () => new Problem(400, "bad-request"),
};

function toProblem(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  if (isConnectionError(error)) return new Problem(503, "database-away", { headers: { "retry-after": "5" } });
  const known = ofFastify[error.code];
  if (known) return known();
  if (error instanceof SyntaxError && error.statusCode === 400) return new Problem(400, "not-json");
  if (error.statusCode && error.statusCode < 500) return new Problem(error.statusCode, "bad-request");
  return new Problem(500, "our-fault");
}

/** Networks write to `/hooks/`; only the page about a deletion is read by people there. */
function isForPrograms({ url }: FastifyRequest): boolean {
  return url.startsWith("/api/") || (url.startsWith("/hooks/") && !url.startsWith("/hooks/deletions/"));
}

/** Whoever works there has ways of their own; the public is led to the door. */
function isAtDesk({ url }: FastifyRequest): boolean {
  return /^\/desk(\/|\?|$)/.test(url);
}

async function answer(request: FastifyRequest, reply: FastifyReply, problem: Problem): Promise<FastifyReply> {
  const language = languageOf(request);
  const { title, detail } = wordsOf(language).problems[problem.code];
  reply.headers(problem.headers);
  if (!isForPrograms(request)) {
    const way = isAtDesk(request) ? undefined : { label: siteWordsOf(language).nav.home, address: "/" };
    const message = { title, text: detail, ...(way && { way }) };
    return sendPage(reply, messagePage(language, message), problem.status);
  }
  const body = {
    type: "about:blank",
    title,
    status: problem.status,
    detail,
    code: problem.code,
    ...(problem.faults && { faults: problem.faults }),
  };
  return reply
    .code(problem.status)
    .header("cache-control", "no-store")
    .header("content-language", language)
    .header("content-type", "application/problem+json; charset=utf-8")
    .send(JSON.stringify(body));
}
