import { describe, expect, it } from "vitest";
import { firstWords, hasMarkup, plainLine, plainText } from "./plain-text.ts";

describe("HTML as text for people", () => {
  it.each([
    ["<p>Uno</p><p>Due</p>", "Uno\n\nDue"],
    ["Uno<br>Due<br/><br />Tre<br><br><br><br>Quattro", "Uno\nDue\n\nTre\n\nQuattro"],
    ["<div>Uno</div><div>Due</div>", "Uno\nDue"],
    ["<ul><li>Uno<li>Due <b>forte</b></ul>Fine", "• Uno\n• Due forte\n\nFine"],
    ["<ol><li>Uno</li><li><p>Due</p></li></ol>", "1. Uno\n2. Due"],
    ["<ul><li></li><li>Uno</li><li> </li></ul>Fine", "• Uno\n\nFine"],
    ["Requisiti:<ul><li>diploma</li></ul>", "Requisiti:\n\n• diploma"],
    [
      "<table><tr><th>Sede</th><td>Erba</td></tr><tr><td>Ore</td><td>20</td></tr></table>",
      "Sede | Erba\nOre | 20",
    ],
    ["<div>Scadenza:&nbsp;</div><div>30/11/2026</div>", "Scadenza: 30/11/2026"],
    ["  molti \n\n spazi\t<b> e </b>   righe ", "molti spazi e righe"],
    ["<pre>a\n  b</pre>", "a\nb"],
    [
      "<script>alert('<p>')</script><style>p{color:red}</style>Testo<!-- no --><noscript>no</noscript>",
      "Testo",
    ],
    ["<SCRIPT>x</SCRIPT><IFRAME src=x>no</IFRAME>Testo", "Testo"],
    ['<img src="x.gif" alt="a<b" width=1>Testo', "Testo"],
    ["<p>Non chiuso <b>mai", "Non chiuso mai"],
    ["</div></p>Solo chiusure</span>", "Solo chiusure"],
    ['<a href="mailto:cpi@ente.example?subject=x">scrivici</a>', "scrivici (cpi@ente.example)"],
    ['<a href="mailto:cpi@ente.example">cpi@ente.example</a>', "cpi@ente.example"],
    ["5 < 6 e 7 > 3", "5 < 6 e 7 > 3"],
    ["lun<ven 6-9", "lun<ven 6-9"],
    ["&lt;b&gt;grassetto&lt;/b&gt; e &amp;egrave;", "grassetto e è"],
    ["caff&egrave; &amp; the &#8211; &#x20AC; 5", "caffè & the – € 5"],
    ["AT&T &non; R&D", "AT&T &non; R&D"],
    ["senza\u200b lar\u00adghezza\u0000\ufeff", "senza larghezza"],
  ])("%j", (html, text) => {
    expect(plainText(html).text).toBe(text);
  });

  it("that is no HTML keeps its own lines", () => {
    expect(plainText("Prima riga\r\nseconda riga\n\n\n\nterza").text).toBe(
      "Prima riga\nseconda riga\n\nterza",
    );
  });

  it("tells its links", () => {
    const { links } = plainText(
      '<a href="/a.pdf" type="application/pdf; length=5">L&#39;avviso\n <b>(PDF)</b></a> <a>no</a> <a href="/b">aperto',
    );
    expect(links).toEqual([
      { href: "/a.pdf", text: "L'avviso (PDF)", type: "application/pdf; length=5" },
      { href: "/b", text: "aperto", type: undefined },
    ]);
  });

  it("takes linear time, however deep", () => {
    const startedAt = performance.now();
    plainText("<div><ul><li>".repeat(50_000));
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});

it("a title is one line without markup", () => {
  expect(plainLine(" <b>Corso</b>\n gratuito&nbsp;&amp; aperto ")).toBe("Corso gratuito & aperto");
});

it.each(["<p>Uno", "<ul><li>a</ul>", "Uno<br/>due", "<B>aperto"])("%j has markup", (text) => {
  expect(hasMarkup(text)).toBe(true);
});

it.each(["paga <1500 >1200", "a < b", "AT&T", "x <- y", "<nome cognome>", "<path>", "caff&egrave;"])(
  "%j is plain text",
  (text) => {
    expect(hasMarkup(text)).toBe(false);
  },
);

describe("a text costs no more than its length", () => {
  const long = 100_000;
  it.each([
    ["words and a sign", `<a ${"x".repeat(long)}="">`],
    ["blanks and a sign", `<zz ${"x ".repeat(long)}="">`],
    ["a name without end", `<${"x".repeat(long)}>`],
  ])("%s", (_what, text) => {
    const startedAt = performance.now();
    plainText(text);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});

describe("first words", () => {
  it.each([
    ["breve", 20, "breve"],
    ["una frase piuttosto lunga da tagliare", 20, "una frase piuttosto…"],
    ["fine, dopo la virgola ecco", 22, "fine, dopo la virgola…"],
    ["parolasenzaspazichenonfinisce", 10, "parolasen…"],
    ["👩‍🍳👩‍🍳👩‍🍳👩‍🍳", 3, "👩…"],
  ])("%j, at most %d", (text, lengthMax, expected) => {
    expect(firstWords(text, lengthMax)).toBe(expected);
    expect([...firstWords(text, lengthMax)].length).toBeLessThanOrEqual(lengthMax);
  });
});
