import type { FastifyInstance } from "fastify";

/**
 * The same for every answer. Nothing inline, nothing of third parties: "data:" is for the little drawings inside
 * Bootstrap Italia's style sheet. "same-origin" and not "no-referrer": with the latter browsers send "Origin: null"
 * with our own forms, and same-origin.ts could not tell them from foreign ones.
 */
export const securityHeaders = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; " +
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "cross-origin-opener-policy": "same-origin",
} as const;

export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers(securityHeaders);
  });
}
