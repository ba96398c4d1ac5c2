import { crc32, deflateSync } from "node:zlib";
import type { Kind } from "../item.ts";

/** The size link previews ask for, in pixels. */
export const cardImageSize = { width: 1200, height: 630 } as const;

type Colour = readonly [red: number, green: number, blue: number];

/** The colour of the sky says the kind; words are left to the preview's title. */
const skies: Record<Kind, Colour> = {
  offer: [15, 107, 122],
  art16: [94, 75, 139],
  targeted: [133, 70, 112],
  traineeship: [44, 112, 84],
  competition: [72, 84, 143],
  course: [163, 92, 32],
  event: [168, 62, 66],
  notice: [84, 98, 108],
};

const drawn = new Map<Kind, Buffer>();

/** The preview picture of a kind, a PNG: two ranges of hills over a lake. Drawn once, when first asked for. */
export function cardImage(kind: Kind): Buffer {
  let image = drawn.get(kind);
  if (image === undefined) {
    image = png(cardImageSize.width, cardImageSize.height, landscape(skies[kind]));
    drawn.set(kind, image);
  }
  return image;
}

function landscape(sky: Colour): (x: number, y: number) => Colour {
  const white: Colour = [255, 255, 255];
  const night: Colour = [6, 30, 38];
  const shore = 430;
  return (x, y) => {
    const far = 250 + 70 * Math.sin(x / 170 + 0.6) + 45 * Math.sin(x / 71);
    const near = 340 + 60 * Math.sin(x / 230 + 2.4) + 25 * Math.sin(x / 57 + 1);
    if (y < Math.min(far, near)) {
      const sun = Math.hypot(x - 910, y - 150);
      const light = mixed(sky, white, 0.1 + (0.45 * y) / shore);
      return mixed(light, [255, 236, 190], edge(78 - sun) * 0.9);
    }
    if (y >= shore) {
      const wave = Math.sin(y / 5.5 + 2 * Math.sin(x / 130 + y / 40));
      return mixed(mixed(sky, night, 0.35 + (0.4 * (y - shore)) / 200), white, edge(wave * 4 - 2.6) * 0.22);
    }
    const hill = mixed(mixed(sky, night, 0.25), mixed(sky, night, 0.6), edge(y - near));
    return y < far ? mixed(sky, night, 0.6) : hill;
  };
}

/** 0 outside, 1 inside, between them over one pixel, so that borders are smooth. */
function edge(distance: number): number {
  return Math.min(Math.max(distance + 0.5, 0), 1);
}

function mixed(one: Colour, other: Colour, share: number): Colour {
  const part = (a: number, b: number) => Math.round(a + (b - a) * share);
  return [part(one[0], other[0]), part(one[1], other[1]), part(one[2], other[2])];
}

/** PNG (RFC 2083), 8 bits a channel, no alpha, each line filtered by the difference from its left neighbour. */
function png(width: number, height: number, colourAt: (x: number, y: number) => Colour): Buffer {
  const lines = Buffer.alloc(height * (1 + width * 3));
  let at = 0;
  for (let y = 0; y < height; y++) {
    lines[at++] = 1;
    let left: Colour = [0, 0, 0];
    for (let x = 0; x < width; x++) {
      const colour = colourAt(x, y);
      for (const channel of [0, 1, 2] as const) lines[at++] = (colour[channel] - left[channel]) & 0xff;
      left = colour;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(lines)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
