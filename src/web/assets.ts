import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { partOfStyle } from "./part-of-style.ts";
import { Problem } from "./problem.ts";

/** A file served under a name that carries its hash, so that browsers may keep it for ever. */
interface Asset {
  type: string;
  bytes: Buffer;
  address: string;
  /** Made at the first request that accepts it; fonts and pictures are compressed already. */
  packed: Map<string, Promise<Buffer>>;
}

const style = "text/css; charset=utf-8";
const script = "text/javascript; charset=utf-8";
const bootstrapItalia = path.dirname(fileURLToPath(import.meta.resolve("bootstrap-italia/dist/version.js")));
const own = path.join(import.meta.dirname, "assets");

/** Bootstrap Italia's style sheet has no @font-face and its script would inject one; pages.css has ours. */
const fonts = { 400: "regular", 600: "600", 700: "700" } as const;

/** What of Bootstrap Italia the public pages use; a test compares it with the pages. */
export const siteClasses: ReadonlySet<string> = new Set([
  ...["container", "btn", "btn-primary", "btn-outline-primary", "form-control", "form-select", "lead"],
  ...["breadcrumb", "breadcrumb-item", "active", "visually-hidden", "visually-hidden-focusable", "skiplinks"],
]);

const assets = new Map<string, Asset>();

for (const [weight, name] of Object.entries(fonts)) {
  const file = path.join(
    bootstrapItalia,
    `fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-${name}.woff2`,
  );
  add(`titillium-${weight}.woff2`, "font/woff2", readFileSync(file));
}
add("bootstrap-italia.css", style, Buffer.from(bootstrapStyle()));
const signs = readFileSync(path.join(bootstrapItalia, "svg/sprites.svg"), "utf8");
add("sprites.svg", "image/svg+xml", Buffer.from(signs));
add("icon.svg", "image/svg+xml", readFileSync(path.join(own, "icon.svg")));
add("icon-light.svg", "image/svg+xml", readFileSync(path.join(own, "icon-light.svg")));
add("live.js", script, readFileSync(path.join(own, "live.js")));
add("drafts.js", script, readFileSync(path.join(own, "drafts.js")));
add("announce.js", script, readFileSync(path.join(own, "announce.js")));
add("keys.js", script, readFileSync(path.join(own, "keys.js")));
add("moderation.js", script, readFileSync(path.join(own, "moderation.js")));
add("inbox.js", script, readFileSync(path.join(own, "inbox.js")));
add("inbox.css", style, readFileSync(path.join(own, "inbox.css")));
add("moderation.css", style, readFileSync(path.join(own, "moderation.css")));
add("site.css", style, Buffer.from(siteStyle()));
add("pages.css", style, Buffer.from(withAddresses(readFileSync(path.join(own, "pages.css"), "utf8"))));

/** The address of a file of ours, by its plain name. */
export function asset(name: string): string {
  const found = assets.get(name);
  if (!found) throw new Error(`no such asset: ${name}`);
  return found.address;
}

/** The lines of one of the design system's signs, to be drawn inside a page: the sheet of all weighs 32 kB on the way. */
export function linesOfSign(name: string): string {
  const [, lines] =
    new RegExp(`<symbol id="it-${name}" viewBox="0 0 24 24">(.*?)</symbol>`).exec(signs) ?? [];
  if (lines === undefined) throw new Error(`no such sign: ${name}`);
  return lines;
}

export function serveAssets(app: FastifyInstance): void {
  const byAddress = new Map([...assets.values()].map((file) => [file.address, file]));
  app.get("/assets/*", async (request, reply) => {
    const file = byAddress.get(request.url.split("?", 1)[0] ?? "");
    if (!file) throw new Problem(404, "no-such-page");
    return await send(request, reply, file);
  });
}

function add(name: string, type: string, bytes: Buffer): void {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const { name: stem, ext } = path.parse(name);
  assets.set(name, { type, bytes, address: `/assets/${stem}.${hash}${ext}`, packed: new Map() });
}

/**
 * Without the map named at its end, which is not served, and without the one font it carries inside (of a video player
 * we do not have): "data:" fonts are not allowed by our policy, and browsers would complain on every page.
 */
function bootstrapStyle(): string {
  return readFileSync(path.join(bootstrapItalia, "css/bootstrap-italia.min.css"), "utf8")
    .replace(/\/\*# sourceMappingURL=.*?\*\/\s*$/, "")
    .replace(/@font-face\s*\{[^}]*url\(data:[^}]*\}/g, "");
}

/** One file, so that a phone asks once: the used part of the design system, then our own. */
function siteStyle(): string {
  const ours = withAddresses(readFileSync(path.join(own, "site.css"), "utf8"));
  return partOfStyle(bootstrapStyle(), siteClasses) + ours;
}

/** Style sheets name other files as asset(name). */
function withAddresses(css: string): string {
  return css.replace(/asset\(([\w.-]+)\)/g, (_, name: string) => `url("${asset(name)}")`);
}

async function send(request: FastifyRequest, reply: FastifyReply, file: Asset): Promise<FastifyReply> {
  reply
    .header("content-type", file.type)
    .header("cache-control", "public, max-age=31536000, immutable")
    .header("vary", "accept-encoding");
  const coding = file.type === "font/woff2" ? undefined : acceptedCoding(request.headers["accept-encoding"]);
  if (!coding) return reply.send(file.bytes);
  let packed = file.packed.get(coding);
  if (!packed) {
    packed = pack(coding, file.bytes);
    file.packed.set(coding, packed);
  }
  return reply.header("content-encoding", coding).send(await packed);
}

function acceptedCoding(header: string | string[] | undefined): "br" | "gzip" | undefined {
  const accepted = String(header ?? "");
  if (/\bbr\b/.test(accepted)) return "br";
  return /\bgzip\b/.test(accepted) ? "gzip" : undefined;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

async function pack(coding: "br" | "gzip", bytes: Buffer): Promise<Buffer> {
  if (coding === "gzip") return await zip(bytes);
  // 9 of 11: the last steps cost a second for the big style sheet and save 4 %.
  return await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}
