import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type AccountsWorld,
  openAccountsWorld,
  PAGE_SCOPES,
  PERSON_ID,
} from "../../../../test/accounts-world.ts";

let world: AccountsWorld;
beforeAll(async () => {
  world = await openAccountsWorld();
});
afterAll(() => world.close());
beforeEach(() => world.startOver());

const { page, secondPage } = { page: "100000000000001", secondPage: "100000000000002" };

/** The account of the file, waiting for its Page. */
const row = async (id = "pagina", authority = "valdilago") =>
  await world.database.db
    .selectFrom("account")
    .selectAll()
    .where("authority_id", "=", authority)
    .where("id", "=", id)
    .executeTakeFirst();

describe("connecting with Facebook", () => {
  test("fills the account that waits for its Page, and what waited goes out", async () => {
    const visit = world.visit();
    const back = await visit.logIn({ account: "pagina", pages: [page] });
    expect(back.path).toMatch(/^\/desk\/accounts\/valdilago\/logins\/[0-9a-f-]{36}$/);
    expect(back.text).toContain("È il profilo «La Pagina»");
    expect(back.text).toMatch(/name="page" value="100000000000001"[^>]*checked/);
    const end = await visit.choose(back.path, [page]);
    expect(end).toBe("/desk/accounts?done=connected");
    const account = await row();
    expect(account).toMatchObject({ state: "active", reason: null, origin: "file", connected_by: PERSON_ID });
    expect(world.jobs).toEqual(["advance-account valdilago/pagina"]);
    const text = await visit.page("/desk/accounts");
    expect(text).toContain("Pubblica regolarmente. Collegato dalla scrivania");
    expect(text).toContain("8 controlli: tutto bene");
  });

  test("makes an account of its own for a Page nobody has, and several at once", async () => {
    const visit = world.visit();
    const back = await visit.logIn({ pages: [page, secondPage] });
    expect(back.text).toContain("Nuovo profilo.");
    await visit.choose(back.path, [page, secondPage]);
    const made = await row("cst-terra-dei-calanchi-portale-lavoro-simulazione");
    expect(made).toMatchObject({ origin: "desk", state: "active", external_id: secondPage });
    expect(made?.settings).toEqual({ pageId: secondPage });
    expect((await row())?.state).toBe("active");
  });

  test("makes Facebook tell us of the Page", async () => {
    const visit = world.visit();
    const back = await visit.logIn({ pages: [page] });
    await visit.choose(back.path, [page]);
    const { subscriptions } = world.facebook.webhooks;
    expect([...(subscriptions.ofPage(page).get(world.facebook.seed.app.id) ?? [])]).toContain("messages");
  });

  test("says that the person said no, and changes nothing", async () => {
    const back = await world.visit().logIn({ decision: "cancel" });
    expect(back.status).toBe(422);
    expect(back.text).toContain("Il collegamento è stato annullato nella finestra di Facebook");
    expect((await row())?.reason).toBe("not-connected");
  });

  test("says that no Page was ticked, and that the person has no role on any", async () => {
    expect((await world.visit().logIn({ pages: [] })).text).toContain(
      "Facebook non ha indicato nessuna Pagina",
    );
    const stranger = await world.visit().logIn({ as: "youssef", pages: [page] });
    expect(stranger.text).toContain("chi accede non ha un ruolo sulla Pagina");
  });

  test("names what is missing; without what publishing needs, the Page cannot be chosen", async () => {
    const visit = world.visit();
    const granted = PAGE_SCOPES.filter((one) => one !== "pages_messaging");
    const lesser = await visit.logIn({ pages: [page], granted });
    expect(lesser.text).toContain("Manca un permesso: si può collegare lo stesso.");
    expect(lesser.text).toContain("i messaggi privati non arrivano");
    expect(await visit.choose(lesser.path, [page])).toBe("/desk/accounts?done=connected-some-trouble");
    expect(await visit.page("/desk/accounts")).toContain("<code>pages_messaging</code>");
    const none = await visit.logIn({
      pages: [secondPage],
      granted: granted.filter((one) => one !== "pages_manage_posts"),
    });
    expect(none.text).toMatch(/value="100000000000002"[^>]*disabled/);
    expect(await visit.choose(none.path, [secondPage])).toContain("non si può pubblicare");
    expect(await world.accounts()).toEqual(["pagina"]);
  });

  test("tells what the person behind the Page may not do, also after later looks", async () => {
    const visit = world.visit();
    const facebookPage = world.facebook.world.pages.get(page);
    if (!facebookPage) throw new Error("the seed has this Page");
    world.facebook.world.setTasks(facebookPage, PERSON_ID, ["CREATE_CONTENT", "MODERATE", "MESSAGING"]);
    const back = await visit.logIn({ pages: [page] });
    expect(back.text).toContain("<code>ANALYZE</code>");
    await visit.choose(back.path, [page]);
    await visit.post("/desk/accounts/valdilago/pagina/check", { channel: "facebook-page" });
    expect(await visit.page("/desk/accounts")).toContain("<code>ANALYZE</code>");
  });

  test("is chosen once, however often the button is pressed", async () => {
    const visit = world.visit();
    const back = await visit.logIn({ pages: [page] });
    const ends = await Promise.all([1, 2, 3].map(() => visit.choose(back.path, [page])));
    expect(ends.filter((end) => end.startsWith("/desk/accounts?done="))).toHaveLength(1);
    expect(world.jobs).toEqual(["advance-account valdilago/pagina"]);
  });

  test("brings an account back that its file had stopped, as one of the desk", async () => {
    await world.apply({ ...world.file, accounts: [] });
    expect((await row())?.state).toBe("off");
    const visit = world.visit();
    await visit.choose((await visit.logIn({ pages: [page] })).path, [page]);
    expect(await row()).toMatchObject({ state: "active", origin: "desk" });
  });

  test("asks for a choice before it connects anything", async () => {
    const visit = world.visit();
    const back = await visit.logIn({ pages: [page] });
    expect(await visit.choose(back.path, [])).toContain("Non avete scelto nessuna Pagina");
    expect((await row())?.reason).toBe("not-connected");
  });

  test("leaves half of its key in a cookie that scripts and other sites do not get", async () => {
    const answer = await fetch(`${world.web.origin}/desk/accounts/valdilago/connect`, {
      method: "POST",
      headers: { ...world.sara.headers, origin: world.web.origin },
      body: new URLSearchParams({ channel: "facebook-page" }),
    });
    expect(answer.headers.get("set-cookie")).toMatch(
      /^bacheca-login-[0-9a-f]{16}=[\w-]{45}; Path=\/desk\/accounts\/connected; Max-Age=600; HttpOnly; SameSite=Lax$/,
    );
    expect(answer.headers.get("content-security-policy")).toContain("form-action 'self'");
    const login = await world.database.db.selectFrom("login").selectAll().executeTakeFirstOrThrow();
    const kept = Buffer.from(JSON.stringify(login)).toString();
    expect(await answer.text()).toContain("state=");
    expect(kept).not.toContain(/=([\w-]{45});/.exec(answer.headers.get("set-cookie") ?? "")?.[1] ?? "=");
  });

  test("warns when the Page of the account was not among those ticked", async () => {
    const back = await world.visit().logIn({ account: "pagina", pages: [secondPage] });
    expect(back.text).toContain("Fra le Pagine permesse non c&#39;è quella di questo profilo");
  });
});

