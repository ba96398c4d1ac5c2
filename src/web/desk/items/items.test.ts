import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../test/databases.ts";
import { correctedOffer, itemOf } from "../../../../test/pages/items-cast.ts";
import { amended, fillBusy, fillCalm, inAllFormats, now } from "../../../../test/pages/today-cast.ts";
import { type SignedInStaff, signIn } from "../../../../test/staff.ts";
import { type PretendParts, pretendParts } from "../../pretend-parts.ts";
import { startWeb, type Web } from "../../server.ts";
import { addItem, addPublication } from "../../test-rows.ts";

let database: TestDatabase;
let parts: PretendParts;
let web: Web;
let giulia: SignedInStaff;
let refused: string;

beforeEach(async () => {
  database = await testDatabase();
  ({ refused } = await fillBusy(database));
  parts = pretendParts(database, {}, now);
  web = await startWeb(parts, { port: 0 });
  giulia = await signIn(database, "editor", "valdilago", now);
});

afterEach(async () => {
  await web.close();
  await database.close();
});

async function page(path: string, who = giulia): Promise<{ status: number; text: string }> {
  const answer = await fetch(web.origin + path, { headers: { ...who.headers, "accept-language": "it" } });
  return { status: answer.status, text: (await answer.text()).replace(/\s+/g, " ") };
}

