import { expect, test } from "vitest";
import { signatures, writeBody } from "./bytes.ts";

const SECRET = "0123456789abcdef0123456789abcdef";

/** The event of section 23, as an object. */
const event = {
  object: "page",
  entry: [
    {
      id: "100000000000001",
      time: 1767225600,
      changes: [
        {
          field: "feed",
          value: {
            from: { id: "7000000000000001", name: "Niccolò Rossi" },
            item: "comment",
            verb: "add",
            post_id: "100000000000001_200000000000001",
            comment_id: "200000000000001_300000000000001",
            parent_id: "100000000000001_200000000000001",
            created_time: 1767225600,
            message: "C'è posto? https://example.it",
          },
        },
      ],
    },
  ],
};

test("the body and signature are the vector of section 23, byte for byte", () => {
  const body = writeBody(event);
  expect(Buffer.byteLength(body)).toBe(417);
  expect(signatures(body, SECRET)["x-hub-signature-256"]).toBe(
    "sha256=648877f53ec76fce7b346e92c2670c815e625995907daf23cf8262ec1ce7eb93",
  );
});

test("the same event parsed and written again has another signature", () => {
  const again = JSON.stringify(JSON.parse(writeBody(event)));
  expect(signatures(again, SECRET)["x-hub-signature-256"]).toBe(
    "sha256=5fa74b3ca1a6d52e3e8e90c5b77db417537a22e2177b8cd33cac6505b1d9d6c9",
  );
});

test("bodies are plain ASCII, with the further escapes, and read back the same", () => {
  const value = { text: "50 % <b> a@b.it 👍 \u007f" };
  const body = writeBody(value);
  expect(body).toBe('{"text":"50 \\u0025 \\u003Cb> a\\u0040b.it \\ud83d\\udc4d \\u007f"}');
  expect(JSON.parse(body)).toEqual(value);
});