describe("a return that is not the end of this browser's login", () => {
  test("without its cookie, with a forged state or from another browser is refused", async () => {
    const visit = world.visit();
    const address = await visit.returnAddress({ pages: [page] });
    const stolen = await world.visit().get(address);
    expect(stolen.text).toContain("non appartiene a un collegamento cominciato da questo browser");
    const forged = new URL(address);
    forged.searchParams.set("state", "inventato");
    expect((await visit.get(forged.href)).status).toBe(422);
    const other = world.visit();
    await other.returnAddress({ pages: [page] });
    expect((await other.get(address)).text).toContain("non appartiene");
    expect((await visit.get(address)).path).toContain("/logins/");
  });

  test("a second time is told, and the code is not exchanged again", async () => {
    const visit = world.visit();
    const address = await visit.returnAddress({ pages: [page] });
    const cookies = visit.cookies();
    await visit.get(address);
    expect((await visit.get(address)).text).toContain("non appartiene");
    const again = world.visit(cookies);
    expect((await again.get(address)).text).toContain("era già stato concluso");
    const exchanged = world.facebook.truth().filter(({ path }) => path.includes("oauth/access_token"));
    expect(exchanged).toHaveLength(2);
  });

  test("after ten minutes is too late, and a choice after half an hour", async () => {
    const visit = world.visit();
    const late = await visit.returnAddress({ pages: [page] });
    world.moveBy(10 * 60_000 + 1);
    expect((await visit.get(late)).text).toContain("rimasto aperto troppo a lungo");
    const back = await visit.logIn({ pages: [page] });
    world.moveBy(30 * 60_000 + 1);
    expect(await visit.choose(back.path, [page])).toContain("La scelta delle Pagine non è più aperta");
    expect((await visit.get(back.path)).status).toBe(404);
    expect((await row())?.reason).toBe("not-connected");
  });

  test("with a code Facebook does not know is explained, with its detail", async () => {
    const visit = world.visit();
    const address = new URL(await visit.returnAddress({ pages: [page] }));
    address.searchParams.set("code", "AQinventato");
    const back = await visit.get(address.href);
    expect(back.text).toContain("Facebook non ha accettato il codice di collegamento");
    expect(back.text).not.toContain("AQinventato");
  });

  test.each(["unavailable", "html-502", "app-limit-4", "lost-before"] as const)(
    "while Facebook is in trouble (%s) says to try again, and nothing of posts",
    async (mode) => {
      const visit = world.visit();
      const address = await visit.returnAddress({ pages: [page] });
      world.facebook.addFault({ mode, edge: "*", method: "*", times: 9 });
      const back = await visit.get(address);
      world.facebook.clearFaults();
      expect(back.status).toBe(422);
      expect(back.text).toContain("Riprovate tra qualche minuto");
      expect(back.text).not.toContain("guarda sulla Pagina se il post");
    },
  );

  test("without anything in it, or of no channel, is refused", async () => {
    const visit = world.visit();
    expect((await visit.get("/desk/accounts/connected/facebook-page")).status).toBe(422);
    expect((await visit.get("/desk/accounts/connected/constructor?state=a&code=b")).status).toBe(404);
  });
});

