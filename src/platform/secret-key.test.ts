import { fork } from "node:child_process";
import { mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { keepSecretKey } from "./secret-key.ts";

const folder = () => path.join(mkdtempSync(path.join(tmpdir(), "bacheca-key-")), "data");

describe("the secret key of an installation", () => {
  it("is made once, kept, and readable by its owner only", () => {
    const dataDir = folder();
    const key = keepSecretKey(dataDir);
    expect(key).toHaveLength(32);
    expect(keepSecretKey(dataDir)).toEqual(key);
    expect(statSync(path.join(dataDir, "secret.key")).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(["secret.key"]);
  });

  it("is one key when several processes start at once", async () => {
    const dataDir = folder();
    const program = `
      const { keepSecretKey } = await import(${JSON.stringify(path.join(import.meta.dirname, "secret-key.ts"))});
      process.send(keepSecretKey(${JSON.stringify(dataDir)}).toString("hex"));`;
    const file = path.join(mkdtempSync(path.join(tmpdir(), "bacheca-key-")), "program.mjs");
    writeFileSync(file, program);
    const keys = await Promise.all(
      Array.from({ length: 6 }, () => new Promise((resolve) => fork(file).once("message", resolve))),
    );
    expect(new Set(keys).size).toBe(1);
  });

  it("is refused when the file holds something else", () => {
    const dataDir = folder();
    keepSecretKey(dataDir);
    writeFileSync(path.join(dataDir, "secret.key"), "short\n");
    expect(() => keepSecretKey(dataDir)).toThrow(/32 bytes/);
  });
});
