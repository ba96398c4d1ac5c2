import { registerCsv } from "../../moderating/registering/register-entry.ts";
import { figuresOf, findRegister } from "../../moderating/registering/register-store.ts";
import type { WebParts } from "../web-parts.ts";
import { pageAddress, pageNames } from "./addresses.ts";
import { figuresDays, figuresPage } from "./figures-page.ts";
import type { SiteAnswer } from "./open-site.ts";
import { registerPage } from "./register-page.ts";
import { type RegisterQuestion, readRegisterQuestion, registerParameters } from "./register-question.ts";
import { send } from "./send.ts";
import type { Site } from "./site.ts";
import { SiteFault } from "./site-fault.ts";

const pageLines = 50;
const dayMs = 86_400_000;

export function answerRegister({ database }: WebParts): SiteAnswer {
  return async (site, request, reply) => {
    const question = questionOf(site, request.query);
    const page = { number: question.page, size: pageLines };
    const found = await findRegister(database.db, site.authority.id, question, page);
    const pages = Math.max(1, Math.ceil(found.total / pageLines));
    if (question.page > pages) throw notThere(site, { ...question, page: pages });
    return await send(request, reply, registerPage(site, { question, pages, ...found }));
  };
}

/** The same lines for programs, all of them on one page. */
export function answerRegisterCsv({ database }: WebParts): SiteAnswer {
  return async (site, request, reply) => {
    const question = questionOf(site, request.query);
    const whole = { number: 1, size: Number.MAX_SAFE_INTEGER };
    const { entries } = await findRegister(database.db, site.authority.id, question, whole);
    reply.header("content-disposition", `inline; filename="registro-${site.authority.id}.csv"`);
    return await send(request, reply, registerCsv(entries), { type: "text/csv; charset=utf-8" });
  };
}

export function answerFigures({ database }: WebParts): SiteAnswer {
  return async (site, request, reply) => {
    const until = site.reading.now;
    const from = new Date(until.getTime() - figuresDays * dayMs);
    const figures = await figuresOf(database.db, site.authority.id, { from, until });
    return await send(request, reply, figuresPage(site, figures));
  };
}

/** @throws SiteFault for a question the register does not know */
function questionOf(site: Site, query: unknown): RegisterQuestion {
  const question = readRegisterQuestion(query);
  if (!question) throw notThere(site, {});
  return question;
}

function notThere(site: Site, instead: Partial<RegisterQuestion>): SiteFault {
  const label = site.words.moderation.register.title;
  const address = pageAddress(site.place, pageNames.register, registerParameters(instead));
  return new SiteFault(site, "no-such-page", { label, address });
}
