import type { Database } from "../../src/database/database.ts";
import { addAccount, addAuthority, addItem, addPublication, addSource } from "../../src/web/test-rows.ts";
import { type PublicBody, pietrachiara, valdilago } from "../people.ts";

/** The morning on which the page is read. */
export const now = new Date("2026-11-20T09:32:20.000Z");

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const ago = (ms: number) => new Date(now.getTime() - ms);
const ahead = (ms: number) => new Date(now.getTime() + ms);

type Columns = Parameters<typeof addPublication>[3];

/** An item of Valdilago's portal with its one publication and the steps taken for it. */
async function tell(
  database: Database,
  news: { title: string; kind?: Parameters<typeof addItem>[2]["kind"]; reference?: string; seenAt: Date },
  columns: Columns,
  steps: Step[] = [],
): Promise<string> {
  const item = await addItem(database, valdilago.id, news);
  const publication = await addPublication(database, valdilago.id, item, columns);
  for (const step of steps) {
    await database.db
      .insertInto("attempt")
      .values({
        authority_id: valdilago.id,
        publication_id: publication.id,
        kind: step.kind ?? "publish",
        started_at: step.at,
        finished_at: step.outcome ? step.at : null,
        outcome: step.outcome,
        reason: step.reason ?? null,
        detail: step.detail ?? null,
      })
      .execute();
  }
  return publication.id;
}

interface Step {
  kind?: "publish" | "find" | "edit" | "remove";
  at: Date;
  outcome: string | null;
  reason?: string;
  detail?: string;
}

const tried = (at: Date) => ({
  attempts: 1,
  attempt_id: crypto.randomUUID(),
  first_tried_at: at,
  post: JSON.stringify({ text: "", link: "" }),
});

/** Columns of a post that stands on the Page since then. */
const onThePage = (at: Date) => ({
  ...tried(at),
  state: "published" as const,
  external_id: `1_${at.getTime()}`,
  url: `https://www.facebook.com/100/posts/${at.getTime()}`,
  settled_at: at,
});

const lost = { outcome: "unknown", reason: "answer-lost", detail: "no answer in 20 s" };

/** A province in trouble: one publication in every state, an account at rest, a source that gives nothing. */
export async function fillBusy(database: Database): Promise<{ refused: string }> {
  await addBody(database, valdilago);
  await addAccount(database, valdilago.id, {
    id: "pagina",
    name: "Lavoro Valdilago",
    last_published_at: ago(40 * second),
  });
  await addAccount(database, valdilago.id, {
    id: "orientamento",
    name: "Orientagiovani Valdilago",
    state: "disconnected",
    reason: "password-changed",
    detail: "(#190) subcode 460, trace A1b2C3d4490",
    since: ago(3 * hour),
    rest_until: ahead(3 * minute),
  });
  await addSource(database, valdilago.id, {
    name: "Portale lavoro",
    url: "https://lavoro.valdilago.example/feed/offerte.rss",
    every_seconds: 60,
    last_look_at: ago(12 * second),
    last_new_at: ago(70 * second),
  });
  await addSource(database, valdilago.id, {
    id: "corsi",
    name: "Corsi di formazione",
    url: "https://www.formazione-valdilago.example/corsi/elenco?formato=atom&ordine=data",
    last_look_at: ago(4 * minute),
    next_look_at: ahead(6 * minute),
    faults: 5,
    fault: "html-instead",
    fault_detail: "HTTP 200, text/html, title: Sito in manutenzione",
    fault_since: ago(50 * minute),
  });
  // The oldest first: the order in which the portal published them.
  await publishedYesterday(database);
  const refused = await refusedEarlier(database);
  await publishedAtOnce(database);
  await heldTogether(database);
  await stillOpen(database);
  await foundAfterLosingTheAnswer(database);
  await aboutToLeave(database);
  return { refused };
}

async function addBody(database: Database, { id, name, settings }: PublicBody): Promise<void> {
  await addAuthority(database, id, name, settings);
}

