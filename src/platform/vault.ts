import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/**
 * Secrets at rest: AES-256-GCM with a key derived from the installation's secret key. `context` (say,
 * "account:valdilago/pagina") is bound to the text, so that a row copied over another does not open.
 */
export interface Vault {
  seal(text: string, context: string): Buffer;
  /** Throws VaultError when the key or the context is another, or the bytes were changed. */
  open(sealed: Buffer, context: string): string;
  /**
   * Stands for a text that must not be kept: the same for the same text and context, and not to be guessed by trying,
   * however few texts there are, without the key.
   */
  fingerprint(text: string, context: string): Buffer;
  /** A fingerprint of the key, safe to store: tells that a database belongs to another key. */
  keyCheck(): Buffer;
}

export class VaultError extends Error {
  constructor(cause: unknown) {
    super("a stored secret does not open with this secret key", { cause });
    this.name = "VaultError";
  }
}

const format = 1;
const nonceBytes = 12;
const tagBytes = 16;

export function openVault(secretKey: Buffer): Vault {
  if (secretKey.length < 32) throw new RangeError("the secret key must have at least 32 bytes");
  const key = Buffer.from(hkdfSync("sha256", secretKey, "", "bacheca secrets v1", 32));
  return {
    seal(text, context) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([Buffer.from([format]), nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, context) {
      try {
        if (sealed[0] !== format) throw new Error(`unknown format ${sealed[0]}`);
        const nonce = sealed.subarray(1, 1 + nonceBytes);
        const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes);
        const decipher = createDecipheriv("aes-256-gcm", key, nonce)
          .setAAD(Buffer.from(context))
          .setAuthTag(tag);
        const body = sealed.subarray(1 + nonceBytes + tagBytes);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
      } catch (cause) {
        throw new VaultError(cause);
      }
    },
    fingerprint: (text, context) =>
      createHmac("sha256", key).update(`bacheca fingerprint v1\0${context}\0${text}`).digest(),
    keyCheck: () => createHmac("sha256", key).update("bacheca key check v1").digest(),
  };
}
