import { readFileSync } from "node:fs";
import type { Clock } from "../../platform/clock.ts";
import { type HttpAnswer, type HttpClient, HttpError, type HttpRequest } from "../../platform/http-client.ts";
import type { Account, Clip, Picture, Post } from "../channel.ts";
import { type FacebookPageSettings, readSettings } from "./settings.ts";

/** For the tests of this folder: a network that answers what it is told, and a cast all of them share. */

export const now = new Date("2026-11-02T09:00:00.000Z");
export const clock: Clock = { now: () => now };

export const pageId = "100000000000001";
export const token = "EAAsim0000000000000000token";

export function account(more: Record<string, unknown> = {}): Account<FacebookPageSettings> {
  return { id: "a1", externalId: pageId, settings: readSettings({ pageId, token, ...more }) };
}

export const post: Post = {
  format: "link-post",
  pictures: [],
  text: "Cercasi magazziniere a Cantù\nhttps://bacheca.example.it/v/k7Qm2xPz9Rt",
  link: "https://bacheca.example.it/v/k7Qm2xPz9Rt",
  marker: "k7Qm2xPz9Rt",
};

export const picture: Picture = {
  bytes: Buffer.from("\x89PNG\r\n\x1a\n--not a boundary\r\n", "latin1"),
  type: "image/png",
  width: 1080,
  height: 1080,
  alternativeText: "Cercasi magazziniere a Cantù,\nscade il 3 dicembre",
};
export const clip: Clip = { bytes: Buffer.alloc(1000, 7), type: "video/mp4", seconds: 6 };

/** An answer as a sample holds it: `body` as JSON, or `text` as it is. */
export interface Sample {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  text?: string;
}

export function sample(name: string): Sample {
  return JSON.parse(readFileSync(new URL(`samples/${name}.json`, import.meta.url), "utf8"));
}

export function answering(body: unknown, headers?: Record<string, string>): Sample {
  return { status: 200, body, headers };
}

export function graphError(code: number, subcode?: number, type = "OAuthException"): Sample {
  return { status: 400, body: { error: { code, error_subcode: subcode, message: "", type } } };
}

export interface PretendHttp extends HttpClient {
  /** What was asked, in order. */
  requests: HttpRequest[];
}

/** Answers by the given function; a thrown HttpError is a call without an answer. */
export function pretendHttp(answer: (request: HttpRequest, index: number) => Sample): PretendHttp {
  const requests: HttpRequest[] = [];
  return {
    requests,
    request: async (request) => {
      requests.push(request);
      return toAnswer(answer(request, requests.length - 1), request.url);
    },
    close: async () => {},
  };
}

/** Method and path below the version, as "POST 100000000000001/feed". */
export function calledBy({ method, url }: HttpRequest): string {
  return `${method} ${new URL(url).pathname.split("/").slice(2).join("/")}`;
}

/** What a request says: its query, its form, or the values of its multipart form. */
export function saidBy({ url, body, headers = {} }: HttpRequest): Record<string, string> {
  const said = new Map([...new URL(url).searchParams, ...(body instanceof URLSearchParams ? body : [])]);
  const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(headers["content-type"] ?? "")?.[1];
  if (boundary === undefined) return Object.fromEntries(said);
  for (const part of Buffer.from(body as Buffer)
    .toString("utf8")
    .split(`--${boundary}`)) {
    const [, name, value] = /form-data; name="([^"]+)"\r\n\r\n(.*)\r\n$/s.exec(part) ?? [];
    if (name !== undefined && value !== undefined) said.set(name, value);
  }
  return Object.fromEntries(said);
}

function toAnswer({ status, headers = {}, body, text }: Sample, url: string): HttpAnswer {
  return { status, headers, body: Buffer.from(text ?? JSON.stringify(body)), url };
}

/** A network on which every call ends without an answer. */
export function silentHttp(fault: HttpError["fault"], sent: boolean): PretendHttp {
  return pretendHttp(() => {
    throw new HttpError(fault, sent, "no answer");
  });
}
