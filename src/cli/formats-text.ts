import { type FormatChoice, listsOf } from "../publishing/format-choice.ts";

/** Formats as they are written in an authority's file: "link-post, album", or "course: album; others: link-post". */
export function formatsText(choice: FormatChoice, none: string): string {
  return listsOf(choice)
    .map(({ kind, formats }) => `${kind ? `${kind}: ` : ""}${formats.join(", ") || none}`)
    .join("; ");
}
