import { createHmac } from "node:crypto";

const ESCAPED: Record<string, string> = {
  "/": "\\/",
  "<": "\\u003C",
  "%": "\\u0025",
  "@": "\\u0040",
  "'": "\\u0027",
};

/**
 * A webhook body as Facebook writes it (section 15.2): JSON in plain ASCII, everything else as `\u00e8` in lower-case
 * hex, and the further escapes of the older page and of the vector in section 23. Whoever parses and writes it again
 * gets other bytes, and with them another signature.
 */
export function writeBody(value: unknown): string {
  return JSON.stringify(value).replace(
    /[/<%@'\u007f-\uffff]/g,
    (char) => ESCAPED[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** `X-Hub-Signature-256` over the raw bytes, and the older `X-Hub-Signature` that still comes along. */
export function signatures(body: string, secret: string): Record<string, string> {
  const hex = (algorithm: string) => createHmac(algorithm, secret).update(body).digest("hex");
  return { "x-hub-signature-256": `sha256=${hex("sha256")}`, "x-hub-signature": `sha1=${hex("sha1")}` };
}
