/** An authority's logo as it is kept: the picture itself and how large it is drawn, in pixels. */
export interface Logo {
  type: "image/png" | "image/svg+xml";
  width: number;
  height: number;
  /** Base64. */
  data: string;
}

export type LogoReading =
  | { kind: "logo"; logo: Logo }
  | { kind: "refused"; reason: "too-large" | "not-a-picture" | "no-size" | "active-svg" };

export const logoBytesMax = 200_000;
const sideMax = 4000;

/**
 * Reads a logo file: PNG, or an SVG without anything active. Our own renderer would run no script and fetch nothing,
 * but a logo also reaches people's browsers, so scripts, handlers, style sheets, entities and references to elsewhere
 * are refused rather than removed: whoever made the file should know.
 */
export function readLogoFile(bytes: Uint8Array): LogoReading {
  if (bytes.length > logoBytesMax) return { kind: "refused", reason: "too-large" };
  return isPng(bytes) ? readPng(bytes) : readSvg(bytes);
}

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function isPng(bytes: Uint8Array): boolean {
  return pngStart.every((byte, index) => bytes[index] === byte);
}

/** Width and height stand in the first chunk, IHDR (PNG specification, 11.2.2). */
function readPng(bytes: Uint8Array): LogoReading {
  if (bytes.length < 33) return { kind: "refused", reason: "not-a-picture" };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return sized("image/png", view.getUint32(16), view.getUint32(20), bytes);
}

const root = /<svg[\s>][^>]*>?/i;
const active =
  /<\s*(script|foreignObject|iframe|object|embed|audio|video|animate|set|handler|style)\b|\son[a-z]+\s*=|<!ENTITY|<!DOCTYPE[^>]*\[|<\?xml-stylesheet|javascript:|@import/i;
/** `href` and `url()` may point into the file itself, or hold a bitmap. */
const outward =
  /\b(?:xlink:)?(?:href|src)\s*=\s*(["'])(?!\s*#|\s*data:image\/(?:png|jpeg);base64,)[^"']*\1|url\(\s*["']?(?!\s*["']?#)/i;

function readSvg(bytes: Uint8Array): LogoReading {
  const text = decoded(bytes);
  const tag = text && root.exec(text)?.[0];
  if (!text || !tag) return { kind: "refused", reason: "not-a-picture" };
  // Numeric references could spell any of the words below.
  if (/&#/.test(text) || active.test(text) || outward.test(text)) {
    return { kind: "refused", reason: "active-svg" };
  }
  const view =
    /\bviewBox\s*=\s*["']([^"']+)["']/
      .exec(tag)?.[1]
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  const side = (name: string) =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`).exec(tag)?.[1] ?? Number.NaN);
  const [width, height] = view.length === 4 ? [view[2], view[3]] : [side("width"), side("height")];
  return sized("image/svg+xml", width ?? 0, height ?? 0, bytes);
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function sized(type: Logo["type"], width: number, height: number, bytes: Uint8Array): LogoReading {
  const isSize = (side: number) => Number.isFinite(side) && side > 0 && side <= sideMax;
  if (!isSize(width) || !isSize(height)) return { kind: "refused", reason: "no-size" };
  return { kind: "logo", logo: { type, width, height, data: Buffer.from(bytes).toString("base64") } };
}
