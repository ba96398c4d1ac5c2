import type { FastifyInstance } from "fastify";
import type { WebParts } from "../web-parts.ts";
import { pageNames } from "./addresses.ts";
import { answerBoard } from "./answer-board.ts";
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
import { answerItem } from "./answer-item.ts";
import { answerLogo, answerLook, answerQr } from "./answer-look.ts";
import { showDecision, showReviewForm, takeReview } from "./answer-review.ts";
import { answerRules } from "./answer-rules.ts";
import { dataPage } from "./data-page.ts";
import { faultPage } from "./fault-page.ts";
import { followings } from "./follow-address.ts";
import type { HostNames } from "./host-names.ts";
import { accessibilityPage, notesPage, privacyPage } from "./legal-pages.ts";
import { ofSite, type SiteAnswer } from "./open-site.ts";
import { openBoardReader } from "./read-board.ts";
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
    addGeneral(site, parts, hosts);
    addPages(site, parts, hosts);
    addFiles(site, parts, hosts);
  });
}

function addGeneral(site: FastifyInstance, parts: WebParts, hosts: HostNames): void {
  site.get("/", answerDirectory(parts, hosts));
  site.get("/robots.txt", answerRobots(parts));
  site.get("/sitemap.xml", answerSiteMaps(parts));
  site.get("/.well-known/security.txt", answerSecurityText(parts));
}

function addPages(site: FastifyInstance, parts: WebParts, hosts: HostNames): void {
  const page = (path: string, answer: SiteAnswer) =>
    site.get(`/:authority${path}`, ofSite(parts, hosts, answer));
  const follow = followings.bind(undefined, parts);
  const boards = openBoardReader(parts.database.db);
  page("", answerChannel(parts, boards));
  page("/notizie", answerBoard(boards));
  page("/notizie/:item", answerItem(parts));
  page("/dati", (own, request, reply) => send(request, reply, dataPage(own)));
  page(`/${pageNames.schema}`, (own, request, reply) => send(request, reply, schemaPage(own)));
  page("/locandina", answerPoster(parts));
  page(`/${pageNames.weekly}`, answerWeekly(parts));
  page("/riquadro", answerEmbed(parts));
  page(`/${pageNames.rules}`, answerRules(parts));
  page(`/${pageNames.feedback}`, showFeedback());
  site.post(`/:authority/${pageNames.feedback}`, ofSite(parts, hosts, takeFeedback(parts)));
  page(`/${pageNames.review}`, showReviewForm());
  site.post(`/:authority/${pageNames.review}`, ofSite(parts, hosts, takeReview(parts)));
  page(`/${pageNames.review}/:code`, showDecision(parts));
  site.post("/:authority/hub", ofSite(parts, hosts, takeHubRequest(parts)));
  page(`/${pageNames.register}`, answerRegister(parts));
  page(`/${pageNames.figures}`, answerFigures(parts));
  page("/privacy", (own, request, reply) => send(request, reply, privacyPage(own, follow(own.accounts))));
  page("/note-legali", (own, request, reply) => send(request, reply, notesPage(own)));
  page("/accessibilita", (own, request, reply) => send(request, reply, accessibilityPage(own)));
  page("/*", async (own) => {
    throw new SiteFault(own, "no-such-page");
  });
}

function addFiles(site: FastifyInstance, parts: WebParts, hosts: HostNames): void {
  const file = (path: string, answer: SiteAnswer) =>
    site.get(`/:authority/${path}`, ofSite(parts, hosts, answer));
  const cards = answerCards(parts);
  file("look.css", answerLook());
  file("logo", answerLogo(parts));
  file("qr.svg", answerQr("svg"));
  file("qr.png", answerQr("png"));
  file("card.png", cards.ofAuthority);
  file("notizie/:item/card.png", cards.ofItem);
  file("notizie/rss.xml", answerFeed(parts, "rss.xml"));
  file("notizie/atom.xml", answerFeed(parts, "atom.xml"));
  file("notizie/feed.json", answerFeed(parts, "feed.json"));
  file("scadenze.ics", answerCalendar(parts));
  file("dati/notizie.csv", answerCsv(parts));
  file("dati/notizie.json", answerData(parts));
  file(`${pageNames.register}.csv`, answerRegisterCsv(parts));
  file("dati/catalogo.jsonld", answerCatalogue(parts));
  file("openapi.json", answerSiteOpenApi());
  file("changes", answerChanges(parts));
  file("sitemap.xml", answerSiteMap(parts));
  file("robots.txt", answerOwnRobots());
}
