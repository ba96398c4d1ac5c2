import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { composeCard } from "../src/publishing/cards/card.ts";
import { readTypefaces } from "../src/publishing/cards/read-typefaces.ts";
import { renderCard } from "../src/publishing/cards/render-card.ts";
import { cases } from "./cards/cases.ts";
import { contactSheet } from "./cards/contact-sheet.ts";

const folder = await mkdtemp(path.join(tmpdir(), "bacheca-cards-"));
const typefaces = await readTypefaces();
const done = [];
for (const [index, of] of cases().entries()) {
  const card = await renderCard(composeCard(of.item, of.style, of.link, of.size, typefaces), typefaces);
  await writeFile(path.join(folder, `${String(index + 1).padStart(2, "0")}-${of.size}.png`), card.bytes);
  done.push({ of, card });
}
await writeFile(path.join(folder, "contact-sheet.png"), await contactSheet(done));
console.log(folder);
