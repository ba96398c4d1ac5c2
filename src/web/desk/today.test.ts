import { beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { signIn } from "../../../test/staff.ts";
import { pretendParts } from "../pretend-parts.ts";
import { startWeb, type Web } from "../server.ts";
import { addAccount, addAuthority, addItem, addPublication, addSource } from "../test-rows.ts";

const now = new Date("2026-11-20T09:32:20.000Z");
const day = 86_400_000;
const ago = (ms: number) => new Date(now.getTime() - ms);

let database: TestDatabase;
let web: Web;

beforeEach(async () => {
  database = await testDatabase();
  await addAuthority(database, "valdilago", "Provincia di Valdilago");
  await addSource(database, "valdilago", { last_look_at: ago(30_000), last_new_at: ago(2 * day) });
  web = await startWeb(pretendParts(database, {}, now), { port: 0 });
  return async () => {
    await web.close();
    await database.close();
  };
});

async function page(): Promise<string> {
  const head = await signIn(database, "head", "valdilago", now);
  const answer = await fetch(`${web.origin}/desk`, { headers: head.headers });
  return (await answer.text()).replace(/\s+/g, " ");
}

async function told(...sentences: string[]): Promise<void> {
  const text = await page();
  const places = sentences.map((sentence) => [sentence, text.indexOf(sentence)] as const);
  expect(places.filter(([, at]) => at < 0)).toEqual([]);
  expect(places).toEqual(places.toSorted(([, one], [, other]) => one - other));
}

const item = async (title: string, deadline: string, columns: Parameters<typeof addPublication>[3]) => {
  const row = await addItem(database, "valdilago", { title, facts: { deadline }, seenAt: ago(day) });
  await addPublication(database, "valdilago", row, columns);
  return row.id;
};

describe("the Today page tells what is lost first", () => {
  test("of what is stopped, what closes within days comes before what was stopped earlier", async () => {
    await addAccount(database, "valdilago");
    await item("Nessuna fretta", "2027-03-01", { state: "held", reason: "by-hand" });
    const refused = { state: "refused", reason: "invalid-parameter", settled_at: ago(day) } as const;
    await item("Chiude lunedì", "2026-11-23", refused);
    await item("Chiude domani", "2026-11-21", { state: "held", reason: "by-hand" });
    await item("Ormai chiusa", "2026-11-01", { state: "held", reason: "by-hand" });
    await told("Chiude domani", "fino a: sabato 21", "Chiude lunedì", "fino a: lunedì 23", "Nessuna fretta");
    await told("Chiude lunedì", "Ormai chiusa");
  });

  test("a token that ends within days is told while everything still works, with the way to renew it", async () => {
    await addAccount(database, "valdilago", {
      health: JSON.stringify({
        checks: [
          { name: "expiry", state: "warning", reason: "token-expires-within-3-days", detail: "" },
          { name: "webhook", state: "warning", reason: "data-access-expired", detail: "" },
        ],
      }),
    });
    await told(
      "notice-grave",
      "pubblica, ma c&#39;è qualcosa da sistemare",
      "Il token della Pagina scade entro 3 giorni.",
      "e 1 altra non mostrate qui",
      'href="/desk/accounts?authority=valdilago"',
    );
  });

  test("a portal that answers and brings nothing for weeks is told; one that is stopped, or failing, is not silent", async () => {
    await addAccount(database, "valdilago");
    await addSource(database, "valdilago", { id: "corsi", name: "Corsi", last_new_at: ago(15 * day) });
    await addSource(database, "valdilago", {
      id: "a",
      name: "Fermo",
      last_new_at: ago(99 * day),
      stopped_at: now,
    });
    await addSource(database, "valdilago", {
      id: "b",
      name: "Guasto",
      last_new_at: ago(99 * day),
      ...{ fault: "timeout", fault_since: ago(day), faults: 3 },
    });
    await told("Guasto: nessuna notizia leggibile", "Corsi: nessuna novità da molto");
    const text = await page();
    expect(text).not.toContain("Fermo: nessuna novità da molto");
    expect(text).not.toContain("Guasto: nessuna novità da molto");
    expect(text).not.toContain("Portale lavoro: nessuna novità da molto");
  });
});

test("what is on the Page and closes within days is listed with its page; what is over, later or off the Page is not", async () => {
  await addAccount(database, "valdilago");
  const published = (index: number, more: object = {}) =>
    ({
      ...{ state: "published", external_id: `1_${index}`, settled_at: ago(day), ...more },
    }) as Parameters<typeof addPublication>[3];
  const id = await item("Oggi è l'ultimo giorno", "2026-11-20", published(1));
  await item("Con un'ora", "2026-11-23T12:00:00+01:00", published(2));
  await item("Fra una settimana", "2026-11-27", published(3));
  await item("Ieri", "2026-11-19", published(4));
  await item("Tolto", "2026-11-21", published(5, { state: "removed", removed_at: ago(1000) }));
  const text = await page();
  const part = text.slice(text.indexOf("Scadono presto"), text.indexOf("Portali e profili"));
  expect(part).toContain(`href="/desk/items/valdilago/${id}"`);
  expect(part).toContain("fino a: il 23 novembre alle 12:00");
  for (const title of ["Fra una settimana", "Ieri", "Tolto"]) expect(part).not.toContain(title);
});

test("where nothing waits, it says so and shows no empty list", async () => {
  await addAccount(database, "valdilago");
  const text = await page();
  expect(text).toContain("Non c&#39;è nulla da fare: Bacheca lavora da sola.");
  expect(text).not.toContain("Scadono presto");
});

// Whoever had just applied the first file read "nothing to do" while nothing could leave.
test("where no Page is connected, it says so and leads whoever may to connecting one", async () => {
  await told(
    "Nessuna Pagina è collegata",
    "Collegate la Pagina dell&#39;ente.",
    ">Collega dalla pagina Profili</a>",
  );
  expect(await page()).not.toContain("lavora da sola");
  const editor = await signIn(database, "editor", "valdilago", now);
  const theirs = await (await fetch(`${web.origin}/desk`, { headers: editor.headers })).text();
  expect(theirs).toContain("La collega chi amministra la scrivania");
});
