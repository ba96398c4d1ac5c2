import { describe, expect, test } from "vitest";
import { readFilm } from "./film-facts.ts";
import { readPicture } from "./picture-facts.ts";
import { sampleFilm, samplePicture } from "./samples.ts";

const bytes = (...values: (number | string)[]): Buffer =>
  Buffer.concat(
    values.map((value) => (typeof value === "string" ? Buffer.from(value, "latin1") : Buffer.from([value]))),
  );

describe("a picture is known by its content", () => {
  test.each([
    ["image/png", samplePicture(12, 34)],
    ["image/gif", bytes("GIF89a", 12, 0, 34, 0)],
    ["image/bmp", bytes("BM", "\0".repeat(16), 12, 0, 0, 0, 0xde, 0xff, 0xff, 0xff)],
    [
      "image/jpeg",
      bytes("\xff\xd8", "\xff\xe0\0\x04ab", "\xff\xff\xc2\0\x0b\x08", 0, 34, 0, 12, "\x03", "\0\0\0\0"),
    ],
    [
      "image/tiff",
      bytes(
        "II*\0",
        8,
        0,
        0,
        0,
        2,
        0,
        0,
        1,
        3,
        0,
        1,
        0,
        0,
        0,
        12,
        0,
        0,
        0,
        1,
        1,
        4,
        0,
        1,
        0,
        0,
        0,
        34,
        0,
        0,
        0,
      ),
    ],
  ])("%s with its size", (type, picture) => {
    expect(readPicture(picture)).toEqual({ type, width: 12, height: 34 });
  });

  test.each([
    ["a text", Buffer.from("<svg width='3' height='3'/>")],
    ["WebP", bytes("RIFF", 0, 0, 0, 0, "WEBPVP8 ")],
    ["nothing", Buffer.alloc(0)],
    ["a JPEG without a frame", bytes("\xff\xd8\xff\xe0\0\x04ab\xff\xd9")],
    ["the first bytes of a PNG", samplePicture(3, 3).subarray(0, 16)],
  ])("%s is none", (_what, picture) => {
    expect(readPicture(picture)).toBeUndefined();
  });
});

describe("a film is measured by its boxes", () => {
  test("duration, size, frame rate and codec", () => {
    const facts = readFilm(sampleFilm({ seconds: 12.5, framesPerSecond: 24, width: 540, height: 960 }));
    expect(facts).toMatchObject({ seconds: 12.5, width: 540, height: 960, codec: "avc1" });
    expect(facts?.framesPerSecond).toBeCloseTo(24, 5);
  });

  test("a film that is turned when shown counts as it is shown", () => {
    expect(readFilm(sampleFilm({ width: 1920, height: 1080, turned: true }))).toMatchObject({
      width: 1080,
      height: 1920,
    });
  });

  test("a fragmented film counts its frames in the fragments", () => {
    const facts = readFilm(sampleFilm({ seconds: 6, fragmented: true }));
    expect(facts?.seconds).toBeCloseTo(6, 3);
    expect(facts?.framesPerSecond).toBeCloseTo(30, 3);
  });

  test("a film cut anywhere, or a picture, is no film", () => {
    const film = sampleFilm();
    for (let length = 0; length < film.length; length += 97)
      expect(readFilm(film.subarray(0, length))).toBeUndefined();
    expect(readFilm(samplePicture(9, 16))).toBeUndefined();
  });
});
