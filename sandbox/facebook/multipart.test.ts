import { describe, expect, test } from "vitest";
import { readMultipart } from "./multipart.ts";

async function written(form: FormData): Promise<[string, Buffer]> {
  const response = new Response(form);
  return [response.headers.get("content-type") ?? "", Buffer.from(await response.arrayBuffer())];
}

describe("reading multipart/form-data", () => {
  test("values and files as FormData writes them, bytes untouched", async () => {
    const form = new FormData();
    const bytes = new Uint8Array([0, 13, 10, 45, 45, 255, 13, 10, 13, 10]);
    form.append("caption", "È aperto\r\n--così");
    form.append("source", new Blob([bytes], { type: "image/png" }), 'carta "A".png');
    form.append("empty", "");
    const read = readMultipart(...(await written(form)));
    expect(read?.values).toEqual([
      ["caption", "È aperto\r\n--così"],
      ["empty", ""],
    ]);
    expect(read?.files).toMatchObject([{ field: "source", filename: 'carta "A".png', type: "image/png" }]);
    expect(read?.files[0]?.bytes.equals(bytes)).toBe(true);
  });

  test("a body cut short is unreadable, wherever it was cut", async () => {
    const form = new FormData();
    form.append("source", new Blob(["abc"]), "a.bin");
    const [type, body] = await written(form);
    for (let length = 0; length < body.length - 4; length += 7) {
      expect(readMultipart(type, body.subarray(0, length))).toBeUndefined();
    }
  });

  test.each([
    ["no boundary", "multipart/form-data", "--x\r\n\r\n--x--"],
    ["another boundary", "multipart/form-data; boundary=y", "--x--"],
    ["a part without a name", "multipart/form-data; boundary=x", "--x\r\na: b\r\n\r\nc\r\n--x--"],
  ])("%s is unreadable", (_what, type, body) => {
    expect(readMultipart(type, Buffer.from(body))).toBeUndefined();
  });

  test("a preamble, quotes around the boundary and names without quotes are read", () => {
    const body = "hello\r\n--a b\r\ncontent-disposition: form-data; name=k\r\n\r\nv\r\n--a b--\r\nrest";
    expect(readMultipart('multipart/form-data; boundary="a b"', Buffer.from(body))?.values).toEqual([
      ["k", "v"],
    ]);
  });
});
