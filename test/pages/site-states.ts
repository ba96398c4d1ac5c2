import type { Page } from "playwright-core";
import { addItem } from "../../src/web/test-rows.ts";
import type { TestDatabase } from "../databases.ts";
import { codes, fillDecisions } from "./decisions-cast.ts";
import { type Cast, fillSite, now } from "./site-cast.ts";

/** The public pages with everything that happens on them, as one installation answers them. */
export interface SiteStage {
  /** Without a slash at the end. */
  origin: string;
  /** The same installation where nothing works any more. */
  brokenOrigin: string;
  cast: StatesCast;
  setNow(now: Date): void;
}

export type StatesCast = Cast & { gone: string };

/** What the states below speak of. */
export async function fillStates(database: TestDatabase): Promise<StatesCast> {
  const cast = await fillSite(database);
  await fillDecisions(database);
  const gone = await addItem(database, "valdilago", { title: "Barista a Pieve Alta", seenAt: now });
  await database.db.deleteFrom("item").where("id", "=", gone.id).execute();
  return { ...cast, gone: gone.seq };
}

export interface SiteState {
  name: string;
  /** The route that answers, as the server has it. */
  route: string;
  /** Below the installation; the item or the code of the cast where the state is about one. */
  address: string | ((stage: SiteStage) => string);
  status?: number;
  /** What somebody does there first; what it leads to is looked at. */
  act?: (page: Page, stage: SiteStage) => Promise<void>;
  isBroken?: boolean;
}

const item = (of: keyof StatesCast, query = "") => ({
  route: "/:authority/notizie/:item",
  address: ({ cast }: SiteStage) => `/valdilago/notizie/x-${cast[of]}${query}`,
});
const page = (path: string, query = "") => ({
  route: `/:authority${path}`,
  address: `/valdilago${path}${query}`,
});
const board = (query: string) => page("/notizie", query);
const decision = (code: string, query = "") => ({
  route: "/:authority/riesame/:code",
  address: `/valdilago/riesame/${code}${query}`,
});

/** Later than anybody can write two lines, as the feedback form wants it. */
const writtenAt = new Date(now.getTime() + 20_000);

async function writeFeedback(on: Page, text: string): Promise<void> {
  await on.getByLabel("Che cosa non funziona").fill(text);
  await on.getByRole("button", { name: "Invia la segnalazione" }).click();
}

async function askReview(on: Page, code: string, text: string): Promise<void> {
  await on.locator("#code").fill(code);
  await on.getByLabel("Perché la decisione è sbagliata").fill(text);
  await on.getByRole("button", { name: "Chiedi il riesame" }).click();
}

/** As many as nobody writes in an hour, so that the next one is refused. */
async function writeTooOften(
  { origin }: SiteStage,
  path: string,
  fields: Record<string, string>,
): Promise<void> {
  const body = new URLSearchParams(fields).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };
  const once = () => fetch(`${origin}/valdilago/${path}`, { method: "POST", headers, body });
  await Promise.all(Array.from({ length: 11 }, once));
}

