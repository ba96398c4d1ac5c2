import type { FastifyInstance } from "fastify";
import type { DeskGuard } from "../../desk-guard.ts";
import type { WebParts } from "../../web-parts.ts";
import { downloadFigures, downloadStatements, leadToFigures, showFigures } from "./figures-address.ts";

/** Figures of decisions and answers, and the statements of reasons behind them. */
export function addFiguresRoutes(app: FastifyInstance, parts: WebParts, guard: DeskGuard): void {
  const ofPage = guard.page("see-reports");
  const figures = "/desk/figures/:authority";
  app.get("/desk/figures", ofPage, leadToFigures(parts));
  app.get(figures, ofPage, showFigures(parts));
  app.get(`${figures}/figures.csv`, ofPage, downloadFigures(parts));
  app.get(`${figures}/statements.jsonl`, ofPage, downloadStatements(parts, "jsonl"));
  app.get(`${figures}/statements.csv`, ofPage, downloadStatements(parts, "csv"));
}
