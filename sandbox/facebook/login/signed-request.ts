import { createHmac } from "node:crypto";

/** What Meta tells an app about a person who left it (section 20). */
export interface SignedRequest {
  algorithm: "HMAC-SHA256";
  /** Unix seconds. */
  expires: number;
  issued_at: number;
  /** App-scoped id. */
  user_id: string;
}

/** `{base64url(signature)}.{base64url(json)}`, signed over the encoded text (section 20, vector in section 23). */
export function signRequest(request: SignedRequest, secret: string): string {
  const payload = Buffer.from(JSON.stringify(request)).toString("base64url");
  return `${createHmac("sha256", secret).update(payload).digest("base64url")}.${payload}`;
}
