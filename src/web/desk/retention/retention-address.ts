import { findAuthority } from "../../../authority/authority-store.ts";
import { foreseeRetention } from "../../../conversing/retaining/foresee-retention.ts";
import { findRetentionRuns } from "../../../conversing/retaining/retention-run-store.ts";
import { Problem } from "../../problem.ts";
import { languageOf } from "../../sign-in/signed-in.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { chooseAuthority } from "../choose-authority.ts";
import { personsViewOf } from "../persons/persons-view.ts";
import { retentionCsv } from "./retention-csv.ts";
import { retentionPage } from "./retention-page.ts";

const nightsShown = 30;
/** Ten years: more than anybody is asked about. */
const nightsInFile = 3_660;

/** How long what people wrote is kept. ?authority= chooses among one's own. */
export function showRetention(parts: WebParts): Handler {
  return async (request, reply) => {
    const view = personsViewOf(request, parts);
    const { db } = parts.database;
    const { authorities, authority } = await chooseAuthority(parts, request, "see-reports");
    const foreseen = await foreseeRetention(db, authority, view.now);
    const runs = await findRetentionRuns(db, authority.id, nightsShown);
    return await sendPage(reply, retentionPage(view, { authorities, authority, foreseen, runs }));
  };
}

/** The same nights for a spreadsheet. */
export function downloadRetention(parts: WebParts): Handler {
  return async (request, reply) => {
    const { authority: id } = request.params as { authority: string };
    const { db } = parts.database;
    const authority = await findAuthority(db, id);
    if (!authority) throw new Problem(404, "no-such-page");
    const runs = await findRetentionRuns(db, id, nightsInFile);
    return reply
      .headers({
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="conservazione-${id}.csv"`,
        "cache-control": "private, no-store",
      })
      .send(retentionCsv(runs, languageOf(request)));
  };
}
