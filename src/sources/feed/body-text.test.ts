import { expect, it } from "vitest";
import { bodyText } from "./body-text.ts";

it("the body of an item loses the last line that WordPress adds, and only that", () => {
  const ended = "<p>Testo.</p><p>L&#8217;articolo <a href='x'>Barista</a> proviene da <a>Portale</a>.</p>";
  expect(bodyText(ended)).toMatchObject({ text: "Testo.", links: [{ href: "x", text: "Barista" }] });
  expect(bodyText("<p>The post <a>X</a> appeared first on <a>Y</a>.</p>").text).toBe("");
  const honest = "L'articolo 16 vale per tutti.\nLa domanda proviene da chi vuole.";
  expect(bodyText(honest).text).toBe(honest);
});
