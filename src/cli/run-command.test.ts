import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runCommand } from "./run-command.ts";

async function run(argv: string[], environment: Record<string, string> = {}) {
  let out = "";
  let err = "";
  const code = await runCommand(argv, {
    environment,
    write: (text) => (out += text),
    writeError: (text) => (err += text),
    isTerminal: false,
    columns: () => 80,
  });
  return { code, out, err };
}

const folder = mkdtempSync(path.join(tmpdir(), "bacheca-test-cli-"));

describe("the command line", () => {
  test("without anything shows the help, as wrong use", async () => {
    const { code, out } = await run([]);
    expect(code).toBe(2);
    expect(out).toContain("Comandi:");
  });

  test.each([[["--help"]], [["-h"]], [["help"]]])("%s shows the help", async (argv) => {
    expect(await run(argv)).toMatchObject({ code: 0, err: "" });
  });

  test.each([[["serve", "--help"]], [["--help", "serve"]], [["help", "serve"]], [["serve", "-h"]]])(
    "%s shows the help of one command",
    async (argv) => {
      const { code, out } = await run(argv);
      expect(code).toBe(0);
      expect(out).toContain("--roles");
    },
  );

  test("--version says the release and nothing else", async () => {
    expect((await run(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test("an unknown command gets the nearest one", async () => {
    expect(await run(["aplly"])).toEqual({
      code: 2,
      out: "",
      err: "«aplly» non è un comando. Forse «apply»?\nAiuto: bacheca --help\n",
    });
  });

  test.each<[string[], string]>([
    [["serve", "--prot", "1"], "Non c'è un'opzione --prot. Forse --port?"],
    [["serve", "--port"], "Dopo --port manca il valore."],
    [["serve", "--port", "abc"], "numero intero tra 0 e 65535"],
    [["serve", "--roles", "web,wrok"], "«wrok» non è un ruolo"],
    [["migrate", "--check=yes"], "--check non vuole un valore"],
    [["apply"], "Manca qualcosa dopo il comando."],
    [["apply", "a.yaml", "b.yaml"], "«b.yaml» è di troppo."],
    [["preview", "x", "--kind", "ofer"], "Forse offer?"],
    [["api-key", "creat", "valdilago"], "Forse «create»?"],
    [["api-key", "revoke", "valdilago"], "Manca qualcosa dopo il comando."],
    [["serve", "--lang", "fr"], "--lang può essere it"],
  ])("%j is wrong use, in words", async (argv, sentence) => {
    const { code, err } = await run(argv);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/\bat .*\.ts:\d+/);
  });

  test.each<[string[], Record<string, string>, RegExp]>([
    [["x"], {}, /non è un comando/],
    [["x"], { LANG: "it_IT.UTF-8" }, /non è un comando/],
    [["x"], { LANG: "C.UTF-8" }, /non è un comando/],
    [["x"], { LANG: "en_GB.UTF-8" }, /is no command/],
    [["x"], { LANG: "en_GB.UTF-8", LC_ALL: "it_IT" }, /non è un comando/],
    [["x"], { LANG: "en_GB.UTF-8", LC_ALL: "" }, /is no command/],
    [["--lang", "en", "x"], {}, /"x" is no command/],
    [["x", "--lang=en"], { LANG: "it_IT" }, /is no command/],
  ])("%j with %j speaks the right language", async (argv, environment, expected) => {
    expect((await run(argv, environment)).err).toMatch(expected);
  });

  test("wrong settings are told all together, with the nearest name", async () => {
    const { code, err } = await run(["migrate"], { BACHECA_PORT: "x", BACHECA_PROT: "1" });
    expect(code).toBe(2);
    expect(err).toContain("BACHECA_PORT: un valore che non si può usare");
    expect(err).toContain("forse BACHECA_PORT?");
  });

  test("a file that is not there gets a sentence", async () => {
    expect(await run(["apply", "/nowhere.yaml"])).toMatchObject({
      code: 1,
      err: "Non trovo /nowhere.yaml.\n",
    });
  });

  test("faults of an authority's file are told before any database is opened", async () => {
    const file = path.join(folder, "bad.yaml");
    writeFileSync(file, "authority: { id: valdilago }\n");
    const { code, err } = await run(["apply", file], { DATABASE_URL: "postgres://127.0.0.1:1/nowhere" });
    expect(code).toBe(2);
    expect(err).toContain(`${file}:1:1  authority.name: manca (serve un testo)`);
  });

  test("a database that does not answer ends with 4 and a sentence", async () => {
    const { code, err } = await run(["migrate"], { DATABASE_URL: "postgres://127.0.0.1:1/nowhere" });
    expect(code).toBe(4);
    expect(err).toContain("127.0.0.1:1/nowhere non risponde");
  });

  test("doctor tells it as one of its checks", async () => {
    const { code, out } = await run(["doctor", "--json"], { DATABASE_URL: "postgres://127.0.0.1:1/nowhere" });
    expect(code).toBe(4);
    expect(JSON.parse(out).checks).toMatchObject([{ part: "database", state: "fault" }]);
  });

  test("a directory instead of a file gets a sentence", async () => {
    expect(await run(["apply", folder])).toMatchObject({
      code: 1,
      err: "Quello indicato è una cartella: serve un file.\n",
    });
  });

  test("--debug shows where an error came from", async () => {
    const { err } = await run(["apply", "/nowhere.yaml", "--debug"]);
    expect(err).toContain("ENOENT");
  });
});

describe("preview of a file", () => {
  const feed = path.join(folder, "feed.xml");
  writeFileSync(
    feed,
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Portale</title>
    <item><title>Seconda</title><link>https://x.example/2</link><pubDate>Tue, 03 Mar 2026 10:00:00 +0100</pubDate></item>
    <item><title>Prima &agrave;</title><link>https://x.example/1</link><pubDate>Mon, 02 Mar 2026 10:00:00 +0100</pubDate>
    <description>Rif. VDL-2026-0001</description></item></channel></rss>`,
  );

  test("shows items oldest first, with identity and post, without any database", async () => {
    const { code, out } = await run(["preview", feed], { DATABASE_URL: "not even an address" });
    expect(code).toBe(0);
    expect(out.indexOf("Prima à")).toBeLessThan(out.indexOf("Seconda"));
    expect(out).toContain("ref:VDL-2026-0001");
    expect(out).toContain("https://bacheca.example/v/");
    expect(out).toContain("Rimediato:");
  });

  test("as JSON can be read by a program", async () => {
    const { items } = JSON.parse((await run(["preview", feed, "--json", "--kind", "notice"])).out);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ title: "Prima à", kind: "notice" });
  });

  test("says where and in which formats an authority's items would go out", async () => {
    const file = path.join(folder, "formats.yaml");
    writeFileSync(
      file,
      `authority: { id: valdilago, name: Valdilago }
accounts:
  - id: pagina
    channel: facebook-page
    name: Lavoro Valdilago
    formats: { offer: [link-post, photo-story], others: [album] }
    kinds: [offer, course]
    settings: { pageId: "1", token: EAA }
`,
    );
    const told = async (kind: string) =>
      (await run(["preview", feed, "--authority", file, "--kind", kind])).out;
    expect(await told("offer")).toContain("Esce su Lavoro Valdilago: post con link, storia con foto");
    expect(await told("course")).toContain("Esce su Lavoro Valdilago: album di foto");
    expect(await told("notice")).toContain("Non esce");
  });

  test("of something that is no feed says so and ends with 1", async () => {
    const page = path.join(folder, "page.html");
    writeFileSync(page, "<!doctype html><html><body>Manutenzione</body></html>");
    const { code, err } = await run(["preview", page]);
    expect(code).toBe(1);
    expect(err).toContain("arriva una pagina web");
  });
});
