import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Authority, findAuthority } from "../../../authority/authority-store.ts";
import { zipPieces } from "../../../conversing/extracting/zip.ts";
import { eraseOnRequest } from "../../../conversing/personal-data/erase-on-request.ts";
import { erasureGrounds, referenceCharactersMax } from "../../../conversing/personal-data/erasure.ts";
import { findPersons } from "../../../conversing/personal-data/find-persons.ts";
import { foreseeErasure } from "../../../conversing/personal-data/foresee-erasure.ts";
import { gatherPerson } from "../../../conversing/personal-data/gather-person.ts";
import { type PersonKey, personIdCharactersMax, personOf } from "../../../conversing/personal-data/person.ts";
import { type HeldPerson, readPerson } from "../../../conversing/personal-data/read-person.ts";
import { textsOf } from "../../form-fields.ts";
import { Problem } from "../../problem.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { deskUrlOf } from "../desk-url.ts";
import { idIn, textIn } from "../filter-fields.ts";
import { findAllowed } from "../find-allowed.ts";
import { erasedPage, erasePage } from "./erase-page.ts";
import { personFile } from "./person-file.ts";
import { personPage } from "./person-page.ts";
import { personsViewOf } from "./persons-view.ts";
import { searchPage } from "./search-page.ts";
import { personsWordsOf } from "./words/index.ts";

/** Where one looks for a person. */
export function showPersons(parts: WebParts): Handler {
  return async (request, reply) => {
    const view = personsViewOf(request, parts);
    const searched = { text: "", authority: undefined, found: undefined };
    const authorities = await findAllowed(parts, view.who.staff, "find-persons");
    return await sendPage(reply, searchPage(view, authorities, searched));
  };
}

/** By a form and not by address: names of people stand in no server's log and in no browser's memory. */
export function searchForPersons(parts: WebParts): Handler {
  return async (request, reply) => {
    const view = personsViewOf(request, parts);
    const fields = textsOf(request);
    const text = textIn(fields.q) ?? "";
    const authority = idIn(fields.authority);
    const authorities = await findAllowed(parts, view.who.staff, "find-persons");
    const chosen = authorities.filter(({ id }) => authority === undefined || id === authority);
    const tools = { db: parts.database.db, vault: parts.vault };
    const ids = chosen.map(({ id }) => id);
    const found = text === "" ? undefined : await findPersons(tools, ids, text);
    return await sendPage(reply, searchPage(view, authorities, { text, authority, found }));
  };
}

export function showPersonHeld(parts: WebParts): Handler {
  return async (request, reply) => {
    const { authority, held } = await heldPerson(parts, request);
    return await sendPage(reply, personPage(personsViewOf(request, parts), authority, held));
  };
}

/** All that is held, as a ZIP file. */
export function exportPerson(parts: WebParts): Handler {
  return async (request, reply) => {
    const view = personsViewOf(request, parts);
    const { authority, held } = await heldPerson(parts, request);
    const tools = { ...parts, db: parts.database.db };
    const gathered = await gatherPerson(tools, held, view.who.staff.id);
    const entries = await personFile(view, authority, gathered);
    const day = gathered.document.madeAt.slice(0, 10).replaceAll("-", "");
    return reply
      .headers({
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="dati-personali-${day}.zip"`,
        "cache-control": "private, no-store",
      })
      .send(Readable.from(zipPieces(entries, view.now)));
  };
}

export function showErasure(parts: WebParts): Handler {
  return async (request, reply) => await sendErasure(parts, request, reply, []);
}

export function takeErasure(parts: WebParts): Handler {
  return async (request, reply) => {
    const view = personsViewOf(request, parts);
    const { faults } = personsWordsOf(view.language);
    const { ground: typed, reference: said = "", confirmed, seen = "" } = textsOf(request);
    const { authority, held } = await heldPerson(parts, request);
    const ground = erasureGrounds.find((one) => one === typed);
    const reference = said.trim();
    const troubles = [
      ...(ground ? [] : [faults.ground]),
      ...(confirmed === "yes" ? [] : [faults.confirm]),
      ...(reference.length > referenceCharactersMax ? [faults.reference] : []),
    ];
    if (!ground || troubles.length > 0) return await sendErasure(parts, request, reply, troubles);
    const order = { ground, reference: reference || null, by: view.who.staff.id, seen };
    const end = await eraseOnRequest({ ...parts, db: parts.database.db }, held, order);
    switch (end.kind) {
      case "erased": {
        const address = `${deskUrlOf(parts, request)}/hooks/deletions/${end.code}`;
        const { rows, kept } = end;
        return await sendPage(reply, erasedPage(view, { authority, rows, kept, address }));
      }
      case "changed":
        return await sendErasure(parts, request, reply, [faults.changed]);
      case "nothing":
        return await sendErasure(parts, request, reply, []);
    }
  };
}

async function sendErasure(
  parts: WebParts,
  request: FastifyRequest,
  reply: FastifyReply,
  troubles: readonly string[],
): Promise<FastifyReply> {
  const view = personsViewOf(request, parts);
  const { authority, held } = await heldPerson(parts, request);
  const { ground = "", reference = "" } = textsOf(request);
  const erasure = await foreseeErasure(parts.database.db, personOf(parts.vault, held), view.now);
  const isPending = held.requests.some(({ outcome }) => outcome === null);
  const shown = { authority, person: held, name: held.names[0], erasure, isPending, troubles };
  const page = erasePage(view, { ...shown, typed: { ground, reference } });
  return await sendPage(reply, page, troubles.length > 0 ? 422 : 200);
}

async function heldPerson(
  parts: WebParts,
  request: FastifyRequest,
): Promise<{ authority: Authority; held: HeldPerson }> {
  const { authority: authorityId, channel, person } = request.params as Record<string, string>;
  const { db } = parts.database;
  const authority = await findAuthority(db, authorityId ?? "");
  const isId = person !== undefined && person.length <= personIdCharactersMax && !person.includes("\u0000");
  if (!authority || channel === undefined || !isId) throw new Problem(404, "no-such-page");
  const key: PersonKey = { authorityId: authority.id, channel, personId: person };
  const held = await readPerson({ db, vault: parts.vault }, key);
  if (!held) throw new Problem(404, "no-such-page");
  return { authority, held };
}
