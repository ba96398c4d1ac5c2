import QRCode from "qrcode";

// "M" bears a seventh of the code dirty or torn, which a poster in the rain needs; the margin is the standard's own.
const drawing = { errorCorrectionLevel: "M", margin: 4 } as const;
const pngPixels = 1024;

/** A code that leads to an address, as a drawing for paper of any size. */
export async function qrSvg(address: string): Promise<string> {
  return await QRCode.toString(address, { ...drawing, type: "svg" });
}

/** The same for programs that take no drawings. */
export async function qrPng(address: string): Promise<Buffer> {
  return await QRCode.toBuffer(address, { ...drawing, type: "png", width: pngPixels });
}
