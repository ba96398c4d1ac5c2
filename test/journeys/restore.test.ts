import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FacebookSandbox, startFacebook } from "../../sandbox/facebook/index.ts";
import { type PortalSandbox, startPortal } from "../../sandbox/portal/index.ts";
import { type Database, openDatabase } from "../../src/database/database.ts";
import { testDirectory } from "../databases.ts";
import { runBacheca } from "./command.ts";

// An installation moves to another database, and then its machine is lost and an older backup put in elsewhere, while
// the Page keeps everything that went out.

// Each command is a process, each installation a database server of its own, and two cores are shared by all tests.
const patienceMs = 120_000;

/** An installation; its database server runs until the end, for all its commands. */
interface Place {
  environment: Record<string, string>;
  database: Database;
}

const secretKey = randomBytes(32).toString("base64");

let portal: PortalSandbox;
let facebook: FacebookSandbox;
let first: Place;
let second: Place;
let third: Place;
let folder: string;

beforeAll(async () => {
  portal = await startPortal();
  facebook = await startFacebook({ scrape: false });
  first = await openPlace();
  second = await openPlace();
  third = await openPlace();
  folder = path.dirname(testDirectory());
  const file = path.join(folder, "ente.yaml");
  writeFileSync(file, authorityYaml());
  expect((await runBacheca(["apply", file], first.environment)).code).toBe(0);
  // The archive; from here on everything is news.
  portal.publishNext(1);
  expect((await once(first)).code).toBe(0);
}, patienceMs);

afterAll(async () => {
  await portal.close();
  await facebook.close();
  for (const place of [first, second, third]) await place.database.close();
});

async function openPlace(): Promise<Place> {
  const dataDir = testDirectory();
  const environment = {
    BACHECA_DATA_DIR: dataDir,
    BACHECA_SECRET_KEY: secretKey,
    BACHECA_HURRY: "100",
    BACHECA_SWEEP_MS: "50",
  };
  return { environment, database: await openDatabase({ dataDir }) };
}

function authorityYaml(): string {
  return (
    readFileSync(path.resolve(import.meta.dirname, "../../demo/authority.yaml"), "utf8")
      // One post for each item, so that items can be counted by their posts.
      .replace("offer: [link-post, photo-story]", "offer: [link-post]")
      .replaceAll("http://127.0.0.1:8091", portal.origin)
      .replaceAll("http://127.0.0.1:8092", facebook.origin)
      .replace("backfill: 3", "backfill: 0")
  );
}

const once = (place: Place) => runBacheca(["once", "--wait", "10"], place.environment);

/** Two items that a dead token keeps waiting, and a backup made while they wait. */
async function backUpWhileTwoWait(place: Place, name: string): Promise<string> {
  facebook.expireToken({ pageId: facebook.seed.page.id });
  portal.publishNext(2);
  await runBacheca(["once", "--wait", "0"], place.environment);
  const file = path.join(folder, name);
  expect((await runBacheca(["backup", file], place.environment)).code).toBe(0);
  facebook.restoreToken({ pageId: facebook.seed.page.id });
  return file;
}

async function states(place: Place): Promise<string[]> {
  const { db } = place.database;
  const rows = await db.selectFrom("publication").select(["state", "reason"]).orderBy("position").execute();
  return rows.map(({ state, reason }) => (reason ? `${state} ${reason}` : state));
}

describe("a backup put in elsewhere", { timeout: patienceMs }, () => {
  test("goes on where it was when nothing was published since", async () => {
    const backup = await backUpWhileTwoWait(first, "trasloco");
    const restore = ["restore", "--nothing-published-since", backup];
    const { code, out, err } = await runBacheca(restore, second.environment);
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(out).not.toContain("Trattenute");
    expect((await once(second)).code).toBe(0);
    expect(facebook.posts()).toHaveLength(2);
    portal.publishNext(1);
    await once(second);
    expect(facebook.posts()).toHaveLength(3);
  });

  test("doubles nothing of what went out since; it waits for a person, with the reason", async () => {
    const backup = await backUpWhileTwoWait(second, "copia");
    await once(second);
    portal.publishNext(2);
    await once(second);
    expect(facebook.posts()).toHaveLength(7);
    // Between the loss and the restore one more appears, that no installation sees.
    const [unseen] = portal.publishNext(1);

    const list = path.join(folder, "cancellati.json");
    expect((await runBacheca(["erased", list], second.environment)).out).toContain(`scritto in ${list}: 0.`);
    const noList = await runBacheca(["restore", "--erased", backup, backup], third.environment);
    expect([noList.code, noList.err]).toEqual([2, expect.stringContaining("non è un elenco")]);
    const restored = await runBacheca(["restore", "--erased", list, backup], third.environment);
    expect(restored.out).toContain("Trattenute: 2.");
    expect(restored.out).toContain("cancellate dopo la copia: 0.");
    expect(await states(third)).toEqual([...Array(3).fill("published"), ...Array(2).fill("held restored")]);
    const pass = await once(third);
    expect(pass.code, pass.out + pass.err).toBe(3);
    expect((await states(third)).slice(3)).toEqual(Array(5).fill("held restored"));
    expect(facebook.posts()).toHaveLength(7);

    const held = await runBacheca(["release", "valdilago"], third.environment);
    expect(held.out).toContain("È stata ripristinata una copia di sicurezza");
    const id = held.out
      .split("\n")
      .find((line) => line.includes(unseen?.title ?? "?"))
      ?.split(" ")[0];
    expect((await runBacheca(["release", "valdilago", id ?? ""], third.environment)).code).toBe(0);
    await once(third);
    expect(facebook.posts()).toHaveLength(8);
  });

  test("goes on by itself with what appears after the first look", async () => {
    portal.publishNext(1);
    await once(third);
    expect(facebook.posts()).toHaveLength(9);
    expect((await states(third)).filter((state) => state === "held restored")).toHaveLength(4);
    // Every item of the portal but its archive stands on the Page once.
    const links = facebook.posts().map(({ message = "" }) => message.replace(/\S*\/v\/\S+/g, ""));
    expect(new Set(links).size).toBe(9);
  });
});
