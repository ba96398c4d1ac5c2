import { randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";

/** Codes of an authenticator (RFC 6238: six digits, 30 seconds, SHA-1, which is what all authenticators know). */

const stepMs = 30_000;
// One step to either side: clocks of telephones differ, and people type slowly (RFC 6238, 5.2).
const window = 1;
const digits = 6;
const secretBytes = 20;
const issuer = "Bacheca";

/** A secret to be shared with an authenticator, in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: secretBytes }).base32;
}

/** "otpauth://totp/…": what an authenticator reads from the square. */
export function totpAddress(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/**
 * The step of time to which a code belongs; undefined where it is none of now. Whoever accepts it keeps the step, and
 * never accepts that one or an earlier one again: a code that somebody overheard is worth nothing.
 */
export function stepOfCode(secret: string, typed: string, now: Date): number | undefined {
  const token = typed.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = totpOf(secret).validate({ token, timestamp: now.getTime(), window });
  return delta === null ? undefined : Math.floor(now.getTime() / stepMs) + delta;
}

/** For tests and for nothing else: what an authenticator would show. */
export function codeAt(secret: string, now: Date): string {
  return totpOf(secret).generate({ timestamp: now.getTime() });
}

function totpOf(secret: string, label = ""): TOTP {
  return new TOTP({
    issuer,
    label,
    secret: Secret.fromBase32(secret),
    digits,
    period: stepMs / 1000,
    algorithm: "SHA1",
  });
}

const recoveryCodes = 8;
const recoveryCharacters = 10;
// Without those that look alike on paper.
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** Codes for the day the telephone is lost, each for once: "k7m2p-x9qrt". */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodes }, () => {
    const signs = Array.from({ length: recoveryCharacters }, () => alphabet[randomInt(alphabet.length)]);
    return `${signs.slice(0, 5).join("")}-${signs.slice(5).join("")}`;
  });
}

/** As it is compared: small letters and digits; undefined for what cannot be one. */
export function plainRecoveryCode(typed: string): string | undefined {
  const plain = typed.toLowerCase().replace(/[^a-z0-9]/g, "");
  return plain.length === recoveryCharacters ? plain : undefined;
}
