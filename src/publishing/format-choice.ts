import type { Format } from "../channels/channel.ts";
import { type ItemKind, itemKinds } from "../watching/found-item.ts";

/** In which formats an account publishes: the same for all kinds of item, or by kind, with `others` for those not named. */
export type FormatChoice =
  | readonly Format[]
  | Readonly<Partial<Record<ItemKind | "others", readonly Format[]>>>;

/** The formats for one kind of item; none where the kind is not named and nothing is said of the others. */
export function formatsFor(choice: FormatChoice, kind: ItemKind): readonly Format[] {
  if (isList(choice)) return choice;
  return choice[kind] ?? choice.others ?? [];
}

/** Every format that the account may publish in. */
export function chosenFormats(choice: FormatChoice): Format[] {
  return [...new Set(isList(choice) ? choice : Object.values(choice).flat())];
}

/** The lists there are, in one order whatever order they were written or kept in; `kind` is absent where one is for all. */
export function listsOf(choice: FormatChoice): { kind?: ItemKind | "others"; formats: readonly Format[] }[] {
  if (isList(choice)) return [{ formats: choice }];
  return [...itemKinds, "others" as const].flatMap((kind) => {
    const formats = choice[kind];
    return formats ? [{ kind, formats }] : [];
  });
}

function isList(choice: FormatChoice): choice is readonly Format[] {
  return Array.isArray(choice);
}
