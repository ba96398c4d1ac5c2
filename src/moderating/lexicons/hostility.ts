import { type DehumanisingKind, dehumanising } from "./dehumanising.ts";
import { type HatredKind, hatred } from "./hatred.ts";
import { type ViolenceKind, violence } from "./violence.ts";
import type { WordSet } from "./word-list.ts";

export type HostilityKind = HatredKind | DehumanisingKind | ViolenceKind;

/** What makes hate speech of a protected group's name. Without a group in reach none of it breaks a rule. */
export const hostility: readonly WordSet<HostilityKind>[] = [...hatred, ...dehumanising, ...violence];