async function heldTogether(database: Database): Promise<void> {
  for (const [index, title] of ["Corso di saldatura", "Corso di contabilità", "Corso HACCP"].entries()) {
    await tell(
      database,
      {
        title: `${title}: iscrizioni aperte fino al 15 dicembre`,
        kind: "course",
        seenAt: ago(20 * minute + index),
      },
      { state: "held", reason: "flood" },
    );
  }
}

/** Offers in every format there is, on the way to the Page, on it, and off it again. */
export async function inAllFormats(
  database: Database,
): Promise<{ album: string; story: string; reel: string }> {
  const at = ago(40 * minute);
  await tell(
    database,
    { title: "Educatori per il doposcuola di Castelmarmo", reference: "VDL-2026-0431", seenAt: at },
    { state: "preparing", format: "video-story", next_step_at: now },
  );
  await tell(
    database,
    { title: "Saldatore a filo, Zona industriale di Tre Ponti", reference: "VDL-2026-0430", seenAt: at },
    {
      state: "refused",
      format: "reel",
      reason: "clip-impossible",
      detail: "encoder-failed: RuntimeError: memory access out of bounds",
      settled_at: at,
    },
  );
  const album = await tell(
    database,
    { title: "Corso di panificazione: 15 posti gratuiti", kind: "course", seenAt: at },
    { ...onThePage(at), format: "album" },
    [{ at, outcome: "published" }],
  );
  const story = await tell(
    database,
    { title: "Elettricista impiantista", reference: "VDL-2026-0429", seenAt: at },
    { ...onThePage(ago(39 * minute)), format: "photo-story" },
  );
  const reel = await tell(
    database,
    { title: "Infermieri per la casa di riposo di Borgo Sereno", seenAt: at },
    { ...onThePage(ago(38 * minute)), format: "reel" },
  );
  return { album, story, reel };
}

/** Posts that are to become something else: on their way, refused by Facebook, in vain for long, done. */
export async function amended(database: Database): Promise<{ stopped: string }> {
  // Each sent at a moment of its own: the network's id is made of it.
  const at = (index: number) => ago(3 * hour + index * minute);
  const wanted = (index: number, wish: object, more: object) => ({
    ...onThePage(at(index)),
    wanted: JSON.stringify(wish),
    wanted_at: ago(30 * minute),
    ...more,
  });
  await tell(
    database,
    { title: "Commessa/o part-time, centro commerciale I Gelsi", seenAt: at(1) },
    wanted(1, { kind: "remove" }, { wanted_at: ago(second), amend_next_at: now }),
  );
  await tell(
    database,
    { title: "Operai agricoli per la raccolta delle mele", seenAt: at(2) },
    wanted(
      2,
      { kind: "remove" },
      { amend_next_at: ahead(4 * minute), amend_retries: 3, amend_reason: "server-error" },
    ),
  );
  const stopped = await tell(
    database,
    { title: "Segretaria/o di studio medico", reference: "VDL-2026-0402", seenAt: at(3) },
    wanted(
      3,
      { kind: "edit", text: "Segretaria/o di studio medico\n\nProroga: candidature entro il 15 dicembre." },
      { amend_reason: "edit-not-allowed", amend_detail: "(#200) trace Xy9" },
    ),
    [
      { at: at(3), outcome: "published" },
      { kind: "edit", at: ago(30 * minute), outcome: "refused", reason: "edit-not-allowed" },
    ],
  );
  await tell(
    database,
    { title: "Giardiniere a Pietrachiara", seenAt: at(4) },
    { ...onThePage(at(4)), state: "removed", removed_at: ago(20 * minute) },
    [{ kind: "remove", at: ago(20 * minute), outcome: "done" }],
  );
  return { stopped };
}

/** A backup was put in this morning: what waited then may be on the Page. */
export async function heldAfterRestore(database: Database): Promise<void> {
  for (const [index, title] of [
    "Barista a Lagofreddo",
    "Infermieri per la casa di riposo di Borgo Sereno",
  ].entries()) {
    await tell(database, { title, seenAt: ago(10 * minute + index) }, { state: "held", reason: "restored" });
  }
}

/** Facebook has blocked the Page for a day. */
export async function blockedForADay(database: Database): Promise<void> {
  await addAccount(database, valdilago.id, {
    id: "concorsi",
    name: "Concorsi Valdilago",
    state: "resting",
    reason: "blocked-for-abuse",
    detail: "(#368) The action attempted has been deemed abusive, trace A9",
    since: ago(hour),
    rest_until: ahead(23 * hour),
  });
}

