import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openVault, VaultError } from "./vault.ts";

const vault = openVault(randomBytes(32));

describe("the vault", () => {
  it("opens what it sealed, whatever that is, and never shows it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 8 }), (secret) => {
        const sealed = vault.seal(secret, "account:a/b");
        expect(vault.open(sealed, "account:a/b")).toBe(secret);
        expect(sealed.includes(Buffer.from(secret))).toBe(false);
        expect(vault.seal(secret, "account:a/b")).not.toEqual(sealed);
      }),
    );
  });

  it("does not open a secret in another row, with another key, or changed by one bit", () => {
    const sealed = vault.seal("EAA-token", "account:a/b");
    expect(() => vault.open(sealed, "account:a/c")).toThrow(VaultError);
    expect(() => openVault(randomBytes(32)).open(sealed, "account:a/b")).toThrow(VaultError);
    for (let i = 0; i < sealed.length; i += 1) {
      const changed = Buffer.from(sealed);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(() => vault.open(changed, "account:a/b")).toThrow(VaultError);
    }
    expect(() => vault.open(Buffer.alloc(3), "account:a/b")).toThrow(VaultError);
  });

  it("has a fingerprint that tells keys apart and gives none away", () => {
    const key = randomBytes(32);
    expect(openVault(key).keyCheck()).toEqual(openVault(key).keyCheck());
    expect(openVault(key).keyCheck()).not.toEqual(vault.keyCheck());
    expect(openVault(key).keyCheck().equals(key)).toBe(false);
  });

  it("gives the same fingerprint for the same text and context, and with another key another", () => {
    const one = vault.fingerprint("10100000000000001", "person:a/b");
    expect(vault.fingerprint("10100000000000001", "person:a/b")).toEqual(one);
    const others = [
      vault.fingerprint("10100000000000002", "person:a/b"),
      vault.fingerprint("10100000000000001", "person:a/c"),
      openVault(randomBytes(32)).fingerprint("10100000000000001", "person:a/b"),
    ];
    for (const other of others) expect(other).not.toEqual(one);
  });
});