async function titles(query = "", who = giulia): Promise<string[]> {
  const { text } = await page(`/desk/items${query}`, who);
  return [...text.matchAll(/<h2><a id="item-[^>]*>([^<]*)</g)].map(([, title]) => title ?? "");
}

async function act(publication: string, name: string, to?: string, who = giulia): Promise<string | number> {
  const answer = await fetch(`${web.origin}/desk/publications/valdilago/${publication}/${name}`, {
    method: "POST",
    redirect: "manual",
    headers: { ...who.headers, origin: web.origin, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(to === undefined ? {} : { to }).toString(),
  });
  return answer.headers.get("location") ?? answer.status;
}

async function one(title: string): Promise<{ item: string; publication: string; address: string }> {
  const row = await database.db
    .selectFrom("publication as p")
    .innerJoin("item as i", "i.id", "p.item_id")
    .select(["p.id", "p.item_id"])
    .where("i.title", "like", `${title}%`)
    .executeTakeFirstOrThrow();
  return { item: row.item_id, publication: row.id, address: `/desk/items/valdilago/${row.item_id}` };
}

describe("the list", () => {
  test("shows the newest first, with kind, reference, portal and what became of each post", async () => {
    expect((await titles()).slice(0, 2)).toEqual([
      "Avviamento a selezione art. 16: 2 operatori tecnici presso il Comune di Roccavento, graduatoria in giornata",
      "Magazziniere a Cascina Nuova",
    ]);
    const { text } = await page("/desk/items");
    expect(text).toContain('Offerta di lavoro · <span class="reference">VDL-2026-0412</span>');
    expect(text).toContain("Lavoro Valdilago (post con link): pubblicato alle 10:31 al primo tentativo");
    expect(text).toContain("Portale lavoro · <time");
  });

  test.each([
    ["?state=held", 3],
    ["?state=refused", 1],
    ["?state=uncertain", 1],
    ["?state=waiting", 2],
    ["?state=published", 3],
    ["?state=removed", 1],
    ["?state=dismissed", 0],
    ["?kind=course", 3],
    ["?kind=course&state=published", 0],
    ["?q=vdl-2026-0412", 1],
    ["?q=CUOCO+mensa", 1],
    ["?q=cuoco+saldatura", 0],
    ["?q=%25", 0],
    ["?q=saldatura&source=portale", 1],
    ["?q=saldatura&source=corsi", 0],
    ["?q=saldatura&source=nonesuch", 1],
  ])("with %s shows %i", async (query, count) => {
    const removed = await addItem(database, "valdilago", { title: "Giardiniere", seenAt: now });
    await addPublication(database, "valdilago", removed, {
      ...{ state: "removed", attempts: 1, attempt_id: crypto.randomUUID(), first_tried_at: now, post: "{}" },
      ...{ external_id: "1_r", url: "https://www.facebook.com/1", settled_at: now, removed_at: now },
    });
    expect(await titles(query)).toHaveLength(count);
  });

  test("says so when nothing is found, and leads back to all", async () => {
    const { text } = await page("/desk/items?q=astronauta");
    expect(text).toContain("Nessuna notizia corrisponde");
    expect(text).toContain('<a href="/desk/items">Mostra tutte</a>');
    expect(text).toContain('value="astronauta"');
  });

  test("is turned page by page, and every item stands on exactly one", async () => {
    for (let count = 0; count < 60; count += 1) {
      await addItem(database, "valdilago", { title: `Avviso ${count}`, kind: "notice", seenAt: now });
    }
    const seen: string[] = [];
    let path: string | undefined = "/desk/items?kind=notice";
    const turned: string[] = [];
    while (path !== undefined) {
      turned.push(path);
      const { text } = await page(path);
      seen.push(...[...text.matchAll(/<h2><a id="item-[^>]*>([^<]*)</g)].map(([, title]) => title ?? ""));
      path = /href="([^"]*)">Più vecchie</.exec(text)?.[1]?.replaceAll("&amp;", "&");
    }
    expect(seen).toEqual(Array.from({ length: 60 }, (_, index) => `Avviso ${59 - index}`));
    const { text } = await page(turned[2] ?? "");
    const newer = /href="([^"]*)">Più nuove</.exec(text)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(await titles(newer.slice("/desk/items".length))).toEqual(seen.slice(25, 50));
    expect((await page(turned[0] ?? "")).text).not.toContain("Più nuove<");
  });

  test("tells what was in the archive from what nobody publishes", async () => {
    const old = await addItem(database, "valdilago", { title: "Vecchio avviso", seenAt: now });
    await database.db.updateTable("item").set({ archived: true }).where("id", "=", old.id).execute();
    await addItem(database, "valdilago", { title: "Avviso interno", seenAt: now });
    const { text } = await page("/desk/items?q=avviso");
    expect(text).toMatch(/Avviso interno.*nessun profilo pubblicava.*Vecchio avviso.*In archivio: era già/);
    const { text: own } = await page(`/desk/items/valdilago/${old.id}`);
    expect(own).toContain("Bacheca la conosce e non la pubblica.");
  });

  test("is of one's own authorities only", async () => {
    await fillCalm(database);
    await addItem(database, "pietrachiara", { title: "Guardiano del faro", seenAt: now });
    const sara = await signIn(database, "installation", undefined, now);
    expect(await titles("", sara)).toContain("Guardiano del faro");
    expect(await titles("?authority=pietrachiara", sara)).toEqual(["Guardiano del faro"]);
    expect(await titles()).not.toContain("Guardiano del faro");
    expect((await page("/desk/items")).text).not.toContain("Pietrachiara");
    expect((await page("/desk/items?authority=pietrachiara")).status).toBe(404);
    expect((await page("/desk/items?authority=nonesuch")).status).toBe(404);
  });
});

describe("one item", () => {
  test("is told whole: facts, text, what changed on the portal, each step", async () => {
    const item = await correctedOffer(database);
    const { text } = await page(`/desk/items/valdilago/${item}`);
    for (const told of [
      "Comune di Castelmarmo",
      "martedì 15 dicembre 2026",
      "<p>Il Comune cerca una persona per la biblioteca.</p>",
      "Prima: </span>martedì 1 dicembre 2026</del>",
      "Adesso: </span>Orario: 30 ore, dal martedì al sabato.</ins>",
      "parte appena è il suo turno",
      "Ancora nessun tentativo.",
    ]) {
      expect(text).toContain(told);
    }
    const { text: found } = await page((await one("Magazziniere")).address);
    expect(found).toMatch(/inviato; esito incerto.*cercato sulla Pagina: trovato/);
  });

  test("what the portal wrote is never markup", async () => {
    const item = await addItem(database, "valdilago", {
      title: "<script>alert(1)</script>",
      text: "<img src=x onerror=alert(2)>",
      link: "javascript:alert(3)",
      facts: { employer: '"><b>x' },
      seenAt: now,
    });
    for (const path of [`/desk/items/valdilago/${item.id}`, "/desk/items", "/desk/items?q=%3Cscript%3E"]) {
      const { text } = await page(path);
      expect(text).not.toMatch(/<script>alert|<img src=x|href="javascript|<b>x/);
    }
  });

  test("is nowhere under another authority, nor under what is no id", async () => {
    await fillCalm(database);
    const sara = await signIn(database, "installation", undefined, now);
    const { item } = await one("Magazziniere");
    for (const path of [
      `pietrachiara/${item}`,
      `valdilago/${crypto.randomUUID()}`,
      "valdilago/x",
      `no/${item}`,
    ]) {
      expect((await page(`/desk/items/${path}`, sara)).status).toBe(404);
    }
  });

  test("has no button for whoever may only look", async () => {
    const marco = await signIn(database, "moderator", "valdilago", now);
    for (const title of ["Corso di saldatura", "Autisti", "Avviamento", "Tirocinio"]) {
      const { address } = await one(title);
      expect((await page(address)).text).toContain('action="/desk/publications');
      const { text } = await page(address, marco);
      expect(text).toContain("I post");
      expect(text).not.toContain('action="/desk/publications');
    }
    expect(await act((await one("Avviamento")).publication, "hold", undefined, marco)).toBe(403);
  });
});

describe("what a person does about a post", () => {
  test("holds it, says why it waits, and leads back to where the person was", async () => {
    const { publication, address } = await one("Avviamento");
    const to = `${address}?from=%2Fdesk%2Fitems%3Fstate%3Dwaiting`;
    const back = await act(publication, "hold", to);
    expect(back).toBe(`${to}&done=held`);
    const { text } = await page(String(back));
    expect(text).toContain("Fatto: il post resta trattenuto finché qualcuno non lo pubblica.");
    expect(text).toContain("Una persona lo ha trattenuto.");
    expect(text).toContain('<a href="/desk/items?state=waiting">Torna all&#39;elenco</a>');
    expect(await act(publication, "hold", to)).toBe(`${to}&done=nothing`);
  });

  test("puts it first, and wakes the line of the account", async () => {
    const { publication, address } = await one("Avviamento");
    expect(await act(publication, "publish-now", address)).toBe(`${address}?done=hastened`);
    expect(parts.jobs).toEqual(["advance-account valdilago/pagina"]);
    const line = await database.db
      .selectFrom("publication")
      .select("id")
      .where("account_id", "=", "pagina")
      .where("state", "in", ["due", "unknown"])
      .orderBy("position")
      .execute();
    expect(line).toHaveLength(3);
    expect(line[0]?.id).toBe(publication);
  });

  test("of two people who want opposite things, the second is told that a colleague was faster", async () => {
    const { publication, address } = await one("Avviamento");
    expect(await act(publication, "hold", address)).toBe(`${address}?done=held`);
    const marta = await signIn(database, "head", "valdilago", now);
    const back = await act(publication, "publish-now", address, marta);
    expect(back).toBe(`${address}?done=nothing`);
    const { text } = await page(String(back), marta);
    expect(text).toContain("qualcuno è stato più veloce");
    expect(text).toContain("Una persona lo ha trattenuto.");
  });

  test("is told when it came too late, and nothing changes", async () => {
    const { publication, address } = await one("Magazziniere");
    for (const name of ["hold", "publish-now"]) {
      expect(await act(publication, name, address)).toBe(`${address}?done=already-left`);
    }
    const { text } = await page(`${address}?done=already-left`);
    expect(text).toContain(
      'class="done not-done" role="status">Non è cambiato nulla: il post è già partito.',
    );
  });

  test("has the buttons that its state allows, and no others", async () => {
    const posts = await inAllFormats(database);
    const { stopped } = await amended(database);
    const acts = async (publication: string) => {
      const { text } = await page(`/desk/items/valdilago/${await itemOf(database, publication)}`);
      const all = text.matchAll(new RegExp(`/desk/publications/valdilago/${publication}/([a-z-]+)`, "g"));
      return [...all].map(([, name]) => name);
    };
    expect(await acts(refused)).toEqual(["send-again", "discard"]);
    expect(await acts((await one("Corso HACCP")).publication)).toEqual(["release", "discard"]);
    expect(await acts((await one("Avviamento")).publication)).toEqual(["publish-now", "hold"]);
    expect(await acts((await one("Educatori")).publication)).toEqual(["hold"]);
    expect(await acts((await one("Cuoco")).publication)).toEqual([]);
    expect(await acts(posts.album)).toEqual(["remove"]);
    expect(await acts(posts.story)).toEqual([]);
    expect(await acts(stopped)).toEqual(["try-wish-again", "drop-wish", "remove"]);
  });

  test.each([
    "https://evil.example/desk",
    "//evil.example",
    "/desk\\@evil.example",
    "javascript:alert(1)",
    "/",
  ])("never leads to %s", async (to) => {
    const { publication } = await one("Avviamento");
    expect(await act(publication, "hold", to)).toBe("/desk?done=held");
  });
});
