import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { ConfigError, type ConfigFault, readConfig } from "./config.ts";

function faultsOf(environment: Record<string, string>): ConfigFault[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

describe("settings of an installation", () => {
  test("an empty environment is enough", () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      host: "127.0.0.1",
      port: 8090,
      hurry: 1,
      isDemo: false,
      publicUrl: undefined,
    });
    expect(path.isAbsolute(config.dataDir)).toBe(true);
  });

  test("all faults are told together, each with its variable", () => {
    const faults = faultsOf({
      BACHECA_PORT: "70000",
      BACHECA_PUBLIC_URL: "ftp://x",
      BACHECA_SECRET_KEY: "short",
      BACHECA_PROT: "1",
    });
    expect(faults.map((fault) => [fault.kind, fault.name])).toEqual([
      ["not-usable", "BACHECA_PORT"],
      ["not-usable", "BACHECA_PUBLIC_URL"],
      ["not-usable", "BACHECA_SECRET_KEY"],
      ["unknown", "BACHECA_PROT"],
    ]);
  });

  test("a fault never repeats the value: it may be a secret", () => {
    expect(JSON.stringify(faultsOf({ BACHECA_METRICS_PASSWORD: "sesamo" }))).not.toContain("sesamo");
  });

  test("a setting that an earlier release had is told, whichever way it is given", () => {
    for (const name of ["BACHECA_DESK_PASSWORD", "BACHECA_DESK_PASSWORD_FILE"]) {
      expect(faultsOf({ [name]: "tre-parole-a-caso" })).toEqual([
        { kind: "retired", name: "BACHECA_DESK_PASSWORD" },
      ]);
    }
  });

  test("a secret may come from a file, without the line end that editors add", () => {
    const file = path.join(tmpdir(), `bacheca-test-password-${process.pid}`);
    writeFileSync(file, "una parola lunga\n");
    expect(readConfig({ BACHECA_METRICS_PASSWORD_FILE: file }).metricsPassword).toBe("una parola lunga");
  });

  test("a secret given twice, or in a file that is not there, is told", () => {
    const faults = faultsOf({ DATABASE_URL: "postgres://a/b", DATABASE_URL_FILE: "/nowhere" });
    expect(faults.map((fault) => fault.kind)).toEqual(["twice", "file-not-readable"]);
  });

  test("an empty variable counts as not set", () => {
    expect(readConfig({ BACHECA_CONTACT: "", DATABASE_URL: " " })).toMatchObject({
      contact: undefined,
      databaseUrl: undefined,
    });
  });

  test("the public address loses its last slash: links are made by joining", () => {
    expect(readConfig({ BACHECA_PUBLIC_URL: "https://b.example/" }).publicUrl).toBe("https://b.example");
  });

  test("mail needs a server and an address to write from, and the fault does not repeat the password", () => {
    const mail = { BACHECA_MAIL_URL: "smtp://bacheca:segreta@posta.example" };
    expect(readConfig({ ...mail, BACHECA_MAIL_FROM: "bacheca@posta.example" })).toMatchObject({
      mailUrl: mail.BACHECA_MAIL_URL,
      mailName: "Bacheca",
      mailPlain: false,
    });
    expect(faultsOf(mail).map(({ name }) => name)).toEqual(["BACHECA_MAIL_FROM"]);
    for (const wrong of ["https://x", "smtp://", "smtp://h/segreta", "smtp://a:%ZZsegreta@h"]) {
      const faults = faultsOf({ BACHECA_MAIL_URL: wrong });
      expect(faults.map(({ name }) => name)).toEqual(["BACHECA_MAIL_URL"]);
      expect(JSON.stringify(faults)).not.toContain("segreta");
    }
  });
});
