/**
 * Letters of other scripts that look like Latin ones, and signs written in their stead. Fullwidth, circled, bold and
 * other variants of a letter are not here: Unicode's own compatibility mapping (NFKC) knows them.
 */
const pairs: Record<string, string> = {
  // Cyrillic
  а: "a",
  в: "b",
  с: "c",
  ԁ: "d",
  е: "e",
  һ: "h",
  і: "i",
  ј: "j",
  к: "k",
  ӏ: "l",
  м: "m",
  н: "h",
  о: "o",
  р: "p",
  ԛ: "q",
  г: "r",
  ѕ: "s",
  т: "t",
  у: "y",
  ѵ: "v",
  ԝ: "w",
  х: "x",
  // Greek
  α: "a",
  β: "b",
  ε: "e",
  η: "n",
  ι: "i",
  κ: "k",
  ν: "v",
  ο: "o",
  ρ: "p",
  τ: "t",
  υ: "u",
  χ: "x",
  // Others
  ı: "i",
  ɑ: "a",
  ɡ: "g",
  ո: "n",
  օ: "o",
  ս: "u",
  ø: "o",
  ł: "l",
  đ: "d",
  ß: "b",
};

export const lookAlikes: ReadonlyMap<string, string> = new Map(Object.entries(pairs));

/** Digits and signs that stand for letters inside a word; the second reading is tried as well. */
export const signsForLetters: Readonly<Record<string, readonly [string, string?]>> = {
  "0": ["o"],
  "1": ["i", "l"],
  "3": ["e"],
  "4": ["a"],
  "5": ["s"],
  "6": ["g"],
  "7": ["t"],
  "8": ["b"],
  "9": ["g"],
  "@": ["a"],
  $: ["s"],
  "€": ["e"],
  "!": ["i"],
  "|": ["l", "i"],
  "+": ["t"],
};
