import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { testDatabase } from "../../../test/databases.ts";
import { createApiKey } from "../../authority/api-key-store.ts";
import { pretendParts } from "../pretend-parts.ts";
import { startWeb } from "../server.ts";
import { addAccount, addAuthority, addSource } from "../test-rows.ts";
import { openApi } from "./openapi.ts";
import { pushedItem } from "./pushed-items.ts";

// What whoever writes the software that pushes is told, held against what is answered.

const page = readFileSync(path.resolve(import.meta.dirname, "../../../docs/operate/push.md"), "utf8");

test("the example of push.md is taken in, and answered in the shape it shows", async () => {
  const body = /-d '(\{.*?\})'/s.exec(page)?.[1] ?? "";
  const [, address = ""] = /curl https:\/\/[^/]+(\S+)/.exec(page) ?? [];
  const database = await testDatabase();
  const web = await startWeb(pretendParts(database), { port: 0 });
  await addAuthority(database, "valdilago", "Provincia di Valdilago");
  await addAccount(database, "valdilago");
  await addSource(database, "valdilago", { id: "gestionale", kind: "push", url: null });
  const { key } = await createApiKey(database.db, "valdilago", "gestionale");
  const answer = await fetch(web.origin + address, {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "idempotency-key": "0b6f5c1e-8d0e-4f7a-9a53-0d6c2f1f7c11",
      "content-type": "application/json",
    },
    body,
  });
  const given = JSON.parse(/```json\n(.*?)```/s.exec(page)?.[1] ?? "");
  expect(answer.status).toBe(201);
  const ids = /"id":"[^"]+"/g;
  expect((await answer.text()).replace(ids, "")).toBe(JSON.stringify(given).replace(ids, ""));
  await web.close();
  await database.close();
});

test("push.md names every field of an item, and every status of the description for programs", () => {
  const { paths } = openApi("https://bacheca.provincia.example") as {
    paths: Record<string, { post: object }>;
  };
  const [operation] = Object.values(paths).map(({ post }) => post as { responses: object });
  const missing = [
    ...Object.keys(pushedItem.shape).filter((field) => !page.includes(`\`${field}\``)),
    ...Object.keys(operation?.responses ?? {}).filter((status) => !page.includes(`\n| ${status}`)),
  ];
  expect(missing).toEqual([]);
});
