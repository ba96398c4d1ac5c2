import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { findBrowser } from "./browser-binary.ts";
import type { SignedInStaff } from "./staff.ts";

// The pages are our own and come from loopback, so the sandbox, which root cannot have, guards against nothing here.
// Everything that would talk to the browser's makers is off.
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--font-render-hinting=none",
];

/**
 * Starts a Chromium: the one that BACHECA_TEST_BROWSER names, the machine's own, or the one inside the npm package.
 * The caller closes it.
 * @throws where none of them is to be had, with what to do about it
 */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  return await chromium.launch({
    executablePath,
    headless: true,
    args: flags,
    env: { ...ownEnvironment(), ...env },
  });
}

/** Playwright gives the browser the environment it is told, or ours; told one of our own, it still needs the rest. */
function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** A page of a fresh browser in which somebody is signed in, on a wide screen unless `options` say otherwise. */
export async function openPageOf(
  browser: Browser,
  who: Pick<SignedInStaff, "cookie">,
  address: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  await context.addCookies([who.cookie(new URL(address).origin)]);
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** Takes a picture of the whole page for people to look at; gives its path in the temporary folder. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = path.join(tmpdir(), "bacheca-screenshots");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, fullPage: true });
  return file;
}

const accessibilityTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Runs every automatic rule of WCAG 2.2 A and AA, and axe's best practices, on the page as it stands. Our pages hold no
 * frames, so axe runs inside the page itself, which costs a fraction of its usual way by a second page. `how`: in which
 * look, for whoever reads the error.
 * @throws an error that lists each broken rule with the elements that break it
 */
export async function expectAccessible(page: Page, how = ""): Promise<void> {
  // Once in a page is enough: it weighs half a megabyte.
  const isThere = await page.evaluate("'axe' in window");
  const { violations } = await new AxeBuilder({ page, ...(isThere === true && { axeSource: "0" }) })
    .setLegacyMode()
    // In this order: options take the place of all that was said before.
    .options({ resultTypes: ["violations"] })
    .withTags(accessibilityTags)
    .analyze();
  if (violations.length === 0) return;
  const lines = violations.flatMap(({ id, impact, help, nodes }) => [
    `${id} (${impact ?? "unrated"}): ${help}`,
    ...nodes.slice(0, 5).map((node) => `    ${node.target.join(" ")}  ${node.html.slice(0, 160)}`),
    ...(nodes.length > 5 ? [`    and ${nodes.length - 5} more`] : []),
  ]);
  const where = how === "" ? page.url() : `${page.url()} (${how})`;
  throw new Error(`${where} is not accessible to everyone:\n${lines.join("\n")}`);
}
