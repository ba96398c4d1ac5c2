import { afterEach, describe, expect, test } from "vitest";
import { answering, openMailServers, subjectOf } from "../../../test/mail-servers.ts";
import { runCommand } from "../run-command.ts";

const { startServer, closeServers } = openMailServers();
afterEach(closeServers);

async function trial(port: number | undefined, language = "it") {
  let said = "";
  const mail = {
    BACHECA_MAIL_URL: `smtp://127.0.0.1:${port}`,
    BACHECA_MAIL_FROM: "bacheca@valdilago.example",
  };
  const say = (text: string) => (said += text);
  const code = await runCommand(["mail-test", "Sara@valdilago.example", "--lang", language], {
    ...{ environment: port === undefined ? {} : mail, write: say, writeError: say },
    ...{ isTerminal: false, columns: () => 80 },
  });
  return { code, said };
}

describe("a letter on trial", () => {
  test("leaves at once, and the server is named that took it", async () => {
    const { taken, port } = await startServer();
    const { code, said } = await trial(port);
    expect([code, taken.map(({ to }) => to), taken.map(subjectOf)]).toEqual([
      0,
      [["sara@valdilago.example"]],
      ["Prova della posta di Bacheca"],
    ]);
    expect(said).toContain(`127.0.0.1:${port} ha preso la lettera`);
  });

  test("that is refused says what the server said", async () => {
    const onRcptTo = (_to: unknown, _session: unknown, done: (error: Error) => void) => done(answering(550));
    const { port } = await startServer({ onRcptTo });
    const { code, said } = await trial(port, "en");
    expect([code, said]).toEqual([1, expect.stringMatching(/The server refused the letter: 550/)]);
  });

  test("to a server that is not there says what to look at", async () => {
    const { port, close } = await startServer();
    await close();
    const { code, said } = await trial(port);
    expect([code, said]).toEqual([1, expect.stringMatching(/non si raggiunge[\s\S]*BACHECA_MAIL_URL/)]);
  });

  test("needs a server in the settings", async () => {
    expect(await trial(undefined)).toMatchObject({
      code: 2,
      said: expect.stringContaining("BACHECA_MAIL_URL"),
    });
  });
});
