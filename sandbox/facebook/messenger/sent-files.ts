import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";

export interface SentFile {
  bytes: Buffer;
  /** What whoever sent it says it is. */
  type: string;
  name: string;
  /** Unix milliseconds; from then on its address is answered 403, as a signature that has run out. */
  expiresAt?: number;
}

/** Files people send in chats, at signed addresses that expire (section 15.5). */
export class SentFiles {
  readonly #files = new Map<string, SentFile>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Keeps a file; gives the path of its address. */
  keep(file: SentFile): string {
    const id = createHash("sha256").update(`${this.#files.size} ${file.name}`).digest("hex").slice(0, 16);
    this.#files.set(id, file);
    return `/_sent/${id}/${encodeURIComponent(file.name)}?_nc_sid=${id}`;
  }

  add(app: FastifyInstance): void {
    app.get("/_sent/:id/:name", async (request, reply) => {
      const file = this.#files.get((request.params as { id: string }).id);
      if (!file) return reply.code(404).send("no file");
      if (file.expiresAt !== undefined && file.expiresAt <= this.#now()) {
        return reply.code(403).type("text/plain").send("URL signature expired");
      }
      return reply.header("content-type", file.type).send(file.bytes);
    });
  }
}
