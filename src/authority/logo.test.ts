import { describe, expect, test } from "vitest";
import { logoBytesMax, readLogoFile } from "./logo.ts";

const svg = (content: string, attributes = 'viewBox="0 0 120 40"') =>
  Buffer.from(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`);

function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  bytes.writeUInt32BE(13, 8);
  bytes.write("IHDR", 12);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

describe("a logo", () => {
  test("tells its size and is kept as it is", () => {
    expect(readLogoFile(png(300, 80))).toMatchObject({
      kind: "logo",
      logo: { type: "image/png", width: 300, height: 80 },
    });
    const drawn = svg('<defs><linearGradient id="a"/></defs><path fill="url(#a)" d="M0 0"/><use href="#b"/>');
    expect(readLogoFile(drawn)).toEqual({
      kind: "logo",
      logo: { type: "image/svg+xml", width: 120, height: 40, data: drawn.toString("base64") },
    });
    expect(readLogoFile(svg("", 'width="64px" height="32"'))).toMatchObject({
      logo: { width: 64, height: 32 },
    });
  });

  test.each([
    ["a script", "<script>alert(1)</script>"],
    ["a handler", '<path onload="x()" d="M0 0"/>'],
    ["a style sheet", "<style>@import url(https://elsewhere.example/a.css)</style>"],
    ["foreign content", "<foreignObject><p>x</p></foreignObject>"],
    ["movement", '<set attributeName="href" to="https://elsewhere.example/"/>'],
    ["a picture from elsewhere", '<image href="https://elsewhere.example/a.png"/>'],
    ["a file of this machine", "<image xlink:href='file:///etc/passwd'/>"],
    ["an SVG inside", '<image href="data:image/svg+xml;base64,AAAA"/>'],
    ["a fill from elsewhere", '<path fill="url(https://elsewhere.example/#a)"/>'],
    ["a link", '<a href="javascript:alert(1)"><path d="M0 0"/></a>'],
    ["hidden letters", '<a href="&#106;avascript:x"/>'],
  ])("with %s is refused", (_, content) => {
    expect(readLogoFile(svg(content))).toEqual({ kind: "refused", reason: "active-svg" });
  });

  test("with entities of its own is refused", () => {
    const bytes = Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1">&a;</svg>');
    expect(readLogoFile(bytes)).toEqual({ kind: "refused", reason: "active-svg" });
  });

  test("that is no picture, too large or without a size is refused with its reason", () => {
    const reasons = [
      Buffer.from("GIF89a"),
      Buffer.from([0xff, 0xfe, 0x3c]),
      Buffer.alloc(0),
      png(10, 10).subarray(0, 20),
      Buffer.alloc(logoBytesMax + 1, "<svg "),
      svg("", ""),
      svg("", 'viewBox="0 0 0 40"'),
      png(100_000, 10),
    ].map((bytes) => {
      const reading = readLogoFile(bytes);
      return reading.kind === "refused" ? reading.reason : reading.kind;
    });
    expect(reasons).toEqual([
      "not-a-picture",
      "not-a-picture",
      "not-a-picture",
      "not-a-picture",
      "too-large",
      "no-size",
      "no-size",
      "no-size",
    ]);
  });
});
