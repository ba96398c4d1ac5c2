/** What can be wrong for long enough that somebody is told. */
export type TroubleKind = "disconnected" | "resting" | "health" | "source" | "held";

export interface Trouble {
  kind: TroubleKind;
  /** Of the account, the source or the publication. */
  id: string;
  /** Which of several of its kind and id; empty where there is one only. */
  detail: string;
  /** For people; of a publication nothing, since nobody has let it out yet. */
  name: string;
}

/** One that people were told of. */
export interface ToldTrouble extends Trouble {
  toldAt: Date;
}

/** How things stand in one authority. */
export interface Standing {
  troubles: Trouble[];
  /** What works, as "account ID" and "source ID": only of these it is said that they are well again. */
  well: ReadonlySet<string>;
  /** Accounts whose network could not be asked: nothing is known to be better or worse. */
  unclear: ReadonlySet<string>;
}

export interface TroubleChange {
  /** To be told, each once while it lasts. */
  begun: Trouble[];
  /** To be forgotten, so that its return is told again. */
  over: ToldTrouble[];
  /** Of what is over: worth a word, since it came right. One for each account or source. */
  wellAgain: ToldTrouble[];
}

/** Shorter ones end by themselves and interest nobody. */
export const lastsLongMs = 3_600_000;
/** What is held one after another is told together. */
const heldPauseMs = 3_600_000;

export const subjectOf = ({ kind, id, detail }: Trouble) =>
  [kind, id, detail].filter((part) => part !== "").join(":");
const thingOf = ({ kind, id }: Trouble) => `${kind === "source" ? "source" : "account"} ${id}`;

/** What changed since people were last told. */
export function changeOf(standing: Standing, told: readonly ToldTrouble[], now: Date): TroubleChange {
  const known = new Set(told.map(subjectOf));
  const current = new Set(standing.troubles.map(subjectOf));
  const troubled = new Set(standing.troubles.map(thingOf));
  const heldAt = Math.max(
    ...told.filter(({ kind }) => kind === "held").map(({ toldAt }) => toldAt.getTime()),
  );
  const mayTellHeld = now.getTime() - heldAt >= heldPauseMs;
  const begun = standing.troubles.filter(
    (one) => !known.has(subjectOf(one)) && (one.kind !== "held" || mayTellHeld),
  );
  const over = told.filter(
    (one) => !current.has(subjectOf(one)) && !(one.kind === "health" && standing.unclear.has(one.id)),
  );
  const right = over.filter((one) => {
    const thing = thingOf(one);
    return one.kind !== "held" && standing.well.has(thing) && !troubled.has(thing);
  });
  const wellAgain = [...new Map(right.map((one) => [thingOf(one), one])).values()];
  return { begun, over, wellAgain };
}
