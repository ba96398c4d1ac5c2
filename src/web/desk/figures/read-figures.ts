import type { Kysely } from "kysely";
import type { Authority } from "../../../authority/authority-store.ts";
import { findOffices } from "../../../authority/office-store.ts";
import type { Schema } from "../../../database/schema.ts";
import { figuresOf } from "../../../moderating/registering/register-store.ts";
import { keptPromise } from "../../site/kept-promise.ts";
import { findPromised } from "../../site/kept-promise-store.ts";
import { type DeskFigures, periodOf } from "./desk-figures.ts";

const dayMs = 86_400_000;
/** A promise of so many working days ends within so many days; Christmas and August are in it. */
const daysFor = (workingDays: number) => workingDays * 2 + 30;

/** The figures of an authority over so many days up to now, as the public pages count them. */
export async function readFigures(
  db: Kysely<Schema>,
  { id, settings }: Authority,
  days: number,
  now: Date,
): Promise<DeskFigures> {
  const period = periodOf(days, now);
  const { promise, timeZone } = settings;
  const since = new Date(period.from.getTime() - daysFor(promise.workingDays) * dayMs);
  const offices = await findOffices(db, id);
  const [moderation, promised] = await Promise.all([
    figuresOf(db, id, period),
    findPromised(db, { id, timeZone, offices }, since),
  ]);
  return { days, moderation, kept: keptPromise(promised, promise, period) };
}
