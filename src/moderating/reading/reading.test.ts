import { describe, expect, test } from "vitest";
import { PhraseIndex } from "./find-phrases.ts";
import { foldText } from "./fold-text.ts";
import { phrasesOf } from "./phrase.ts";
import { readText } from "./words.ts";

describe("a text is folded to small Latin letters", () => {
  test.each([
    ["Perché NO", "perche no"],
    ["è così", "è cosi"],
    ["perchè", "perche"],
    ["ｃｉａｏ 𝐜𝐢𝐚𝐨 ⓒⓘⓐⓞ", "ciao ciao ciao"],
    ["сiаo amico", "ciao amico"],
    ["привет", "привет"],
    ["c\u200bi\u202ea\u00ado", "ciao"],
    ["\ufb01ne", "fine"],
  ])("%s", (text, plain) => {
    expect(foldText(text).plain).toBe(plain);
  });

  test("with the way back to where each letter stood", () => {
    const text = "A\u200b𝐛";
    const { plain, from, to } = foldText(text);
    expect(plain).toBe("ab");
    expect(text.slice(from[1], to[1])).toBe("𝐛");
  });
});

describe("words have the readings that they may mean", () => {
  test.each([
    ["c0gl10ne", "coglione"],
    ["idiotaaaa", "idiota"],
    ["c***o", "cazzo"],
    ["str*nzi", "stronzi"],
    ["vaffanc...", "vaffanculo"],
    ["kontattami", "contattami"],
    ["xke", "perche"],
    ["s t u p i d i", "stupidi"],
    ["$tronzi", "stronzi"],
    ["6", "sei"],
  ])("%s may be %s", (text, reading) => {
    expect(readText(text).words[0]?.readings).toContain(reading);
  });

  test.each(["2026", "art16", "casa", "oss"])("%s stays first what it is", (text) => {
    expect(readText(text).words[0]?.text).toBe(text);
  });
});

describe("sentences end where people end them", () => {
  test.each([
    ["Siete chiusi? Vergogna!", 2],
    ["alle 11.50 del 5.12.26", 1],
    ["che caz... di orari", 1],
    ["Uno.\nDue", 2],
    ["aspettate... Domani torno", 2],
  ])("%s: %i", (text, sentences) => {
    const { words } = readText(text);
    expect(new Set(words.map(({ sentence }) => sentence)).size).toBe(sentences);
  });

  test("and a question mark asks its own", () => {
    const { asked } = readText("Siete aperti? Bene.");
    expect([...asked]).toEqual([0]);
  });
});

describe("phrases stand where their words do", () => {
  const finds = (said: string, text: string) =>
    new PhraseIndex([{ say: [said], entry: true }]).find(readText(text).words).length > 0;

  test.each([
    ["idiot/a/i", "siete idioti", true],
    ["idiot/a/i", "idiotesco", false],
    ["ammazz*", "vi ammazzerei", true],
    ["faccio .. male", "faccio un po' di male", true],
    ["faccio .. male", "faccio. Ma che male", false],
    ["faccio ... male", "faccio uno due tre quattro cinque sei male", true],
    ["non sei altro? che", "non sei che", true],
    ["cerco casa|posto+letto", "cerco posto letto", true],
    ["cerco casa|posto+letto", "cerco posto", false],
    ["l'ho vista", "L’ho vista".replace("’", "'"), true],
    ["è vero", "e' vero", true],
    ["un _ di pace", "un po' di pace", true],
  ])("%s in %s: %s", (said, text, found) => {
    expect(finds(said, text)).toBe(found);
  });

  test.each(["", ".. male", "male ..", "pure? male", "_ male"])("nobody can mean %j", (said) => {
    expect(() => phrasesOf(said)).toThrow("must");
  });
});
