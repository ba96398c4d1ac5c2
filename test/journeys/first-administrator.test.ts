import { describe, expect, test } from "vitest";
import { testDirectory } from "../databases.ts";
import { runBacheca, startCommand } from "./command.ts";

/** The first start of an installation, by real processes: who may enter, and what the command line does about it. */

const patienceMs = 60_000;
const password = "tre parole a caso";

const form = (origin: string, fields: Record<string, string>) => ({
  method: "POST",
  redirect: "manual" as const,
  headers: { origin, "content-type": "application/x-www-form-urlencoded" },
  body: new URLSearchParams(fields).toString(),
});

describe("an installation that nobody administers", { timeout: patienceMs }, () => {
  test("says at its start how to come in, on the terminal and not in the log, until somebody has", async () => {
    const environment = { BACHECA_DATA_DIR: testDirectory(), BACHECA_PORT: "0" };
    const server = startCommand("bin/bacheca.js", ["serve"], environment);
    await server.says("/desk/welcome/");
    const [link = "", origin = "", token = ""] =
      /(http:\/\/127\.0\.0\.1:\d+)\/desk\/welcome\/([\w-]{43})/.exec(server.out()) ?? [];
    expect(server.err()).not.toContain(token);
    const fields = { name: "Sara Conti", email: "sara@centro.example", password, again: password };
    const accepted = await fetch(link, form(origin, fields));
    expect([accepted.status, accepted.headers.get("location")]).toEqual([303, "/desk"]);
    expect((await fetch(link)).status).toBe(410);

    const listed = await runBacheca(["staff", "list"], environment);
    expect(listed.out).toBe("sara@centro.example  Sara Conti  attiva  tutta l'installazione\n");
    const reset = await runBacheca(["staff", "reset", "SARA@centro.example"], environment);
    expect(reset.code).toBe(0);
    expect(reset.out).toMatch(/^http:\/\/\S+\/desk\/welcome\/[\w-]{43}\n$/);
    const invited = await runBacheca(["staff", "invite", "marco@centro.example", "Marco"], environment);
    expect(invited.out).toMatch(/^http:\/\/\S+\/desk\/welcome\/[\w-]{43}\n$/);
    const unknown = await runBacheca(["staff", "reset", "nessuno@centro.example"], environment);
    expect([unknown.code, unknown.out]).toEqual([2, ""]);
    const halved = await runBacheca(["staff", "invite", "x@centro.example", "--role", "editor"], environment);
    expect(halved.err).toContain("--role e --authority vanno insieme");
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(0);

    const again = startCommand("bin/bacheca.js", ["serve"], environment);
    await again.says("Bacheca risponde su");
    again.child.kill("SIGTERM");
    expect(await again.ended).toBe(0);
    expect(again.out()).not.toContain("/desk/welcome/");
  });

  test("is told what to do about the password of an earlier release", async () => {
    const environment = { BACHECA_DATA_DIR: testDirectory(), BACHECA_DESK_PASSWORD: "tre-parole-a-caso" };
    const { code, err } = await runBacheca(["serve"], environment);
    expect(code).toBe(2);
    expect(err).toContain("BACHECA_DESK_PASSWORD: non serve più");
    expect(err).not.toContain("tre-parole");
  });
});
