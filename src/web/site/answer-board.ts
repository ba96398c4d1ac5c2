import type { FastifyRequest } from "fastify";
import { type Question, readQuestion } from "../../noticeboard/question.ts";
import { boardAddress } from "./addresses.ts";
import { boardPage } from "./board-page.ts";
import type { SiteAnswer } from "./open-site.ts";
import type { BoardReader } from "./read-board.ts";
import { send } from "./send.ts";
import type { Site } from "./site.ts";
import { SiteFault } from "./site-fault.ts";

export function answerBoard(boards: BoardReader): SiteAnswer {
  return async (site, request, reply) => {
    const question = questionOf(site, request);
    const board = await boards.read(site.reading, question);
    if (question.page > board.pages) {
      const last = boardAddress(site.place, { ...question, page: board.pages });
      throw new SiteFault(site, "past-the-end", { label: site.words.toLastPage, address: last });
    }
    return await send(request, reply, boardPage(site, board));
  };
}

/** @throws SiteFault for a question the board does not know */
export function questionOf(site: Site, request: FastifyRequest): Question {
  const reading = readQuestion(request.query as Record<string, unknown>);
  if (reading.kind === "fault") throw new SiteFault(site, reading.fault);
  return reading.question;
}
