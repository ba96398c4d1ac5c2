import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FacebookSandbox, startFacebook } from "../../sandbox/facebook/index.ts";
import { type PortalSandbox, startPortal } from "../../sandbox/portal/index.ts";
import { type Database, openDatabase } from "../../src/database/database.ts";
import { testDirectory } from "../databases.ts";
import { runBacheca, startCommand } from "./command.ts";

/** The command as people and cron run it: real processes, an embedded database of its own, the pretend world. */

// Each command is a process that opens the database, and two cores are shared by all tests.
const patienceMs = 60_000;

let database: Database;
let portal: PortalSandbox;
let facebook: FacebookSandbox;
let environment: Record<string, string>;
let file: string;

beforeAll(async () => {
  portal = await startPortal();
  // Nobody answers for our short links while only `once` runs.
  facebook = await startFacebook({ scrape: false });
  const dataDir = testDirectory();
  environment = { BACHECA_DATA_DIR: dataDir, BACHECA_PORT: "0", BACHECA_HURRY: "10", BACHECA_SWEEP_MS: "50" };
  file = path.join(path.dirname(dataDir), "ente.yaml");
  writeFileSync(file, authorityYaml());
  // Held open here, so that each command finds the server running instead of starting and stopping it.
  database = await openDatabase({ dataDir });
});

afterAll(async () => {
  await portal.close();
  await facebook.close();
  await database.close();
});

function authorityYaml(): string {
  return (
    readFileSync(path.resolve(import.meta.dirname, "../../demo/authority.yaml"), "utf8")
      // One post for each item, so that items can be counted by their posts.
      .replace("offer: [link-post, photo-story]", "offer: [link-post]")
      .replaceAll("http://127.0.0.1:8091", portal.origin)
      .replaceAll("http://127.0.0.1:8092", facebook.origin)
      .replace("backfill: 3", "backfill: 1")
  );
}

describe("a body's first day on the command line", { timeout: patienceMs }, () => {
  test("apply tells what it makes; again, that there is nothing to do", async () => {
    portal.publishNext(2);
    const first = await runBacheca(["apply", file], environment);
    expect(first, first.err).toMatchObject({ code: 0 });
    expect(first.out).toContain("ente valdilago: nuovo");
    const again = await runBacheca(["apply", file], environment);
    expect(again).toMatchObject({ code: 0, out: "valdilago: tutto è già come dice il file.\n" });
  });

  test("once publishes what is due and ends with 0", async () => {
    const { code, out, err } = await runBacheca(["once", "--wait", "10"], environment);
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(out).toContain("valdilago/portale: 2 notizie lette, 2 nuove");
    expect(out).toContain("1 pubblicazione uscita.");
    expect(facebook.posts()).toHaveLength(1);
  });

  test("two passes at once publish each item once", async () => {
    portal.publishNext(3);
    const passes = await Promise.all([1, 2].map(() => runBacheca(["once", "--wait", "10"], environment)));
    expect(passes.map((pass) => pass.code)).toEqual([0, 0]);
    expect(facebook.posts()).toHaveLength(4);
  });

  test("doctor finds nothing wrong but the public address and the mail server nobody set", async () => {
    const { code, out } = await runBacheca(["doctor", "--json"], environment);
    const { checks } = JSON.parse(out) as { checks: { part: string; state: string }[] };
    expect(checks.filter((check) => check.state !== "ok")).toMatchObject([
      { part: "public-address", state: "warning" },
      { part: "mail", state: "warning" },
    ]);
    expect(code).toBe(0);
  });

  test("doctor ends with 3 and says what to do when the token is dead", async () => {
    facebook.expireToken({ pageId: facebook.seed.page.id });
    const { code, out } = await runBacheca(["doctor", "--lang", "en"], environment);
    facebook.restoreToken({ pageId: facebook.seed.page.id });
    expect(code).toBe(3);
    expect(out).toMatch(/FAULT +account valdilago\/pagina/);
  });

  test("a silent portal is told and ends with 1", async () => {
    portal.setFault("html-instead");
    const { code, out } = await runBacheca(["once", "--wait", "0"], environment);
    portal.setFault(null);
    expect(code).toBe(1);
    expect(out).toContain("Al posto del feed arriva una pagina web");
  });

  test("a backup moves to another installation, which asks for the key", async () => {
    const copy = path.join(path.dirname(file), "copia.gz");
    expect((await runBacheca(["backup", copy], environment)).code).toBe(0);
    const elsewhere = { ...environment, BACHECA_DATA_DIR: testDirectory() };
    expect((await runBacheca(["restore", copy], elsewhere)).code).toBe(0);
    const twice = await runBacheca(["restore", copy], elsewhere);
    expect(twice.code).toBe(1);
    expect(twice.err).toContain("vuole un database vuoto");
    const refused = await runBacheca(["once"], elsewhere);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("un'altra chiave");
    expect((await runBacheca(["apply", file, "--new-key"], elsewhere)).code).toBe(0);
    expect((await runBacheca(["once", "--wait", "1"], elsewhere)).code).toBe(0);
    expect(facebook.posts()).toHaveLength(4);
  });

  test("a key for the push address is shown once, listed, and revoked", async () => {
    const created = await runBacheca(["api-key", "create", "valdilago", "gestionale"], environment);
    expect(created.out).toMatch(/^bch_\S+\n$/);
    const list = await runBacheca(["api-key", "list", "valdilago"], environment);
    expect(list.out).toContain("gestionale");
    expect(list.out).not.toContain(created.out.trim());
    const id = list.out.split(" ")[0] ?? "";
    expect((await runBacheca(["api-key", "revoke", "valdilago", id], environment)).code).toBe(0);
    expect((await runBacheca(["api-key", "revoke", "valdilago", id], environment)).code).toBe(2);
  });

  test("what is held waits for a person: once ends with 3, release lets it go", async () => {
    writeFileSync(file, authorityYaml().replace("holdAbove: 100", "holdAbove: 1"));
    await runBacheca(["apply", file], environment);
    portal.publishNext(2);
    const held = await runBacheca(["once", "--wait", "1"], environment);
    expect(held.code, held.out + held.err).toBe(3);
    expect((await runBacheca(["release", "valdilago"], environment)).code).toBe(3);
    expect((await runBacheca(["release", "valdilago", "--all"], environment)).code).toBe(0);
    expect((await runBacheca(["once", "--wait", "10"], environment)).code).toBe(0);
    expect(facebook.posts()).toHaveLength(6);
    writeFileSync(file, authorityYaml());
    expect((await runBacheca(["apply", file], environment)).code).toBe(0);
  });
});

