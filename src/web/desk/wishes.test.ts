import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { amended, fillBusy, inAllFormats, now } from "../../../test/pages/today-cast.ts";
import { type SignedInStaff, signIn } from "../../../test/staff.ts";
import { type PretendParts, pretendParts } from "../pretend-parts.ts";
import { startWeb, type Web } from "../server.ts";

let database: TestDatabase;
let parts: PretendParts;
let web: Web;
let posts: Awaited<ReturnType<typeof inAllFormats>>;
let stopped: string;
let sara: SignedInStaff;

beforeEach(async () => {
  database = await testDatabase();
  await fillBusy(database);
  posts = await inAllFormats(database);
  ({ stopped } = await amended(database));
  parts = pretendParts(database, {}, now);
  web = await startWeb(parts, { port: 0 });
  sara = await signIn(database, "installation", undefined, now);
});

afterEach(async () => {
  await web.close();
  await database.close();
});

const page = async (query = "") =>
  (await (await fetch(`${web.origin}/desk${query}`, { headers: sara.headers })).text()).replace(/\s+/g, " ");

async function act(id: string, name: string, headers: Record<string, string> = { origin: web.origin }) {
  const answer = await fetch(`${web.origin}/desk/publications/valdilago/${id}/${name}`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", ...sara.headers, ...headers },
  });
  return answer.headers.get("location") ?? answer.status;
}

const row = (id: string) =>
  database.db.selectFrom("publication").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

describe("the Today page", () => {
  test("names the format of every post, and tells what is prepared, refused and taken off", async () => {
    const text = await page();
    for (const sentence of [
      "Lavoro Valdilago (storia con video): si preparano le immagini o il video",
      "Lavoro Valdilago (album di foto): pubblicato alle 09:52 al primo tentativo",
      "Su questa macchina il video non riesce.",
      "tolto dalla Pagina alle 10:12",
      "chiesto di toglierlo: tolto",
      "testo nuovo inviato: rifiutato",
    ]) {
      expect(text).toContain(sentence);
    }
  });

  test("tells what a post is to become: soon, in vain so far, refused", async () => {
    const text = await page();
    for (const sentence of [
      "Viene tolto appena è il suo turno.",
      "È da togliere, e c&#39;è ancora. I server di Facebook hanno",
      "Non ancora tolto dalla Pagina: <a",
      "Il testo nuovo non c&#39;è: aspetta una persona.",
      "Testo non aggiornato sulla Pagina: <a",
      "Proroga: candidature entro il 15 dicembre.",
    ]) {
      expect(text).toContain(sentence);
    }
  });

  test("offers to take off what can be taken off, and says of a story of today why it cannot", async () => {
    const text = await page();
    expect(text).toContain(`id="remove-${posts.album}"`);
    expect(text).toContain(`id="remove-${posts.reel}"`);
    expect(text).not.toContain(`id="remove-${posts.story}"`);
    expect(text.split("sparisce da sola dopo 24 ore").length - 1).toBe(1);
    parts.setNow(new Date(now.getTime() + 25 * 3_600_000));
    sara = await signIn(database, "installation", undefined, parts.clock.now());
    const later = await page();
    expect(later).not.toContain("sparisce da sola dopo 24 ore");
    expect(later).toContain("è sparita da sola dopo 24 ore");
    expect(later).not.toContain(`id="post-${posts.story}"`);
  });
});

describe("taking a post off the Page", () => {
  test("is wanted once, however often the button is pressed, and wakes the line of the account", async () => {
    expect(await act(posts.album, "remove")).toBe("/desk?done=removing");
    expect(parts.jobs).toEqual(["advance-account valdilago/pagina"]);
    expect(await row(posts.album)).toMatchObject({ wanted: { kind: "remove" }, amend_next_at: now });
    expect(await act(posts.album, "remove")).toBe("/desk?done=removing");
    const text = await page("?done=removing");
    expect(text).toContain("Fatto: il post viene tolto dalla Pagina adesso.");
    expect(text).not.toContain(`id="remove-${posts.album}"`);
  });

  test("is refused for a story, with the reason said, and changes nothing", async () => {
    expect(await act(posts.story, "remove")).toBe("/desk?done=format-stays");
    expect((await row(posts.story)).wanted).toBeNull();
    expect(await page("?done=format-stays")).toContain(
      'class="done not-done" role="status">Facebook non permette',
    );
  });

  test("waits until an uncertain end is known", async () => {
    const uncertain = await database.db
      .selectFrom("publication")
      .select("id")
      .where("state", "=", "unknown")
      .executeTakeFirstOrThrow();
    expect(await act(uncertain.id, "remove")).toBe("/desk?done=end-open");
  });

  test("is not done for another authority, nor for a form that comes from elsewhere", async () => {
    const path = `${web.origin}/desk/publications/pietrachiara/${posts.album}/remove`;
    const answer = await fetch(path, {
      method: "POST",
      redirect: "manual",
      headers: {
        origin: web.origin,
        "content-type": "application/x-www-form-urlencoded",
        ...sara.headers,
      },
    });
    expect(answer.headers.get("location")).toBe("/desk?done=nothing");
    expect(await act(posts.album, "remove", { origin: "https://evil.example" })).toBe(403);
    expect((await row(posts.album)).wanted).toBeNull();
  });

  test("an end that no button has is not said", async () => {
    expect(await page("?done=clip-impossible")).not.toContain('role="status"');
    expect(await page("?done=toString")).not.toContain('role="status"');
  });
});

describe("what a person does about a wish that Facebook refused", () => {
  test("it is tried again at once", async () => {
    expect(await act(stopped, "try-wish-again")).toBe("/desk?done=trying-wish-again");
    expect(await row(stopped)).toMatchObject({ amend_next_at: now, amend_reason: null });
    expect(parts.jobs).toEqual(["advance-account valdilago/pagina"]);
    expect(await act(stopped, "drop-wish")).toBe("/desk?done=nothing");
  });

  test("or the post is left as it is, and waits for nobody", async () => {
    expect(await act(stopped, "drop-wish")).toBe("/desk?done=left-as-it-is");
    expect((await row(stopped)).wanted).toBeNull();
    expect(await act(stopped, "try-wish-again")).toBe("/desk?done=nothing");
    expect(await page()).not.toContain("Testo non aggiornato");
  });
});
