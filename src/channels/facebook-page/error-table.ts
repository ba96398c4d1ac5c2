import type { FacebookReason } from "./reasons.ts";

/**
 * What a Graph error asks of us (graph-api.md section 16; its class letter in brackets).
 *
 * - "later" (T): passing trouble of this one request; surely nothing happened.
 * - "limit" (R): too many calls; surely nothing happened; everything of the account waits.
 * - "login" (A) and "permission" (P): a person must act, and until then everything of the account would fail alike.
 * - "permanent" (X): this request will not pass as it is.
 * - "uncertain" (U): it may have happened.
 * - "duplicate" (506): Facebook says it has this very post already.
 * - "missing" (33): the object is not there, or not there yet (reads lag behind writes), or hidden from this token.
 */
export type ErrorClass =
  | "later"
  | "limit"
  | "login"
  | "permission"
  | "permanent"
  | "uncertain"
  | "duplicate"
  | "missing";

export interface ErrorMeaning {
  class: ErrorClass;
  reason: FacebookReason;
  /** Only for "limit": how long to wait when no header names the moment. */
  pauseMinutes?: number;
}

/** `code` or `code/subcode`; `code:type` distinguishes errors without a subcode that Facebook tells apart by type. */
type ErrorKey = `${number}` | `${number}/${number}` | `${number}:${string}`;
type Row = readonly [
  keys: readonly ErrorKey[],
  errorClass: ErrorClass,
  reason: FacebookReason,
  pause?: number,
];

/**
 * The one place where Graph codes get their meaning (section 16, all rows). Messenger and video rows are here too:
 * Facebook uses one number space, and a code we have a word for is better than "unknown".
 *
 * Default pauses, in minutes, are ours; Facebook publishes none. They come from the windows of section 17: pools
 * counted over a rolling hour (4, 17, 32, 613) get a quarter of it, pools counted over a day or not documented (341,
 * 80001...) a whole hour, since calling while throttled lengthens the block. 368 is a verdict on behaviour, so
 * automation keeps still for a day while a person looks.
 */
const rows: readonly Row[] = [
  [["1"], "uncertain", "facebook-unsure"],
  // Seen with the post live on the Page (php-graph-sdk#1141), although the hint says "permission".
  [["1/99", "1/1357046"], "uncertain", "facebook-unsure"],
  [["1/2853006"], "permission", "task-missing"],
  // "Temporarily unavailable, retry later", while every retry did publish (koala#699).
  [["2"], "uncertain", "facebook-unsure"],
  [["2/2018344"], "permission", "terms-not-accepted"],
  [["3"], "permission", "capability-missing"],
  [["4"], "limit", "app-limit", 15],
  [["10"], "permission", "permission-missing"],
  [["10/2018278", "10/2534022"], "permanent", "outside-window"],
  [["10/2018065"], "permission", "messaging-permission-missing"],
  [["10/2018108"], "permanent", "person-unreachable"],
  [["10/1893063"], "permission", "page-restricted"],
  [["17"], "limit", "person-limit", 15],
  [["32"], "limit", "page-limit", 15],
  [["33", "100/33"], "missing", "object-missing"],
  [["100"], "permanent", "invalid-parameter"],
  // "API calls from the server require an appsecret_proof argument" and "Invalid appsecret_proof" carry no subcode;
  // only their type sets them apart. Every call of the account fails alike, so no post may be refused for it.
  [["100:GraphMethodException"], "permission", "proof-refused"],
  [["100/36009"], "login", "code-used"],
  [["100/1609005", "1609005"], "later", "link-not-readable"],
  [["100/2018001", "100/2018218"], "permanent", "person-unreachable"],
  [["100/2018008", "100/2018047", "100/2018074", "100/2018109"], "permanent", "attachment-unusable"],
  [["2018008", "2018047", "2018074", "2018109"], "permanent", "attachment-unusable"],
  [["100/2018014"], "permanent", "invalid-parameter"],
  [["102"], "login", "session-ended"],
  [["104"], "permission", "proof-refused"],
  [["190"], "login", "token-invalid"],
  [["190/458"], "login", "app-removed"],
  [["190/459"], "login", "login-check-needed"],
  [["190/460"], "login", "password-changed"],
  [["190/463"], "login", "token-expired"],
  [["190/464"], "login", "person-unconfirmed"],
  [["190/467"], "login", "token-invalidated"],
  [["190/492"], "login", "role-lost"],
  [["190/2069032"], "permission", "page-token-needed"],
  [["200/1545041", "551/1545041", "551"], "permanent", "person-unreachable"],
  [["200/2018028"], "permission", "messaging-permission-missing"],
  [["200/2069030", "200/2069031", "200/2069033"], "permission", "new-page-unsupported"],
  [["2069030", "2069031", "2069033"], "permission", "new-page-unsupported"],
  [["210", "240"], "permission", "page-token-needed"],
  [["283"], "permission", "read-permission-missing"],
  [["324"], "permanent", "image-unusable"],
  [["341"], "limit", "posting-limit", 60],
  [["368"], "limit", "blocked-for-abuse", 1440],
  [["368/1390008"], "limit", "posting-too-fast", 1440],
  [["382", "389"], "permanent", "video-unusable"],
  [["506"], "duplicate", "already-there"],
  [["613", "613/1996"], "limit", "request-limit", 15],
  [["613/2018338"], "limit", "thread-limit", 15],
  [["803"], "permanent", "object-missing"],
  [["1363040", "1363127", "1363128", "1363129"], "permanent", "video-unusable"],
  [["2018300", "100/2018300", "10/2018300"], "permanent", "conversation-elsewhere"],
  [["2022", "9000001"], "permanent", "message-unavailable"],
  [["2874008"], "permanent", "feature-unavailable"],
  [["3001/1504028"], "permanent", "invalid-parameter"],
  [["6000", "6001"], "permanent", "video-unusable"],
  [["80001"], "limit", "page-limit", 60],
  [["80002", "80006"], "limit", "request-limit", 60],
];

/** Codes that mean one thing over a whole stretch, both ends included. */
const ranges: readonly (readonly [from: number, to: number, meaning: ErrorMeaning])[] = [
  [200, 299, { class: "permission", reason: "permission-missing" }],
  [2932001, 2932010, { class: "permanent", reason: "feature-unavailable" }],
];

const meanings = new Map<string, ErrorMeaning>(
  rows.flatMap(([keys, errorClass, reason, pauseMinutes]) =>
    keys.map((key): [string, ErrorMeaning] => [key, { class: errorClass, reason, pauseMinutes }]),
  ),
);

/** All keys of the table, for the tests that hold it against the fact sheet. */
export const errorKeys: readonly string[] = [...meanings.keys()];

/**
 * What a Graph error means, by code and subcode alone: never by its text, its trace id or the HTTP status.
 * A known code with an unknown subcode means what the code means. An unknown code may hide a success (section 21).
 */
export function meaningOf(error: { code: number; subcode?: number; type?: string }): ErrorMeaning {
  const { code, subcode, type } = error;
  const exact =
    subcode === undefined ? meanings.get(`${code}:${type ?? ""}`) : meanings.get(`${code}/${subcode}`);
  if (exact) return exact;
  const byCode = meanings.get(`${code}`);
  if (byCode) return byCode;
  const inRange = ranges.find(([from, to]) => code >= from && code <= to);
  return inRange?.[2] ?? { class: "uncertain", reason: "unknown-code" };
}