const oldNode = olderNode();

describe("on a Node that cannot read the program", { timeout: patienceMs }, () => {
  const why = "no Node from 20.19 to 23 is on the PATH here";

  test.skipIf(oldNode === undefined)(
    `bin/bacheca.js hands over to the one brought along (else: ${why})`,
    async () => {
      const version = await runBacheca(["--version"], {}, oldNode);
      expect(version).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
      expect((await runBacheca(["aplly"], {}, oldNode)).code).toBe(2);
      const worker = startCommand("bin/bacheca.js", ["serve", "--roles", "work"], environment, oldNode);
      await worker.says("Bacheca lavora");
      worker.child.kill("SIGTERM");
      expect(await worker.ended).toBe(0);
    },
  );
});

/** A Node on the PATH that is new enough for bin/bacheca.js and too old for the program. */
function olderNode(): string | undefined {
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    const node = path.join(folder, "node");
    const { stdout } = spawnSync(node, ["--version"], { encoding: "utf8" });
    const [, major = "", minor = ""] = /^v(\d+)\.(\d+)/.exec(stdout ?? "") ?? [];
    const version = Number(major) + Number(minor) / 1000;
    if (version >= 20.019 && version < 24) return node;
  }
  return undefined;
}

describe("serve", { timeout: patienceMs }, () => {
  test("says that it is ready, publishes, and a stop in the middle of a call loses and doubles nothing", async () => {
    const before = facebook.posts().length;
    facebook.addFault({ mode: "slow", edge: "feed", times: 1, delayMs: 1_500 });
    const server = startCommand("bin/bacheca.js", ["serve"], environment);
    await server.says("Bacheca risponde su http://127.0.0.1:");
    const acted = new Promise((resolve) => facebook.on("acted", resolve));
    portal.publishNext(2);
    await acted;
    server.child.kill("SIGTERM");
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(0);
    expect(server.err()).toContain('"msg":"ready"');
    expect(server.err()).not.toContain("broken off");
    const { code, err } = await runBacheca(["once", "--wait", "20"], environment);
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(facebook.posts().length - before).toBe(2);
  });

  test("asked again after a second it waits no longer, and what it left is looked up on the Page", async () => {
    const before = facebook.posts().length;
    facebook.addFault({ mode: "hold-after", edge: "feed", times: 1 });
    const server = startCommand("bin/bacheca.js", ["serve"], environment);
    await server.says("Bacheca risponde su http://127.0.0.1:");
    const acted = new Promise((resolve) => facebook.on("acted", resolve));
    portal.publishNext(1);
    await acted;
    server.child.kill("SIGINT");
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    server.child.kill("SIGINT");
    expect(await server.ended).toBe(130);
    facebook.release();
    const { code, out, err } = await runBacheca(["once", "--wait", "20"], environment);
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(out).not.toContain("ancora in attesa");
    expect(facebook.posts().length - before).toBe(1);
  });

  test("only one of its roles needs no port", async () => {
    const worker = startCommand("bin/bacheca.js", ["serve", "--roles", "work"], environment);
    await worker.says("Bacheca lavora");
    worker.child.kill("SIGTERM");
    expect(await worker.ended).toBe(0);
  });

  test("a taken port gets a sentence and ends with 1", async () => {
    const squatter = net.createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => squatter.once("listening", resolve));
    const { port } = squatter.address() as net.AddressInfo;
    const { code, err } = await runBacheca(["serve", "--port", String(port)], environment);
    squatter.close();
    expect(code).toBe(1);
    expect(err).toContain(`127.0.0.1:${port} è già occupato`);
    expect(err).not.toMatch(/\bat .*\.ts:\d+/);
  });
});
