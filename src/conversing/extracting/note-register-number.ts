import { recordAct } from "../../auditing/record-act.ts";
import { findAuthority } from "../../authority/authority-store.ts";
import { dateIn } from "../../authority/calendar/zoned-time.ts";
import type { ConverseTools } from "../converse-tools.ts";
import { type RegisterEntry, type RegisterFault, registerFault } from "./extract.ts";
import { type ExtractKey, saveRegisterEntry } from "./extract-store.ts";

export type NotedNumber =
  | { kind: "noted"; entry: RegisterEntry }
  | { kind: "refused"; why: RegisterFault }
  | { kind: "gone" };

/**
 * Notes the number and the day under which the official register entered an extract. Typed anew it replaces what was
 * there; the trail keeps both. `by` is a member's id.
 */
export async function noteRegisterNumber(
  { db, clock }: Pick<ConverseTools, "db" | "clock">,
  key: ExtractKey,
  typed: RegisterEntry,
  { by }: { by: string },
): Promise<NotedNumber> {
  const entry = { number: typed.number.trim(), date: typed.date.trim() };
  return await db.transaction().execute(async (trx) => {
    const authority = await findAuthority(trx, key.authorityId);
    if (!authority) return { kind: "gone" };
    const at = clock.now();
    const why = registerFault(entry, dateIn(at, authority.settings.timeZone));
    if (why !== undefined) return { kind: "refused", why };
    if (!(await saveRegisterEntry(trx, key, { ...entry, by, at }))) return { kind: "gone" };
    const { authorityId, conversationId, extractId: subject } = key;
    await recordAct(trx, {
      ...{ authorityId, at, by, act: "extract-registered", subject },
      detail: { conversationId, ...entry },
    });
    return { kind: "noted", entry };
  });
}
