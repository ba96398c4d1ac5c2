import { describe, expect, test } from "vitest";
import { commands } from "./commands.ts";
import { commandHelp, generalHelp } from "./help.ts";
import { wordsIn } from "./words/words.ts";

const languages = ["it", "en"] as const;

describe.each(languages)("the help in %s", (language) => {
  const words = wordsIn(language);

  test("names every command and says what it does", () => {
    const text = generalHelp(commands, words);
    for (const command of commands) expect(text).toMatch(new RegExp(`^  ${command.name} +\\S.{20}`, "m"));
  });

  test.each(commands.map((command) => [command.name, command] as const))(
    "of %s says every option",
    (_, command) => {
      const said = words.commands[command.name as keyof typeof words.commands];
      expect(Object.keys(said.options).sort()).toEqual(Object.keys(command.options).sort());
      for (const option of Object.values(said.options)) expect(option.does.length).toBeGreaterThan(10);
      expect(said.operands !== "").toBe(command.operands.most > 0);
      expect(commandHelp(command, words)).toContain(`bacheca ${command.name}`);
    },
  );

  test("has words for no command that is not there", () => {
    expect(Object.keys(words.commands).sort()).toEqual(commands.map((command) => command.name).sort());
  });
});

describe("the two languages", () => {
  /** Every sentence of a dictionary, with its place; functions are asked with numbered words. */
  function sentences(part: unknown, path = ""): [string, string][] {
    if (typeof part === "string") return [[path, part]];
    if (typeof part === "function") return sentences(answerOf(part as (...args: unknown[]) => unknown), path);
    if (typeof part !== "object" || part === null) return [];
    return Object.entries(part).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
  }

  function answerOf(sentence: (...args: unknown[]) => unknown): unknown {
    const facts = new Proxy({}, { get: () => "x" });
    try {
      return sentence("a", ["b"], "c", "d", "e");
    } catch {
      return sentence(facts);
    }
  }

  test("say something at every place", () => {
    for (const language of languages) {
      for (const [path, text] of sentences(wordsIn(language))) {
        if (/\.(operands|more)/.test(path)) continue;
        expect(text.trim(), `${language}${path}`).not.toBe("");
      }
    }
  });

  test("have the same places, and no sentence is left untranslated", () => {
    const [italian, english] = languages.map((language) => new Map(sentences(wordsIn(language)))) as [
      Map<string, string>,
      Map<string, string>,
    ];
    expect([...english.keys()].sort()).toEqual([...italian.keys()].sort());
    const same = [...italian].filter(
      ([path, text]) => english.get(path) === text && /\p{L}{3,} \p{L}{3,}/u.test(text),
    );
    expect(same).toEqual([]);
  });
});
