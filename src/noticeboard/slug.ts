import { fold } from "./fold.ts";

const charactersMax = 60;

/** The words of a title as a part of an address: "magazziniere-a-cascina-nuova"; may be empty. */
export function slugOf(title: string): string {
  const words = fold(title)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (words.length <= charactersMax) return words;
  const cut = words.slice(0, charactersMax);
  const end = cut.lastIndexOf("-");
  return end > 0 ? cut.slice(0, end) : cut;
}

/** "magazziniere-a-cascina-nuova-412"; the number alone finds the item, the words are for people. */
export function addressPart(item: { seq: string; title: string }): string {
  const slug = slugOf(item.title);
  return slug === "" ? item.seq : `${slug}-${item.seq}`;
}

/** The number at the end of such a part; undefined where there is none that could be ours. */
export function seqOf(part: string): string | undefined {
  return /^(?:[a-z0-9-]{0,80}-)?([1-9]\d{0,17})$/.exec(part)?.[1];
}