describe("a pasted token", () => {
  const paste = (token: string, more: Record<string, string> = {}) =>
    world.visit().post("/desk/accounts/valdilago/token", { channel: "facebook-page", token, ...more });

  test("of a system user shows the Pages it opens", async () => {
    const answer = await paste(`  ${world.facebook.seed.systemUserToken}\n`);
    expect(answer.path).toContain("/desk/accounts/valdilago/logins/");
    expect(answer.text).toContain('value="100000000000001"');
  });

  test.each([
    ["of another app", () => world.facebook.seed.strangerToken, "creato con un&#39;altra app"],
    [
      "of the app itself",
      () => `${world.facebook.seed.app.id}|${world.facebook.seed.app.secret}`,
      "quello dell&#39;app",
    ],
    ["nobody gave", () => "EAAinventato", "non accetta più il token"],
    ["with a blank in it", () => "EAA inventato", "Quello incollato non è un token"],
    ["of nothing", () => "", "Quello incollato non è un token"],
  ])("%s is refused with its reason", async (_whose, token, sentence) => {
    const answer = await paste(token());
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(sentence);
    if (token() !== "") expect(answer.text).not.toContain(token());
  });
});

describe("another authority", () => {
  test("can neither see nor end a login, nor touch an account", async () => {
    const visit = world.visit();
    const back = await visit.logIn({ pages: [page] });
    const foreign = back.path.replace("/valdilago/", "/pietrachiara/");
    expect((await visit.get(foreign)).status).toBe(404);
    expect(await visit.choose(foreign, [page])).toContain("La scelta delle Pagine non è più aperta");
    const fields = { channel: "facebook-page", account: "pagina" };
    for (const act of ["connect", "token"]) {
      expect((await visit.post(`/desk/accounts/pietrachiara/${act}`, fields)).status).toBe(404);
    }
    expect((await visit.post("/desk/accounts/pietrachiara/pagina/check", fields)).status).toBe(404);
    expect((await row())?.reason).toBe("not-connected");
  });

  test("keeps its Page: it is shown as taken and refused", async () => {
    await world.addForeignAccount(secondPage);
    const visit = world.visit();
    const back = await visit.logIn({ pages: [page, secondPage] });
    expect(back.text).toContain("È già di un altro ente di questa installazione");
    expect(back.text).not.toContain("Pietrachiara");
    expect(await visit.choose(back.path, [page, secondPage])).toContain("appartiene già a un altro ente");
    expect((await row())?.reason).toBe("not-connected");
  });
});

test("no token, secret or code stands in a page, an address, a log line or a column that is not sealed", async () => {
  const visit = world.visit();
  const back = await visit.logIn({ account: "pagina", pages: [page] });
  await visit.choose(back.path, [page]);
  await visit.page("/desk/accounts");
  await visit.page("/desk");
  await visit.post("/desk/accounts/valdilago/token", {
    channel: "facebook-page",
    token: world.facebook.seed.systemUserToken,
  });
  const said = `${visit.said()}\n${world.logged()}\n${await world.everyColumn()}`;
  const secrets = [...world.facebook.world.tokens.keys()].filter((one) => one.length > 10);
  for (const secret of [...secrets, world.facebook.seed.app.secret]) expect(said).not.toContain(secret);
  expect(said).not.toMatch(/AQ[\w-]{40}/);
});

test("buttons are guarded like those of the other pages", async () => {
  for (const path of ["valdilago/connect", "valdilago/token", "valdilago/pagina/check"]) {
    const answer = await fetch(`${world.web.origin}/desk/accounts/${path}`, {
      method: "POST",
      headers: { origin: "https://evil.example" },
    });
    expect(answer.status).toBe(403);
  }
});
