/** What we need to know of a font to lay out text: which characters it has and how far each moves the pen. */
export interface Typeface {
  /** Whether a character (a code point) can be drawn. */
  has(codePoint: number): boolean;
  /** Width of one line in pixels at a font size in pixels; characters without a glyph count nothing. */
  widthOf(text: string, size: number): number;
  /** Above and below the base line, as parts of the font size. */
  ascent: number;
  descent: number;
}

/** A file that is no TrueType font, or one without the tables we read. */
export class TypefaceError extends Error {}

/**
 * Reads a TrueType font (OpenType specification: `head`, `hhea`, `hmtx`, and the Unicode subtable of `cmap` in format
 * 4). Kerning is left out: it moves letters together far more often than apart, so a line is never noticeably wider
 * than what this says (typeface.test.ts measures it against the renderer).
 */
export function readTypeface(bytes: Uint8Array): Typeface {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return typefaceOf(view);
  } catch (error) {
    if (error instanceof RangeError)
      throw new TypefaceError("the font file ends too early", { cause: error });
    throw error;
  }
}

function typefaceOf(view: DataView): Typeface {
  const tables = tablesOf(view);
  const at = (name: string): number => {
    const offset = tables.get(name);
    if (offset === undefined) throw new TypefaceError(`the font has no table "${name}"`);
    return offset;
  };
  const unitsPerEm = view.getUint16(at("head") + 18);
  const hhea = at("hhea");
  const advances = advancesOf(view, at("hmtx"), view.getUint16(hhea + 34));
  const glyphs = glyphsOf(view, unicodeSubtable(view, at("cmap")));
  const last = advances.at(-1) ?? 0;
  return {
    has: (codePoint) => glyphs.has(codePoint),
    widthOf(text, size) {
      let units = 0;
      for (const character of text) {
        const glyph = glyphs.get(character.codePointAt(0) ?? 0);
        // Glyphs after the end of the list are as wide as its last (hmtx).
        if (glyph !== undefined) units += advances[glyph] ?? last;
      }
      return (units * size) / unitsPerEm;
    },
    ascent: view.getInt16(hhea + 4) / unitsPerEm,
    descent: -view.getInt16(hhea + 6) / unitsPerEm,
  };
}

function tablesOf(view: DataView): Map<string, number> {
  const version = view.getUint32(0);
  if (version !== 0x00010000 && version !== 0x74727565) throw new TypefaceError("not a TrueType font");
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const entry = 12 + i * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(entry + byte)));
    tables.set(name, view.getUint32(entry + 8));
  }
  return tables;
}

function advancesOf(view: DataView, hmtx: number, count: number): number[] {
  return Array.from({ length: count }, (_, glyph) => view.getUint16(hmtx + glyph * 4));
}

/** The subtable for the Basic Multilingual Plane: platform 3 encoding 1, or any of platform 0. */
function unicodeSubtable(view: DataView, cmap: number): number {
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const record = cmap + 4 + i * 8;
    const platform = view.getUint16(record);
    const subtable = cmap + view.getUint32(record + 4);
    const isUnicode = platform === 0 || (platform === 3 && view.getUint16(record + 2) === 1);
    if (isUnicode && view.getUint16(subtable) === 4) return subtable;
  }
  throw new TypefaceError("the font has no cmap subtable of format 4");
}

/** Code point to glyph. The last segment, 0xFFFF, only closes the list; glyph 0 is "no such character". */
function glyphsOf(view: DataView, subtable: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const twiceCount = view.getUint16(subtable + 6);
  for (let i = 0; i < twiceCount; i += 2) {
    const endAt = subtable + 14 + i;
    const startAt = endAt + twiceCount + 2;
    const rangeAt = startAt + 2 * twiceCount;
    const delta = view.getUint16(startAt + twiceCount);
    const range = view.getUint16(rangeAt);
    const start = view.getUint16(startAt);
    const end = Math.min(view.getUint16(endAt), 0xfffe);
    for (let code = start; code <= end; code++) {
      // Offsets count from where the offset itself stands: an old trick of the format.
      const listed = range === 0 ? code : view.getUint16(rangeAt + range + (code - start) * 2);
      if (range !== 0 && listed === 0) continue;
      const glyph = (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}
