import { expect, test } from "vitest";
import { bodyOf } from "./mail-body.ts";

const content = {
  language: "it" as const,
  title: `<b>"Provincia" & 'altri'</b>`,
  paragraphs: [
    "Primo",
    { list: ["<script>", { text: "apri", href: "https://x.example/?a=1&b=2" }] },
    { text: "La scrivania", href: "https://x.example/desk" },
  ],
  closing: ["Automatico"],
};

test("the plain text says all that the HTML says, with the addresses written out", () => {
  expect(bodyOf(content).text).toBe(`<b>"Provincia" & 'altri'</b>

Primo

- <script>
- apri
  https://x.example/?a=1&b=2

La scrivania
https://x.example/desk

-- 
Automatico
`);
});

test("nothing that goes into the HTML can become markup", () => {
  const { html } = bodyOf(content);
  expect(html).not.toMatch(/<script|<b>/);
  expect(html).toContain("&lt;b&gt;&quot;Provincia&quot; &amp; &#39;altri&#39;&lt;/b&gt;");
  expect(html).toContain('<a href="https://x.example/?a=1&amp;b=2">apri</a>');
});
