import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type AccountsWorld, openAccountsWorld } from "../../test/accounts-world.ts";
import type { AuthorityFile } from "./authority-file.ts";

// Applying a file beside what people connect at the desk: neither undoes the other.

let world: AccountsWorld;
beforeAll(async () => {
  world = await openAccountsWorld();
});
afterAll(() => world.close());
beforeEach(() => world.startOver());

const account = (id = "pagina") =>
  world.database.db.selectFrom("account").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

async function differences(file: AuthorityFile) {
  const result = await world.apply(file);
  if (result.kind === "refused") throw new Error(JSON.stringify(result.refusals));
  return result.differences.map(({ subject, id, verb, fields }) => [
    subject,
    id,
    verb,
    ...fields.map(({ name }) => name),
  ]);
}

function withToken(token: string): AuthorityFile {
  const { accounts } = world.file;
  return {
    ...world.file,
    accounts: accounts.map(({ leftToLogin: _, ...one }) => ({ ...one, secrets: { token } })),
  };
}

async function connect(pages: string[], to?: string): Promise<void> {
  const visit = world.visit();
  const back = await visit.logIn({ pages, ...(to !== undefined && { account: to }) });
  await visit.choose(back.path, pages);
}

/** The token as it is used: what the row opens to. */
async function tokenOf(id = "pagina"): Promise<string> {
  const { secrets } = await account(id);
  const opened = secrets ? world.parts.vault.open(secrets, `account:valdilago/${id}`) : "{}";
  return (JSON.parse(opened) as { token?: string }).token ?? "";
}

const [first, second] = ["100000000000001", "100000000000002"];

describe("an account whose token is left to a login", () => {
  test("waits for it, and applying the file again finds nothing to do", async () => {
    expect(await account()).toMatchObject({ state: "disconnected", reason: "not-connected", origin: "file" });
    expect(await differences(world.file)).toEqual([]);
  });

  test("keeps what the login gave when the file is applied again, also with changes", async () => {
    await connect([first]);
    const token = await tokenOf();
    expect(token).not.toBe("");
    expect(await differences(world.file)).toEqual([]);
    const renamed = {
      ...world.file,
      accounts: world.file.accounts.map((one) => ({ ...one, name: "Altro" })),
    };
    expect(await differences(renamed)).toEqual([["account", "pagina", "changed", "name"]]);
    expect(await account()).toMatchObject({ state: "active", name: "Altro" });
    expect(await tokenOf()).toBe(token);
  });

  test("loses it with its Page, and waits again", async () => {
    await connect([first]);
    const { accounts } = world.file;
    const moved = accounts.map((one) => ({ ...one, externalId: second, settings: { pageId: second } }));
    expect(await differences({ ...world.file, accounts: moved })).toEqual([
      ["account", "pagina", "changed", "externalId", "pageId", "token"],
    ]);
    expect(await account()).toMatchObject({ state: "disconnected", reason: "not-connected" });
    expect(await tokenOf()).toBe("");
  });
});

describe("an account whose token stands in the file", () => {
  test("and is dead, is connected again at the desk; the same file does not bring the dead one back", async () => {
    await world.apply(withToken("EAAmorto"));
    await connect([first], "pagina");
    const token = await tokenOf();
    expect(await differences(withToken("EAAmorto"))).toEqual([]);
    expect(await tokenOf()).toBe(token);
    await connect([first], "pagina");
    expect(await differences(withToken("EAAmorto"))).toEqual([]);
  });

  test("takes a newer one from the file, whoever connected it before", async () => {
    await world.apply(withToken("EAAmorto"));
    await connect([first], "pagina");
    expect(await differences(withToken("EAAnuovo"))).toEqual([["account", "pagina", "changed", "token"]]);
    expect(await tokenOf()).toBe("EAAnuovo");
    expect(await account()).toMatchObject({ connected_by: null, connected_at: null });
    expect(await differences(withToken("EAAnuovo"))).toEqual([]);
  });

  test("may leave it to a login later and goes on with it", async () => {
    await world.apply(withToken("EAAdelfile"));
    expect(await differences(world.file)).toEqual([]);
    expect(await tokenOf()).toBe("EAAdelfile");
    expect((await account()).state).toBe("active");
  });
});

describe("an account connected at the desk", () => {
  const id = "cst-terra-dei-calanchi-portale-lavoro-simulazione";

  test("is not stopped by a file that does not name it", async () => {
    await connect([second]);
    expect(await differences(world.file)).toEqual([]);
    expect((await account(id)).state).toBe("active");
  });

  test("belongs to the file from then on once the file names it, and keeps its token", async () => {
    await connect([second]);
    const token = await tokenOf(id);
    const [waiting] = world.file.accounts;
    if (!waiting) throw new Error("the file has an account");
    const named = { ...waiting, id, externalId: second, name: "CST", settings: { pageId: second } };
    const both = { ...world.file, accounts: [waiting, named] };
    expect(await differences(both)).toEqual([["account", id, "changed", "name", "origin"]]);
    expect(await differences(both)).toEqual([]);
    expect(await tokenOf(id)).toBe(token);
    expect(await differences(world.file)).toEqual([["account", id, "stopped"]]);
  });

  test("makes a file refuse its Page under another id", async () => {
    await connect([second]);
    const { accounts } = world.file;
    const other = accounts.map((one) => ({ ...one, externalId: second, settings: { pageId: second } }));
    expect(await world.apply({ ...world.file, accounts: other })).toMatchObject({
      kind: "refused",
      refusals: [{ kind: "page-taken", externalId: second, by: { accountId: id } }],
    });
  });
});

describe("an app", () => {
  test("that changes has its accounts looked over at once; one that goes is taken away", async () => {
    await connect([first]);
    const [app] = world.file.apps ?? [];
    if (!app) throw new Error("the file has an app");
    const renewed = { ...app, secrets: { ...app.secrets, appSecret: "nuovo-segreto" } };
    expect(await differences({ ...world.file, apps: [renewed] })).toEqual([
      ["app", "facebook-page", "changed", "appSecret"],
    ]);
    expect((await account()).next_health_at).toBeNull();
    const { apps: _, ...without } = world.file;
    expect(await differences(without)).toEqual([["app", "facebook-page", "removed"]]);
    expect(await world.database.db.selectFrom("network_app").selectAll().execute()).toEqual([]);
  });

  test("is sealed at rest", async () => {
    const row = await world.database.db.selectFrom("network_app").selectAll().executeTakeFirstOrThrow();
    expect(row.secrets?.toString("latin1")).not.toContain(world.facebook.seed.app.secret);
    expect(JSON.stringify(row.settings)).not.toContain(world.facebook.seed.app.secret);
  });
});
