import { AxeBuilder } from "@axe-core/playwright";
import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { personByKey } from "../facebook/community/people.ts";
import { type FacebookSandbox, startFacebook } from "../facebook/index.ts";

let browser: Browser;
let facebook: FacebookSandbox;
let post: string;

function person(key: string) {
  const found = personByKey(key);
  if (!found) throw new Error(`no ${key}`);
  return found;
}

beforeAll(async () => {
  facebook = await startFacebook({ scrape: false });
  furnish();
  browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage"],
  });
});
afterAll(async () => {
  await browser?.close();
  await facebook?.close();
});

/** A post with a conversation under it, a hidden comment, reactions, a visitor's post and a chat. */
function furnish(): void {
  const { world, seed } = facebook;
  const page = world.pages.get(seed.page.id);
  if (!page) throw new Error("the seed's Page is gone");
  const app = { page, appId: seed.app.id, published: true };
  world.createPost({
    ...app,
    appId: "",
    authorId: person("giorgio").id,
    message: "Mia figlia cerca lavoro, a chi mi rivolgo?",
  });
  post = world.createPost({
    ...app,
    message: "Cuoco/a di mensa scolastica – Borgo Sereno\nScade il 30 novembre.",
  }).id;
  const under = { pageId: page.id, postId: post };
  const { community, messenger } = world;
  const question = community.addComment({ ...under, authorId: person("anna").id, message: "Scade quando?" });
  community.addComment({
    ...under,
    parentId: question.id,
    authorId: page.id,
    appId: seed.app.id,
    message:
      "Buongiorno Anna, il 30 novembre alle 12:00. La domanda si fa da https://lavoro.valdilago.example/417.",
  });
  const rude = community.addComment({
    ...under,
    authorId: person("luca").id,
    message: "Sempre le solite storie!",
  });
  community.hideComment(rude, true);
  community.react(under, person("olena").id, "LOVE");
  community.react(under, person("niccolo").id, "LIKE");
  messenger.receive(page.id, person("anna"), { text: "Buongiorno, serve la patente?" });
  messenger.send(page.id, person("anna"), { text: "Buongiorno, no.", appId: seed.app.id });
}

const visit = async (path: string): Promise<string> =>
  (await fetch(`${facebook.origin}${path}`, { headers: { accept: "text/html" } })).text();

describe("what a citizen sees", () => {
  test("a hidden comment is gone for others and still there for its author", async () => {
    const anna = await visit("/");
    expect(anna).toContain("Commento nascosto dalla Pagina.");
    expect(anna).not.toContain("Sempre le solite storie!");
    const luca = await visit("/?as=luca");
    expect(luca).toContain("Sempre le solite storie!");
    expect(luca).toContain("lo vedono ancora solo l&#39;autore e i suoi amici");
  });

  test("the language and the citizen are kept from page to page", async () => {
    const page = await visit("/?as=olena&lang=en");
    expect(page).toContain(`/${facebook.seed.page.id}/messages?lang=en&amp;as=olena`);
    expect(page).toContain("You look and write as");
  });

  test("what an app in development publishes is seen by people with a role on it only", async () => {
    const app = facebook.world.apps.get(facebook.seed.app.id);
    if (!app) throw new Error("no app");
    app.development = true;
    expect(await visit("/")).not.toContain("Cuoco/a");
    expect(await visit("/?as=tommaso")).toContain("Cuoco/a");
    app.development = false;
  });
});

describe("to the eye and to a screen reader, with people on it", () => {
  test.each([
    [360, "light", ""],
    [360, "dark", "?as=luca"],
    [1280, "light", "?lang=en"],
    [360, "light", "/messages"],
    [1280, "dark", "/messages?lang=en"],
    [360, "light", "dialog"],
    [1280, "dark", "dialog"],
  ] as const)(
    "at %i px in %s %s breaks no accessibility rule and fits the screen",
    async (width, scheme, path) => {
      const dialog = `/v25.0/dialog/oauth?client_id=${facebook.seed.app.id}&redirect_uri=http://localhost:8080/r&scope=pages_show_list,pages_manage_posts,pages_messaging`;
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      await page.goto(facebook.origin + (path === "dialog" ? dialog : `/${facebook.seed.page.id}${path}`));
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});

describe("without scripts", () => {
  test("one can comment, answer, react, write, and answer as a colleague from Business Suite", async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 800 },
    });
    const page = await context.newPage();
    await page.goto(`${facebook.origin}/?as=youssef`);
    const card = page.locator(`#p-${post.split("_")[1]}`);
    await card.getByLabel("Commenta come Youssef El Fassi").fill("È vicino alla stazione?");
    await card.getByRole("button", { name: "Invia" }).last().click();
    await page.waitForURL(/as=youssef#p-/);
    await card.locator(".react > summary").click();
    await card.getByRole("button", { name: "Love" }).click();
    await page.waitForURL(/as=youssef#p-/);
    const { community, messenger } = facebook.world;
    expect(community.under(post).at(-1)).toMatchObject({
      message: "È vicino alla stazione?",
      authorId: person("youssef").id,
    });
    expect(community.reactionsTo(post)[0]).toMatchObject({ type: "LOVE", actorId: person("youssef").id });

    await page.getByRole("link", { name: "Messaggi privati" }).click();
    await page.getByRole("textbox", { name: "Messaggio" }).fill("Buonasera, è ancora aperta?");
    await page.getByRole("button", { name: "Invia" }).click();
    await page.getByText("Buonasera, è ancora aperta?").waitFor();
    await page.getByRole("textbox", { name: "Rispondi da Business Suite" }).fill("Sì, fino a sabato");
    await page.getByRole("button", { name: "Rispondi come collega" }).click();
    await page.getByText("da Business Suite").last().waitFor();
    const thread = messenger.threadWith(facebook.seed.page.id, person("youssef"));
    expect(thread?.messages.at(-1)).toMatchObject({ appId: "263902037430900", fromPage: true });
    await context.close();
  });

  test("whom the Page has blocked is told so and can do nothing", async () => {
    facebook.world.community.blocked.add(facebook.seed.page.id, person("giorgio").id);
    expect(await visit("/?as=giorgio")).toContain("La Pagina ha bloccato questa persona");
    const before = facebook.world.community.under(post).length;
    const body = new URLSearchParams({
      as: "giorgio",
      page: facebook.seed.page.id,
      post,
      message: "Ancora io",
    });
    await fetch(`${facebook.origin}/_wall/people/comment`, { method: "POST", body, redirect: "manual" });
    expect(facebook.world.community.under(post)).toHaveLength(before);
  });
});

test("an open wall shows a new comment by itself and leaves alone what somebody is writing", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(facebook.origin);
  const card = page.locator(`#p-${post.split("_")[1]}`);
  const under = { pageId: facebook.seed.page.id, postId: post };
  const { community } = facebook.world;
  community.addComment({ ...under, authorId: person("olena").id, message: "Part-time?" });
  await page.getByText("Part-time?").waitFor();
  await card.getByLabel("Commenta come Anna Bianchi").fill("Sto scriv");
  community.addComment({ ...under, authorId: person("niccolo").id, message: "Anche senza esperienza?" });
  await page.waitForTimeout(400);
  expect(await card.getByLabel("Commenta come Anna Bianchi").inputValue()).toBe("Sto scriv");
  await context.close();
});