async function refusedEarlier(database: Database): Promise<string> {
  return await tell(
    database,
    {
      title: "Autisti patente C e CQC – trasporti internazionali",
      reference: "VDL-2026-0409",
      seenAt: ago(2 * hour),
    },
    {
      ...tried(ago(2 * hour)),
      state: "refused",
      reason: "invalid-parameter",
      detail: "(#100) param link should represent a valid URL, trace AbC490",
      settled_at: ago(2 * hour - second),
    },
    [{ at: ago(2 * hour), outcome: "refused", reason: "invalid-parameter" }],
  );
}

async function stillOpen(database: Database): Promise<void> {
  await tell(
    database,
    { title: "Addetti alle pulizie, part-time mattina", reference: "VDL-2026-0413", seenAt: ago(3 * minute) },
    {
      ...tried(ago(150 * second)),
      state: "due",
      attempts: 2,
      retries: 2,
      reason: "unreachable",
      next_step_at: ahead(20 * second),
    },
    [
      { at: ago(150 * second), outcome: "retry", reason: "unreachable" },
      { at: ago(100 * second), outcome: "retry", reason: "unreachable" },
    ],
  );
  await tell(
    database,
    {
      title: "Cuoco/a di mensa scolastica a Borgo Sereno",
      reference: "VDL-2026-0417",
      seenAt: ago(90 * second),
    },
    {
      ...tried(ago(80 * second)),
      state: "unknown",
      reason: "answer-lost",
      looks: 2,
      uncertain_since: ago(60 * second),
      next_step_at: ahead(20 * second),
    },
    [
      { at: ago(80 * second), ...lost },
      { kind: "find", at: ago(58 * second), outcome: "absent" },
      { kind: "find", at: ago(50 * second), outcome: "absent" },
    ],
  );
}

async function aboutToLeave(database: Database): Promise<void> {
  await tell(
    database,
    {
      title:
        "Avviamento a selezione art. 16: 2 operatori tecnici presso il Comune di Roccavento, graduatoria in giornata",
      kind: "art16",
      seenAt: ago(15 * second),
    },
    { state: "due", next_step_at: now },
  );
}

async function foundAfterLosingTheAnswer(database: Database): Promise<void> {
  const at = ago(40 * second);
  await tell(
    database,
    { title: "Magazziniere a Cascina Nuova", reference: "VDL-2026-0412", seenAt: ago(70 * second) },
    {
      ...tried(ago(64 * second)),
      state: "published",
      external_id: "1_1",
      url: "https://www.facebook.com/100/posts/1",
      settled_at: at,
    },
    [
      { at: ago(64 * second), ...lost },
      { kind: "find", at, outcome: "found" },
    ],
  );
}

async function publishedAtOnce(database: Database): Promise<void> {
  await tell(
    database,
    { title: "Tirocinio in biblioteca comunale", kind: "traineeship", seenAt: ago(50 * minute) },
    {
      ...tried(ago(50 * minute)),
      state: "published",
      external_id: "1_2",
      url: "https://www.facebook.com/100/posts/2",
      settled_at: ago(50 * minute - second),
    },
    [{ at: ago(50 * minute), outcome: "published" }],
  );
}

async function publishedYesterday(database: Database): Promise<void> {
  await tell(
    database,
    { title: "Concorso per 3 istruttori amministrativi", kind: "competition", seenAt: ago(26 * hour) },
    {
      ...tried(ago(26 * hour)),
      state: "published",
      external_id: "1_3",
      url: "https://www.facebook.com/100/posts/3",
      settled_at: ago(26 * hour - second),
    },
    [{ at: ago(26 * hour), outcome: "published" }],
  );
}

/** A second body where all is well. */
export async function fillCalm(database: Database): Promise<void> {
  await addBody(database, pietrachiara);
  await addAccount(database, pietrachiara.id, { name: "Centri per l'impiego Pietrachiara" });
  await addSource(database, pietrachiara.id, { last_look_at: ago(30 * second) });
}
