/**
 * How a password is kept: argon2id in the PHC string format, "$argon2id$v=19$m=…,t=…,p=…$salt$hash", which carries its
 * own parameters. So they may be raised later, and who signs in is hashed anew.
 */
export interface PasswordHash {
  /** KiB. */
  memory: number;
  passes: number;
  parallelism: number;
  salt: Buffer;
  hash: Buffer;
}

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, 2 passes, 1 lane; about 50 ms here. */
export const hashParameters = { memory: 19_456, passes: 2, parallelism: 1 } as const;
export const saltBytes = 16;
export const hashBytes = 32;

export function formatPasswordHash({ memory, passes, parallelism, salt, hash }: PasswordHash): string {
  const costs = `m=${memory},t=${passes},p=${parallelism}`;
  return `$argon2id$v=19$${costs}$${base64(salt)}$${base64(hash)}`;
}

const phc = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Undefined for anything that is not ours. */
export function parsePasswordHash(text: string): PasswordHash | undefined {
  const [, memory, passes, parallelism, salt = "", hash = ""] = phc.exec(text) ?? [];
  if (memory === undefined) return undefined;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, "base64"),
    hash: Buffer.from(hash, "base64"),
  };
}

/** Made with other parameters than those of today. */
export function isOutdated(text: string): boolean {
  const parsed = parsePasswordHash(text);
  const { memory, passes, parallelism } = hashParameters;
  return parsed?.memory !== memory || parsed.passes !== passes || parsed.parallelism !== parallelism;
}

function base64(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}
