import { describe, expect, test } from "vitest";
import { readText } from "../reading/words.ts";
import { findLinks, hostsIn } from "./links.ts";

const ours = new Set(["lavoro.bacheca.example"]);

describe("links are told apart", () => {
  test.each([
    ["https://www.inpa.gov.it/bandi", ["inpa.gov.it official-link"]],
    ["(vedi www.provincia.como.it).", ["provincia.como.it official-link"]],
    ["qui: lavoro.bacheca.example/offerte?id=3", ["lavoro.bacheca.example official-link"]],
    ["https://www.ansa.it/notizie", ["ansa.it press-link"]],
    ["👉 bit.ly/3xyz", ["bit.ly short-link"]],
    ["t.me/guadagni", ["t.me short-link"]],
    ["http://concorsi-facili.example/login", ["concorsi-facili.example unknown-link"]],
    ["finito.Domani riapre", []],
    ["scrivi a rita@posta.example", []],
    ["1.690,00 euro", []],
    ["http://", []],
    ["a..b.it", []],
  ])("%s", (text, expected) => {
    expect(findLinks(readText(text), ours).map(({ host, kind }) => `${host} ${kind}`)).toEqual(expected);
  });
});

test("a post names its own hosts in links and addresses", () => {
  expect(hostsIn("CV a offerte@cpi.example, bando su https://www.ente.example/bando.")).toEqual([
    "cpi.example",
    "ente.example",
  ]);
});
