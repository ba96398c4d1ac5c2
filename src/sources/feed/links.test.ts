import { expect, it } from "vitest";
import { absoluteLink } from "./links.ts";

const base = "http://portale.example/lavoro/elenco.asp?x=1";

it.each([
  ["https://altro.example/1", "https://altro.example/1"],
  [" https://altro.example/\n1 ", "https://altro.example/1"],
  ["offerta.asp?id=1", "http://portale.example/lavoro/offerta.asp?id=1"],
  ["/offerta/1", "http://portale.example/offerta/1"],
  ["../1", "http://portale.example/1"],
  ["?id=1", "http://portale.example/lavoro/elenco.asp?id=1"],
  ["//cdn.example/1", "http://cdn.example/1"],
  ["www.altro.example/1", "http://www.altro.example/1"],
  ["HTTP://ALTRO.example/Uno", "http://altro.example/Uno"],
  ["/a b/è?q=à", "http://portale.example/a%20b/%C3%A8?q=%C3%A0"],
  ["/x?a=1&amp;b=2&#038;c=3", "http://portale.example/x?a=1&b=2&c=3"],
  ["javascript:apri(1)", undefined],
  ["mailto:cpi@ente.example", undefined],
  ["file:///etc/passwd", undefined],
  ["data:text/html,ciao", undefined],
  ["http://", undefined],
  ["", undefined],
  [undefined, undefined],
])("%j leads to %j", (written, expected) => {
  expect(absoluteLink(written, base)).toBe(expected);
});

it("without a base on the web, only whole addresses lead anywhere", () => {
  expect(absoluteLink("/offerta/1", "./esempi/feed.xml")).toBeUndefined();
  expect(absoluteLink("https://portale.example/1", undefined)).toBe("https://portale.example/1");
  expect(absoluteLink("www.portale.example", undefined)).toBe("https://www.portale.example/");
});
