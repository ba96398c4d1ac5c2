import { html, raw } from "hono/html";
import { create } from "qrcode";
import type { Html } from "../../web-parts.ts";

// Readers want four modules of quiet around the square (ISO/IEC 18004).
const quiet = 4;

/** A square of modules for a camera, as SVG within the page: nothing is fetched, and no style stands in it. */
export function qrSquare(text: string, label: string): Html {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size, data } = modules;
  const dark = Array.from(data, (isDark, index) =>
    isDark ? `M${(index % size) + quiet} ${Math.floor(index / size) + quiet}h1v1h-1z` : "",
  ).join("");
  const side = size + 2 * quiet;
  // Digits and letters of our own making only.
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path d="${raw(dark)}" fill="#000"/></svg>`;
}
