import type { FastifyInstance } from "fastify";
import type { WebParts } from "../web-parts.ts";
import { pageNames } from "./addresses.ts";
import { answerBoard, byQuestion } from "./answer-board.ts";
import { answerCards } from "./answer-cards.ts";
import { answerChannel, answerEmbed, answerPoster, answerWeekly } from "./answer-channel.ts";
import {
  answerCatalogue,
  answerChanges,
  answerCsv,
  answerData,
  answerSiteMap,
  answerSiteOpenApi,
} from "./answer-data.ts";
import { answerFigures, answerRegister, answerRegisterCsv } from "./answer-decisions.ts";
import {
  answerDirectory,
  answerOwnRobots,
  answerRobots,
  answerSecurityText,
  answerSiteMaps,
} from "./answer-directory.ts";
import { showFeedback, takeFeedback } from "./answer-feedback.ts";
import { answerCalendar, answerFeed } from "./answer-feeds.ts";
import { takeHubRequest } from "./answer-hub.ts";
import { answerItem, byItem } from "./answer-item.ts";
import { answerLogo, answerLook, answerQr } from "./answer-look.ts";
import { showDecision, showReviewForm, takeReview } from "./answer-review.ts";
import { answerRules } from "./answer-rules.ts";
import { dataPage } from "./data-page.ts";
import { faultPage } from "./fault-page.ts";
import { feedNames } from "./feed-names.ts";
import { followings } from "./follow-address.ts";
import type { HostNames } from "./host-names.ts";
import { accessibilityPage, notesPage, privacyPage } from "./legal-pages.ts";
import { ofSite, type SiteAnswer, type SiteTools } from "./open-site.ts";
import { openBoardReader } from "./read-board.ts";
import { openSiteMemory, type SiteMemory } from "./remembered-answers.ts";
import { schemaPage } from "./schema-page.ts";
import { send } from "./send.ts";
import { SiteFault } from "./site-fault.ts";

/** The public pages: complete without scripts, without cookies and without anybody else's help. */
export function addSite(app: FastifyInstance, parts: WebParts, hosts: HostNames): void {
  app.register(async (site) => {
    site.setErrorHandler((error, request, reply) => {
      // Everything else is answered as anywhere; see ../errors.ts.
      if (!(error instanceof SiteFault)) throw error;
      const { status } = error;
      if (status === 503) reply.header("retry-after", "5");
      return send(request, reply, faultPage(error), { status });
    });
    const memory = openSiteMemory(parts);
    const tools = { parts, hosts, facts: memory.facts };
    addGeneral(site, parts, hosts);
    addPages(site, tools, memory);
    addFiles(site, tools, memory);
  });
}

function addGeneral(site: FastifyInstance, parts: WebParts, hosts: HostNames): void {
  site.get("/", answerDirectory(parts, hosts));
  site.get("/robots.txt", answerRobots(parts));
  site.get("/sitemap.xml", answerSiteMaps(parts));
  site.get("/.well-known/security.txt", answerSecurityText(parts));
}

function addPages(site: FastifyInstance, tools: SiteTools, memory: SiteMemory): void {
  const { parts } = tools;
  const page = (path: string, answer: SiteAnswer) => site.get(`/:authority${path}`, ofSite(tools, answer));
  const form = (path: string, answer: SiteAnswer) => site.post(`/:authority/${path}`, ofSite(tools, answer));
  const { remembered } = memory;
  const follow = followings.bind(undefined, parts);
  const boards = openBoardReader(parts.database.db, memory.boardVersion);
  page("", remembered(alike, answerChannel(parts, boards)));
  page("/notizie", remembered(byQuestion, answerBoard(boards)));
  page("/notizie/:item", remembered(byItem, answerItem(parts)));
  page("/dati", (own, request, reply) => send(request, reply, dataPage(own)));
  page(`/${pageNames.schema}`, (own, request, reply) => send(request, reply, schemaPage(own)));
  page("/locandina", answerPoster(parts));
  page(`/${pageNames.weekly}`, remembered(alike, answerWeekly(parts)));
  page("/riquadro", remembered(alike, answerEmbed(parts)));
  page(`/${pageNames.rules}`, remembered(alike, answerRules(parts)));
  page(`/${pageNames.feedback}`, showFeedback());
  form(pageNames.feedback, takeFeedback(parts));
  page(`/${pageNames.review}`, showReviewForm());
  form(pageNames.review, takeReview(parts));
  page(`/${pageNames.review}/:code`, showDecision(parts));
  form("hub", takeHubRequest(parts));
  page(`/${pageNames.register}`, answerRegister(parts));
  page(`/${pageNames.figures}`, answerFigures(parts));
  page("/privacy", (own, request, reply) => send(request, reply, privacyPage(own, follow(own.accounts))));
  page("/note-legali", (own, request, reply) => send(request, reply, notesPage(own)));
  page("/accessibilita", (own, request, reply) => send(request, reply, accessibilityPage(own)));
  page("/*", async (own) => {
    throw new SiteFault(own, "no-such-page");
  });
}

function addFiles(site: FastifyInstance, tools: SiteTools, memory: SiteMemory): void {
  const { parts } = tools;
  const { remembered, rememberedExactly } = memory;
  const file = (path: string, answer: SiteAnswer) => site.get(`/:authority/${path}`, ofSite(tools, answer));
  const cards = answerCards(parts);
  file("look.css", answerLook());
  file("logo", answerLogo(parts));
  file("qr.svg", answerQr("svg"));
  file("qr.png", answerQr("png"));
  file("card.png", cards.ofAuthority);
  file("notizie/:item/card.png", cards.ofItem);
  for (const { file: name } of feedNames) {
    // A hub reads a feed when it was told that there is something new in it.
    file(`notizie/${name}`, rememberedExactly(byQuestion, answerFeed(parts, name)));
  }
  file("scadenze.ics", remembered(byQuestion, answerCalendar(parts)));
  file("dati/notizie.csv", rememberedExactly(alike, answerCsv(parts)));
  file("dati/notizie.json", rememberedExactly(alike, answerData(parts)));
  file(`${pageNames.register}.csv`, answerRegisterCsv(parts));
  file("dati/catalogo.jsonld", remembered(alike, answerCatalogue(parts)));
  file("openapi.json", answerSiteOpenApi());
  file("changes", answerChanges(parts));
  file("sitemap.xml", remembered(alike, answerSiteMap(parts)));
  file("robots.txt", answerOwnRobots());
}

/** Whatever stands in the query, the page is one. */
const alike = () => [];
