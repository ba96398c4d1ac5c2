import type { FastifyRequest } from "fastify";
import { parametersOf, type Question, readQuestion } from "../../noticeboard/question.ts";
import { boardAddress } from "./addresses.ts";
import { boardPage } from "./board-page.ts";
import type { BoardReader } from "./read-board.ts";
import type { Asking, SitePage } from "./remembered-answers.ts";
import type { Site } from "./site.ts";
import { SiteFault } from "./site-fault.ts";

export function answerBoard(boards: BoardReader): SitePage {
  return async (site, request) => {
    const question = questionOf(site, request);
    const board = await boards.read(site.reading, question);
    if (question.page > board.pages) {
      const last = boardAddress(site.place, { ...question, page: board.pages });
      throw new SiteFault(site, "past-the-end", { label: site.words.toLastPage, address: last });
    }
    return { content: boardPage(site, board) };
  };
}

/** What the board and its files depend on: the parts of a question, however it was written, and no other parameter. */
export const byQuestion: Asking = (site, request) => parametersOf(questionOf(site, request));

/** @throws SiteFault for a question the board does not know */
export function questionOf(site: Site, request: FastifyRequest): Question {
  const reading = readQuestion(request.query as Record<string, unknown>);
  if (reading.kind === "fault") throw new SiteFault(site, reading.fault);
  return reading.question;
}
