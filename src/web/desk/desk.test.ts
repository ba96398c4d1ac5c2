import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { fillBusy, fillCalm, now } from "../../../test/pages/today-cast.ts";
import { type SignedInStaff, signIn } from "../../../test/staff.ts";
import { type PretendParts, pretendParts } from "../pretend-parts.ts";
import { startWeb, type Web } from "../server.ts";

let database: TestDatabase;
let parts: PretendParts;
let web: Web;
let refused: string;
let sara: SignedInStaff;

beforeAll(async () => {
  database = await testDatabase();
  ({ refused } = await fillBusy(database));
  await fillCalm(database);
  parts = pretendParts(database, {}, now);
  web = await startWeb(parts, { port: 0 });
  sara = await signIn(database, "installation", undefined, now);
});

afterAll(async () => {
  await web.close();
  await database.close();
});

const page = async (query = "") =>
  (await (await fetch(`${web.origin}/desk${query}`, { headers: sara.headers })).text()).replace(/\s+/g, " ");

function post(path: string, headers: Record<string, string> = { origin: web.origin }, body = "") {
  return fetch(`${web.origin}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", ...sara.headers, ...headers },
    body,
  });
}

async function states(): Promise<string[]> {
  const rows = await database.db.selectFrom("publication").select("state").orderBy("state").execute();
  return rows.map(({ state }) => state);
}

describe("the Today page", () => {
  test("tells in words what waits, what happened and what to do", async () => {
    const text = `${await page()} ${await page("?authority=valdilago")}`;
    for (const sentence of [
      "3 notizie arrivate insieme aspettano un sì",
      "Orientagiovani Valdilago: la Pagina non è più collegata",
      "La persona che ha collegato la Pagina ha cambiato la password",
      "Corsi di formazione: nessuna notizia leggibile",
      "Al posto del feed arriva una pagina web",
      "rifiutato alle 08:32. Facebook ha rifiutato il contenuto della richiesta.",
      "pubblicato alle 10:31 al primo tentativo",
      "pubblicato ieri alle 08:32 al primo tentativo",
      "esito incerto: lo cerco sulla Pagina, 2 ricerche fatte, prossima tra 20 secondi",
      "non partito (2 tentativi); riprovo tra 20 secondi",
      "10:31:16</time> inviato; esito incerto. La richiesta è partita ma la risposta non è arrivata.",
      "10:31:40</time> cercato sulla Pagina: trovato",
      "Non c&#39;è nulla da fare",
    ]) {
      expect(text).toContain(sentence);
    }
  });

  test("speaks English to those who ask for it", async () => {
    const text = await page("?lang=en");
    expect(text).toContain('<html lang="en">');
    expect(text).toContain("published at 10:31 at the first try");
    expect(text).toContain("looked for on the Page: found");
  });

  test("puts those who need somebody first, and shows one authority when asked", async () => {
    const all = await page();
    expect(all.indexOf('id="authority-valdilago"')).toBeLessThan(all.indexOf('id="authority-pietrachiara"'));
    const one = await page("?authority=pietrachiara");
    expect(one).toContain('id="authority-pietrachiara"');
    expect(one).not.toContain('id="authority-valdilago"');
    expect(one).toContain('aria-current="page" href="/desk?authority=pietrachiara"');
  });

  test("shows to each the authorities that are theirs, and no button they may not press", async () => {
    const see = async (role: "editor" | "moderator") => {
      const { headers } = await signIn(database, role, "valdilago", now);
      return await (await fetch(`${web.origin}/desk`, { headers })).text();
    };
    const [editor, moderator] = [await see("editor"), await see("moderator")];
    for (const text of [editor, moderator]) {
      expect(text).toContain('id="authority-valdilago"');
      expect(text).not.toMatch(/pietrachiara/i);
    }
    expect(editor).toContain('action="/desk/authorities/valdilago/release-flood"');
    expect(moderator.match(/<form[^>]+action="[^"]+"/g)).toEqual([
      '<form method="post" action="/desk/sign-out"',
    ]);
  });

  test("shows no secret and no demonstration where there is none", async () => {
    const text = await page();
    expect(text).not.toContain("Dimostrazione");
    const demo = await startWeb(pretendParts(database, { BACHECA_DEMO: "yes" }, now), { port: 0 });
    expect(await (await fetch(`${demo.origin}/desk`)).text()).toContain("Dimostrazione");
    await demo.close();
  });

  test("of an authority that does not exist is not there", async () => {
    expect((await fetch(`${web.origin}/desk?authority=nonesuch`, { headers: sara.headers })).status).toBe(
      404,
    );
  });

  test("is one link away from the bare address, which is the public's", async () => {
    const answer = await fetch(web.origin, { redirect: "manual" });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('href="/desk"');
  });
});

describe("the buttons", () => {
  test.each<[Record<string, string>, string]>([
    [{}, "says nothing of where it comes from"],
    [{ origin: "https://evil.example" }, "comes from elsewhere"],
    [{ origin: "null" }, "hides where it comes from"],
    [{ origin: "http://127.0.0.1:1", "sec-fetch-site": "same-site" }, "comes from another port"],
  ])("a form that %s %s is refused", async (headers) => {
    const before = await states();
    const answer = await post("/desk/authorities/valdilago/release-flood", headers);
    expect(answer.status).toBe(403);
    expect(await states()).toEqual(before);
  });

  test("a refused publication is sent again once, however often the button is pressed", async () => {
    parts.jobs.length = 0;
    const path = `/desk/publications/valdilago/${refused}/send-again`;
    const body = "authority=valdilago&lang=en";
    const first = await post(path, { origin: web.origin, "sec-fetch-site": "same-origin" }, body);
    const second = await post(path);
    expect(first.status).toBe(303);
    expect(first.headers.get("location")).toBe("/desk?authority=valdilago&lang=en&done=sent-again");
    expect(second.headers.get("location")).toBe("/desk?done=nothing");
    expect(parts.jobs).toEqual(["advance-account valdilago/pagina"]);
    const row = await database.db
      .selectFrom("publication")
      .selectAll()
      .where("id", "=", refused)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ state: "due", next_step_at: now, settled_at: null });
  });

  test("one held publication is released alone, then all the others together", async () => {
    parts.jobs.length = 0;
    const held = await database.db
      .selectFrom("publication")
      .select("id")
      .where("state", "=", "held")
      .execute();
    const one = await post(`/desk/publications/valdilago/${held[0]?.id}/release`);
    expect(one.headers.get("location")).toBe("/desk?done=released");
    expect((await states()).filter((state) => state === "held")).toHaveLength(2);
    const all = await post("/desk/authorities/valdilago/release-flood");
    expect(all.headers.get("location")).toBe("/desk?done=all-released");
    expect(await states()).not.toContain("held");
    expect(parts.jobs).toEqual(Array(2).fill("advance-account valdilago/pagina"));
    const none = await post("/desk/authorities/valdilago/release-flood");
    expect(none.headers.get("location")).toBe("/desk?done=nothing");
  });

  test("a dismissed publication waits for nobody, and can be neither sent again nor released", async () => {
    const act = (name: string) => post(`/desk/publications/valdilago/${refused}/${name}`);
    await database.db
      .updateTable("publication")
      .set({ state: "refused", reason: "invalid-parameter", next_step_at: null, settled_at: now })
      .where("id", "=", refused)
      .execute();
    expect((await act("discard")).headers.get("location")).toBe("/desk?done=discarded");
    for (const name of ["discard", "send-again", "release"]) {
      expect((await act(name)).headers.get("location")).toBe("/desk?done=nothing");
    }
    const text = await page("?authority=valdilago");
    expect(text).not.toContain("Rifiutato: <a");
    expect(text).toContain(
      "lasciato perdere alle 10:32. Una persona ha deciso di non pubblicarlo. Facebook ha rifiutato il contenuto",
    );
    expect(text).toMatch(/<div class="number "><dt>rifiutati<\/dt><dd>0</);
  });

  test("a disconnected account tries again at once; a short rest is waited out and a long one warned of", async () => {
    parts.jobs.length = 0;
    const resume = () => post("/desk/accounts/valdilago/orientamento/resume");
    const rest = async (hours: number) => {
      const restUntil = new Date(now.getTime() + hours * 3_600_000);
      const columns = { state: "resting", reason: "page-limit", rest_until: restUntil } as const;
      await database.db.updateTable("account").set(columns).where("id", "=", "orientamento").execute();
      return await page();
    };
    expect(await page()).toContain("se non basta, non succede nulla");
    expect((await resume()).headers.get("location")).toBe("/desk?done=resumed");
    expect((await resume()).headers.get("location")).toBe("/desk?done=nothing");
    expect(parts.jobs).toEqual(["advance-account valdilago/orientamento"]);
    expect(await rest(0.5)).not.toContain("Riprova ora");
    expect(await rest(20)).toContain("troppo presto può allungare la pausa");
  });

  test("another authority's publication cannot be touched, nor one that is none", async () => {
    const path = (id: string) => `/desk/publications/pietrachiara/${id}/release`;
    expect((await post(path(refused))).headers.get("location")).toBe("/desk?done=nothing");
    expect((await post(path("x"))).status).toBe(404);
  });
});
