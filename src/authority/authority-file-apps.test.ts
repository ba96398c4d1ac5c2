import { describe, expect, test } from "vitest";
import { openChannels } from "../channels/registry.ts";
import { systemClock } from "../platform/clock.ts";
import { type AuthorityFile, readAuthorityFile } from "./authority-file.ts";

// What the file of an authority says of its apps, and what its accounts may leave to them.

const channels = openChannels(
  { request: () => Promise.reject(new Error("a file is read without any call")), close: async () => {} },
  systemClock,
);
const tools = {
  channels,
  sourceKinds: ["feed"],
  folder: "/",
  environment: { APP_SECRET: "segreto-dell-app" },
};

const head = "authority: { id: valdilago, name: V }\n";
const app = (more = "") =>
  `apps:\n  - channel: facebook-page\n    settings: { appId: "42", appSecret: { env: APP_SECRET }${more} }\n`;
const account = (settings: string) =>
  `accounts:\n  - { id: pagina, channel: facebook-page, name: P, settings: { ${settings} } }\n`;

function read(text: string): AuthorityFile {
  const reading = readAuthorityFile(text, tools);
  if (reading.kind === "faults") throw new Error(JSON.stringify(reading.faults));
  return reading.file;
}

function faultsOf(text: string): [string, string, string][] {
  const reading = readAuthorityFile(text, tools);
  return reading.kind === "faults" ? reading.faults.map(({ path, words }) => [path, words.it, words.en]) : [];
}

describe("an app in an authority's file", () => {
  test("is read by its channel, secrets apart", () => {
    const [only] = read(head + app()).apps ?? [];
    expect(only?.settings).toMatchObject({ appId: "42", graphVersion: "v25.0" });
    expect(only?.secrets).toMatchObject({ appSecret: "segreto-dell-app" });
    expect(JSON.stringify(only?.settings)).not.toContain("segreto");
  });

  test("lets an account leave its token to a login, and everything it has in common with the app", () => {
    const [page] = read(head + app(", graphVersion: v26.0") + account('pageId: "1"')).accounts;
    expect(page).toMatchObject({
      externalId: "1",
      settings: { pageId: "1" },
      secrets: {},
      leftToLogin: ["token"],
    });
  });

  test("leaves an account with a token of its own as it is", () => {
    const [page] = read(head + app() + account('pageId: "1", token: EAA')).accounts;
    expect(page).toMatchObject({ settings: { pageId: "1" }, secrets: { token: "EAA" } });
    expect(page).not.toHaveProperty("leftToLogin");
  });

  test.each<[string, string, string, string, string]>([
    [
      "a token left out without an app to log in with",
      account('pageId: "1"'),
      "accounts[0].settings.token",
      "si può lasciare a un collegamento",
      "can be left to a login",
    ],
    [
      "a mistyped setting",
      app(", appid: x"),
      "apps[0].settings.appid",
      "forse «appId»?",
      'did you mean "appId"?',
    ],
    [
      "a missing secret",
      'apps: [{ channel: facebook-page, settings: { appId: "42" } }]',
      "apps[0].settings.appSecret",
      "manca",
      "is missing",
    ],
    [
      "a variable that is not set",
      'apps: [{ channel: facebook-page, settings: { appId: "42", appSecret: { env: NO } } }]',
      "apps[0].settings.appSecret",
      "la variabile NO",
      "the variable NO",
    ],
    [
      "an unknown channel",
      "apps: [{ channel: facebok-page, settings: {} }]",
      "apps[0].channel",
      "forse «facebook-page»?",
      'did you mean "facebook-page"?',
    ],
    [
      "two apps of one channel",
      `${app()}  - channel: facebook-page\n    settings: { appId: "43", appSecret: x }\n`,
      "apps[1].channel",
      "c'è già sopra",
      "stands above already",
    ],
    [
      "an account that is wrong in something else",
      app() + account("pageId: 1"),
      "accounts[0].settings.pageId",
      "solo cifre, tra virgolette",
      "digits only, in quotes",
    ],
  ])("%s is told where it stands, in both languages", (_what, text, path, it, en) => {
    expect(faultsOf(head + text)).toEqual([[path, expect.stringContaining(it), expect.stringContaining(en)]]);
  });
});
