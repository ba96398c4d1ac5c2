import { describe, expect, it } from "vitest";
import { decodeBody } from "./decode.ts";

const utf8 = (text: string) => Buffer.from(text, "utf8");
/** "è – €" in windows-1252. */
const western = Buffer.from([0xe8, 0x20, 0x96, 0x20, 0x80]);
const prolog = (label: string) => Buffer.from(`<?xml version="1.0" encoding="${label}"?>`);

describe("bytes become text", () => {
  it.each<[string, Buffer, string | undefined, string]>([
    ["UTF-8 when nothing is said", utf8("è – €"), undefined, "è – €"],
    ["by the HTTP charset", western, "text/xml; charset=windows-1252", "è – €"],
    ["by the HTTP charset, quoted", western, 'text/xml; charset="ISO-8859-1"; x=y', "è – €"],
    ["by the prolog", Buffer.concat([prolog("iso-8859-1"), western]), undefined, "è – €"],
    [
      "by the HTTP charset before the prolog",
      Buffer.concat([prolog("utf-8"), western]),
      "text/xml;charset=cp1252",
      "è – €",
    ],
    [
      "by the meta element",
      Buffer.concat([utf8("<meta charset=windows-1252>"), western]),
      undefined,
      "è – €",
    ],
    ["by the mark before any label", utf8("\ufeffè – €"), "text/xml; charset=iso-8859-1", "è – €"],
    ["UTF-16 by its mark", Buffer.from("\ufeff<è – €", "utf16le"), undefined, "è – €"],
    ["UTF-16 by its first sign", Buffer.from("<è – €", "utf16le"), undefined, "è – €"],
    ["UTF-16 the other way round", Buffer.from("<è – €", "utf16le").swap16(), undefined, "è – €"],
    ["in another alphabet", Buffer.from([0xcf, 0xf0]), "text/xml; charset=windows-1251", "Пр"],
  ])("%s", (_what, body, contentType, text) => {
    const decoded = decodeBody(body, contentType);
    expect(decoded.text.endsWith(text)).toBe(true);
    expect(decoded.text).not.toContain("\ufeff");
    expect(decoded.mended).toEqual([]);
  });
});

describe("a label that lies is noted", () => {
  it.each<[string, Buffer, string | undefined, string]>([
    ["UTF-8 labelled as Latin by the server", utf8("è – €"), "text/xml; charset=ISO-8859-1", "è – €"],
    [
      "UTF-8 labelled as Latin by the prolog",
      Buffer.concat([prolog("windows-1252"), utf8("è – €")]),
      undefined,
      "è – €",
    ],
    ["Latin labelled as UTF-8", western, "text/xml; charset=utf-8", "è – €"],
    ["Latin without label", western, undefined, "è – €"],
    ["a label nobody knows", utf8("è – €"), "text/xml; charset=italiano", "è – €"],
    [
      "a prolog that says UTF-16 in bytes",
      Buffer.concat([prolog("utf-16"), utf8("è – €")]),
      undefined,
      "è – €",
    ],
  ])("%s", (_what, body, contentType, text) => {
    const decoded = decodeBody(body, contentType);
    expect(decoded.text.endsWith(text)).toBe(true);
    expect(decoded.mended).toEqual(["wrong-charset-label"]);
  });

  it("a letter cut in two loses that letter only", () => {
    const body = Buffer.concat([utf8("perché è così"), Buffer.from([0xc3]), utf8(", città")]);
    expect(decodeBody(body, undefined)).toEqual({
      text: "perché è così, città",
      mended: ["broken-characters"],
    });
  });
});
