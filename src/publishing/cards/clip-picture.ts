import type { ClipFrame } from "./clip.ts";

/** A picture as video keeps it (I420): brightness in full size, then two colour planes of half the sides. */
export interface Picture {
  width: number;
  height: number;
  bytes: Uint8Array;
}

/** Bytes of a picture; both sides even. */
export function pictureBytes(width: number, height: number): number {
  return (width * height * 3) / 2;
}

/**
 * Pixels (red, green, blue, alpha) as a picture of video: ITU-R BT.709 in its limited range, which players assume of
 * pictures this large when a file does not say. Colours are averaged over squares of two by two.
 */
export function pictureOf(pixels: Uint8Array, width: number, height: number): Picture {
  const bytes = new Uint8Array(pictureBytes(width, height));
  const chromaAt = width * height;
  const chroma = chromaAt / 4;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 4;
      const [r, g, b] = [pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0];
      bytes[y * width + x] = 16.5 + 0.18259 * r + 0.61423 * g + 0.06201 * b;
    }
  }
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const [r, g, b] = meanOfFour(pixels, (y * width + x) * 4, width * 4);
      const at = chromaAt + (y >> 1) * (width >> 1) + (x >> 1);
      bytes[at] = 128.5 - 0.10064 * r - 0.33857 * g + 0.43922 * b;
      bytes[at + chroma] = 128.5 + 0.43922 * r - 0.39894 * g - 0.04027 * b;
    }
  }
  return { width, height, bytes };
}

function meanOfFour(pixels: Uint8Array, i: number, row: number): [number, number, number] {
  const mean = (c: number) =>
    ((pixels[i + c] ?? 0) +
      (pixels[i + 4 + c] ?? 0) +
      (pixels[i + row + c] ?? 0) +
      (pixels[i + row + 4 + c] ?? 0)) /
    4;
  return [mean(0), mean(1), mean(2)];
}

/** Draws one frame of a clip into `into`, a buffer of `pictureBytes`, which every frame may reuse. */
export function drawFrame(
  frame: ClipFrame,
  pictures: readonly Picture[],
  into: Uint8Array,
  spare: Uint8Array,
): void {
  drawZoomed(pictures[frame.card], frame.zoom, into);
  if (!frame.next) return;
  drawZoomed(pictures[frame.next.card], frame.next.zoom, spare);
  const part = Math.round(frame.next.part * 256);
  const rest = 256 - part;
  for (let i = 0; i < into.length; i++) into[i] = ((into[i] ?? 0) * rest + (spare[i] ?? 0) * part + 128) >> 8;
}

function drawZoomed(picture: Picture | undefined, zoom: number, into: Uint8Array): void {
  if (!picture) throw new RangeError("a frame of a card that is not there");
  const { width, height, bytes } = picture;
  const luma = width * height;
  const half = [width >> 1, height >> 1] as const;
  zoomPlane(bytes, 0, width, height, zoom, into);
  zoomPlane(bytes, luma, ...half, zoom, into);
  zoomPlane(bytes, luma + luma / 4, ...half, zoom, into);
}

/** Each point taken between its four neighbours, so that letters glide instead of jumping from pixel to pixel. */
function zoomPlane(
  from: Uint8Array,
  offset: number,
  width: number,
  height: number,
  zoom: number,
  into: Uint8Array,
): void {
  const [columns, columnParts] = placesOf(width, zoom);
  const [rows, rowParts] = placesOf(height, zoom);
  for (let y = 0; y < height; y++) {
    const upper = offset + (rows[y] ?? 0) * width;
    const down = rowParts[y] ?? 0;
    const up = 256 - down;
    const line = offset + y * width;
    for (let x = 0; x < width; x++) {
      const i = upper + (columns[x] ?? 0);
      const right = columnParts[x] ?? 0;
      const left = 256 - right;
      const above = (from[i] ?? 0) * left + (from[i + 1] ?? 0) * right;
      const below = (from[i + width] ?? 0) * left + (from[i + width + 1] ?? 0) * right;
      into[line + x] = (above * up + below * down + 32768) >> 16;
    }
  }
}

/** For each point of a side, the neighbour before it in the picture and how far (of 256) it lies from it. */
function placesOf(side: number, zoom: number): [Int32Array, Int32Array] {
  const [firsts, parts] = [new Int32Array(side), new Int32Array(side)];
  const middle = (side - 1) / 2;
  for (let i = 0; i < side; i++) {
    const at = (i - middle) / zoom + middle;
    const first = Math.max(0, Math.min(Math.floor(at), side - 2));
    firsts[i] = first;
    parts[i] = Math.max(0, Math.min(256, Math.round((at - first) * 256)));
  }
  return [firsts, parts];
}
