const sentences = "sentences for people, one for each reason";

/** Files above 200 lines that were looked at twice, each with the reason why it stays whole. */
export const longFiles: Record<string, string> = {
  "bench/stage/stage.ts":
    "the stage that all benches share: setting up, counting and waiting read each other's rows",
  "src/authority/authority-file.ts":
    "one walk through one file; its schema and its positions are files of their own",
  "bench/polls.ts": "one figure from setting up to its last line",
  "setup.mjs": "runs before anything is installed, so it is one file of plain JavaScript",
  "src/authority/apply-authority-store.ts":
    "reads and writes an authority's rows both ways, side by side to be compared",
  "src/channels/facebook-page/words/en.ts": sentences,
  "src/channels/facebook-page/words/it.ts": sentences,
  "src/web/words/en-today.ts": sentences,
  "src/web/words/it-today.ts": sentences,
  "src/web/desk/inbox/words/en.ts": sentences,
  "src/web/desk/inbox/words/it.ts": sentences,
  "src/database/migrations/0001-the-main-job.ts": "all tables of the first release, frozen once landed",
  "src/database/migrations/0004-conversations.ts":
    "all tables of conversations, whose checks explain each other",
  "src/config.ts": "every setting of the installation, one below another",
  "src/channels/channel.ts": "the port toward the networks, which a new one reads as one",
  "src/channels/conversing.ts": "the port for hearing and answering, which a new network reads as one",
  "src/moderating/lexicons/fields-of-despair.ts":
    "one list: the fields that meet, to be read beside each other",
  "src/conversing/suggesting/asked-words.ts": "one list: what people ask, fact by fact, to be read as one",
  "src/database/schema.ts": "all tables as types, in the order of the migrations",
  "test/tidy/who-may-import.ts": "the one table of who may import whom",
  "src/publishing/publication-store.ts":
    "every statement that changes a publication, side by side to be compared",
  "src/conversing/replying/reply-store.ts":
    "every statement that changes a reply, side by side to be compared",
  "src/publishing/publication.ts": "the whole life of a publication: its states are only understood together",
  "src/platform/read-html.ts": "one pass over markup; its cases share the state of the pass",
  "src/sources/feed/read-xml.ts": "one pass over markup; its cases share the state of the pass",
  "test/pages/today-cast.ts": "one row in every state there is, with its words",
  "test/conformance/channel-suite.ts":
    "the one suite of all channels: a table of promises and what shows them",
};

const closure = "opens one thing: the small functions in it share its state";

/** Functions above 50 lines, "path name", each with the reason. */
export const longFunctions: Record<string, string> = {
  "bench/polls/look-driver.ts openLookDriver": closure,
  "sandbox/portal/broken-answer.ts answerBroken": "one short case for each fault",
  "sandbox/portal/noticeboard.ts openNoticeboard": closure,
  "src/conversing/inbox/ledger.ts openLedger": closure,
  "src/database/embedded/watch-server.ts watchServer": closure,
  "src/database/listen.ts listen": closure,
  "src/web/live/live-address.ts openStream": closure,
  "src/web/live/open-hub.ts openHub": closure,
  "src/jobs/runners.ts openRunner": closure,
};