/** Every public page, in every state that one meets. `site-access.test.ts` compares it with the routes. */
export const siteStates: SiteState[] = [
  { name: "the door", route: "/", address: "/?lang=it" },
  { name: "the channel", ...page("") },
  { name: "the channel, in English", ...page("", "?lang=en") },
  { name: "a channel with nothing yet", route: "/:authority", address: "/altocolle" },
  { name: "the noticeboard", ...board("") },
  { name: "its second page, in English", ...board("?pagina=2&lang=en") },
  {
    name: "a search with filters",
    ...board("?cerca=pulizie&luogo=Sant%27%C3%80gata&contratto=apprenticeship"),
  },
  { name: "what closes soon", ...board("?stato=in-scadenza") },
  { name: "closed ones too", ...board("?stato=tutte&tipo=traineeship") },
  { name: "a search by likeness", ...board("?cerca=magaziniere") },
  { name: "a search without results", ...board("?cerca=astronauta") },
  { name: "an empty noticeboard", route: "/:authority/notizie", address: "/altocolle/notizie" },
  { name: "an open offer", ...item("warehouse") },
  { name: "the same in English", ...item("warehouse", "?lang=en") },
  { name: "a call that closes soon", ...item("call") },
  { name: "a course", ...item("course") },
  { name: "a closed offer", ...item("closed") },
  { name: "data and feeds", ...page("/dati") },
  { name: "the fields of the data", ...page("/dati/schema") },
  { name: "the poster", ...page("/locandina") },
  { name: "the poster in A3", ...page("/locandina", "?formato=a3") },
  { name: "the list of the week", ...page("/settimana") },
  { name: "a week without news", route: "/:authority/settimana", address: "/altocolle/settimana" },
  { name: "the rules", ...page("/regole") },
  { name: "the rules, in English", ...page("/regole", "?lang=en") },
  { name: "the box for other sites", ...page("/riquadro") },
  { name: "privacy", ...page("/privacy") },
  { name: "legal notes", ...page("/note-legali", "?lang=en") },
  { name: "accessibility", route: "/:authority/accessibilita", address: "/altocolle/accessibilita" },
  { name: "the register", ...page("/registro") },
  { name: "the register, filtered and empty", ...page("/registro", "?regola=9&lang=en") },
  { name: "a register without decisions", route: "/:authority/registro", address: "/altocolle/registro" },
  { name: "the figures", ...page("/numeri") },
  { name: "figures of nothing", route: "/:authority/numeri", address: "/altocolle/numeri" },
  { name: "a decision", ...decision(codes.fresh) },
  { name: "a review that is open", ...decision(codes.asked, "?lang=en") },
  { name: "a review that was decided", ...decision(codes.overturned) },
  { name: "a decision whose time is over", ...decision(codes.late) },
  { name: "a code of nobody's", ...decision(codes.nobodys), status: 404 },
  { name: "a wrong filter", ...board("?tipo=nonesuch"), status: 400 },
  { name: "a search that is too long", ...board(`?cerca=${"a".repeat(500)}`), status: 400 },
  { name: "a page past the end", ...board("?pagina=99"), status: 404 },
  {
    name: "no such item",
    route: "/:authority/notizie/:item",
    address: "/valdilago/notizie/x-99999",
    status: 404,
  },
  { name: "an item that was taken away", ...item("gone"), status: 410 },
  { name: "no such page", route: "/:authority/*", address: "/valdilago/nonesuch/page", status: 404 },
  { name: "no such authority", route: "*", address: "/nonesuch", status: 404 },
  { name: "a fault of ours", route: "/:authority", address: "/valdilago", status: 500, isBroken: true },
  { name: "the form about access", ...page("/segnala") },
  {
    ...{ name: "the same, sent empty", ...page("/segnala"), status: 422 },
    act: (on) => writeFeedback(on, "  "),
  },
  {
    ...{ name: "the same, sent", ...page("/segnala"), status: 201 },
    act: async (on, { setNow }) => {
      setNow(writtenAt);
      await writeFeedback(on, "Con lo zoom il menu copre il testo.");
    },
  },
  { name: "the form for a review", ...page("/riesame") },
  {
    ...{ name: "the same, with a mistyped code", ...page("/riesame"), status: 422 },
    act: (on) => askReview(on, "abc", "Era uno sfogo."),
  },
  {
    ...{ name: "the same, sent", ...page("/riesame"), status: 201 },
    act: (on) => askReview(on, codes.nobodys, "Era uno sfogo."),
  },
  {
    ...{ name: "the same, sent too often", ...page("/riesame"), status: 429 },
    act: async (on, stage) => {
      await writeTooOften(stage, "riesame", { code: codes.nobodys, text: "Ancora." });
      await askReview(on, codes.nobodys, "Ancora.");
    },
  },
];
