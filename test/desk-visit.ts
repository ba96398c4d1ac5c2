import type { FacebookSandbox } from "../sandbox/facebook/index.ts";
import { PAGE_SCOPES } from "../sandbox/facebook/seed.ts";
import type { Web } from "../src/web/server.ts";

/** What a person does in Facebook's window. */
export interface Consent {
  /** The account whose button was pressed; absent: "another Page". */
  account?: string;
  pages?: string[];
  granted?: string[];
  decision?: "continue" | "cancel";
  as?: string;
}

export interface Answer {
  status: number;
  /** Where it ended, without the origin of the desk. */
  path: string;
  text: string;
}

/** One browser: keeps its cookies, follows redirects of the desk, remembers all it was shown. */
export interface Visit {
  get(address: string): Promise<Answer>;
  post(path: string, fields: Record<string, string | string[]>): Promise<Answer>;
  page(path: string): Promise<string>;
  /** Goes as far as Facebook's decision; gives the address that Facebook sends the browser back to. */
  returnAddress(consent: Consent): Promise<string>;
  logIn(consent: Consent): Promise<Answer>;
  /** Where it leads; the page itself where it is refused. */
  choose(path: string, pages: string[]): Promise<string>;
  cookies(): Map<string, string>;
  said(): string;
}

const channel = "facebook-page";

/** Opens a browser that knows these cookies. */
export function openVisit(web: Web, facebook: FacebookSandbox, jar: Map<string, string>): Visit {
  const heard: string[] = [];
  async function ask(address: string, init: RequestInit = {}): Promise<Answer> {
    const url = new URL(address, web.origin);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(init.headers as Record<string, string>), ...(cookie && { cookie }) };
    const answer = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const set of answer.headers.getSetCookie()) keep(jar, set);
    const text = (await answer.text()).replace(/\s+/g, " ");
    const location = answer.headers.get("location");
    heard.push(location ?? "", text);
    return location
      ? await ask(location)
      : { status: answer.status, path: `${url.pathname}${url.search}`, text };
  }
  const post = (path: string, fields: Record<string, string | string[]>) =>
    ask(path, {
      method: "POST",
      headers: { origin: web.origin, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) => each(name, [value].flat())),
      ).toString(),
    });
  const visit: Visit = {
    get: (address) => ask(address),
    post,
    page: async (path) => (await ask(path)).text,
    async returnAddress(consent) {
      const { text } = await post("/desk/accounts/valdilago/connect", {
        channel,
        ...(consent.account !== undefined && { account: consent.account }),
      });
      const address = /id="go"[^>]*href="([^"]+)"/.exec(text)?.[1]?.replaceAll("&amp;", "&");
      if (!address) throw new Error(text);
      return await decide(facebook, address, consent);
    },
    logIn: async (consent) => await visit.get(await visit.returnAddress(consent)),
    async choose(path, pages) {
      const end = await post(path, { page: pages });
      return end.status === 200 ? end.path : end.text;
    },
    cookies: () => new Map(jar),
    said: () => heard.join("\n"),
  };
  return visit;
}

function keep(jar: Map<string, string>, header: string): void {
  const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
  if (/Max-Age=0\b/.test(header)) jar.delete(name);
  else jar.set(name, value);
}

/** The dialog as a person ends it; gives where the browser is sent. */
async function decide(facebook: FacebookSandbox, address: string, consent: Consent): Promise<string> {
  const shown = await fetch(address);
  if (shown.status !== 200) throw new Error(`the dialog was not shown: ${shown.status}`);
  const asked = [...new URL(address).searchParams];
  const carried = asked.filter(([name]) => ["client_id", "redirect_uri", "state", "scope"].includes(name));
  const body = new URLSearchParams([
    ...carried,
    ["as", consent.as ?? "giulia"],
    ["decision", consent.decision ?? "continue"],
    ...each("granted", consent.granted ?? PAGE_SCOPES),
    ...each("pages", consent.pages ?? []),
  ]);
  const answer = await fetch(`${facebook.origin}/_login`, { method: "POST", body, redirect: "manual" });
  return answer.headers.get("location") ?? "";
}

function each(name: string, values: readonly string[]): [string, string][] {
  return values.map((value) => [name, value]);
}
