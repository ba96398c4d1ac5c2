import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { normalPassword } from "./password.ts";
import {
  formatPasswordHash,
  hashBytes,
  hashParameters,
  type PasswordHash,
  parsePasswordHash,
  saltBytes,
} from "./password-hash.ts";

/** Hashes passwords beside the loop, a few at a time: each takes 19 MiB and some 50 ms of a processor. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /**
   * Whether it is the password of this hash. Without a hash (nobody of that name) the same work is done in vain, so
   * that the time of the answer tells nothing. "busy" where too many wait already.
   */
  verify(password: string, stored: string | undefined): Promise<"right" | "wrong" | "busy">;
}

// Of the four threads Node keeps for such work two stay free for files and names.
const atOnce = 2;
const waitingMost = 40;

const derive = promisify(argon2);

export function openPasswordHasher(): PasswordHasher {
  const waiting: (() => void)[] = [];
  let working = 0;

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (working >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else working += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place is handed on, so nobody can slip in between.
      if (next) next();
      else working -= 1;
    }
  }

  return {
    async hash(password) {
      const salt = randomBytes(saltBytes);
      const hash = await inTurn(() => hashOf(password, { ...hashParameters, salt }));
      return formatPasswordHash({ ...hashParameters, salt, hash });
    },
    async verify(password, stored) {
      if (waiting.length >= waitingMost) return "busy";
      const known = stored === undefined ? undefined : parsePasswordHash(stored);
      const wanted = known ?? {
        ...hashParameters,
        salt: Buffer.alloc(saltBytes),
        hash: Buffer.alloc(hashBytes),
      };
      const hash = await inTurn(() => hashOf(password, wanted));
      return known && timingSafeEqual(hash, known.hash) ? "right" : "wrong";
    },
  };
}

async function hashOf(
  password: string,
  { memory, passes, parallelism, salt }: Omit<PasswordHash, "hash">,
): Promise<Buffer> {
  const message = normalPassword(password);
  const costs = { memory, passes, parallelism, tagLength: hashBytes };
  return await derive("argon2id", { message, nonce: salt, ...costs });
}
