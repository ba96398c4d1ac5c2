import * as theMainJob from "./0001-the-main-job.ts";
import * as theWholePage from "./0002-the-whole-page.ts";
import * as staff from "./0003-staff.ts";
import * as conversations from "./0004-conversations.ts";
import * as theNoticeboard from "./0005-noticeboard.ts";
import * as alertsTriageAudit from "./0006-alerts-triage-audit.ts";
import * as draftsAndPresence from "./0007-drafts-and-presence.ts";
import * as recognised from "./0008-recognised.ts";
import * as attachments from "./0009-attachments.ts";
import * as decisions from "./0010-decisions.ts";
import * as publicSite from "./0011-public-site.ts";
import * as live from "./0012-live.ts";
import * as extracts from "./0013-extracts.ts";
import * as inboxOrder from "./0014-inbox-order.ts";
import * as mail from "./0015-mail.ts";
import * as retention from "./0016-retention.ts";
import * as readingAndHub from "./0017-reading-and-hub.ts";
import * as verdictsOfPeople from "./0018-verdicts-of-people.ts";
import * as moderationQueue from "./0019-moderation-queue.ts";
import * as raids from "./0020-raids.ts";
import { fromFile, type Migration } from "./migration.ts";

/**
 * All migrations in the order they are applied. A new one goes at the end; at a release the hashes of the new ones are
 * added to frozen.json (`node src/database/migrations/freeze.ts`), and from then on their files are not edited.
 */
export const migrations: readonly Migration[] = [
  fromFile("0001-the-main-job", theMainJob.up),
  fromFile("0002-the-whole-page", theWholePage.up),
  fromFile("0003-staff", staff.up),
  fromFile("0004-conversations", conversations.up),
  fromFile("0005-noticeboard", theNoticeboard.up),
  fromFile("0006-alerts-triage-audit", alertsTriageAudit.up),
  fromFile("0007-drafts-and-presence", draftsAndPresence.up),
  fromFile("0008-recognised", recognised.up),
  fromFile("0009-attachments", attachments.up),
  fromFile("0010-decisions", decisions.up),
  fromFile("0011-public-site", publicSite.up),
  fromFile("0012-live", live.up),
  fromFile("0013-extracts", extracts.up),
  fromFile("0014-inbox-order", inboxOrder.up),
  fromFile("0015-mail", mail.up),
  fromFile("0016-retention", retention.up),
  fromFile("0017-reading-and-hub", readingAndHub.up),
  fromFile("0018-verdicts-of-people", verdictsOfPeople.up),
  fromFile("0019-moderation-queue", moderationQueue.up),
  fromFile("0020-raids", raids.up),
];
