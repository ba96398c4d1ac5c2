import { html } from "hono/html";
import type { Html } from "../web-parts.ts";
import { boardAddress } from "./addresses.ts";
import type { Board } from "./read-board.ts";
import type { Site } from "./site.ts";

/** Pages around the present one, with the first and the last; 0 stands for a gap. */
export function pagesShown(page: number, pages: number): number[] {
  const near = [page - 1, page, page + 1].filter((each) => each > 1 && each < pages);
  const shown = pages === 1 ? [1] : [1, ...near, pages];
  return shown.flatMap((each, index) => {
    const before = shown[index - 1] ?? 0;
    if (each - before === 2) return [each - 1, each];
    return each - before > 1 ? [0, each] : [each];
  });
}

/** Links from page to page; nothing where there is one page only. */
export function pagination({ place, words }: Site, { question, pages }: Board): Html | string {
  if (pages <= 1) return "";
  const to = (page: number) => boardAddress(place, { ...question, page });
  return html`<nav class="pages" aria-label="${words.board.pages}"><ul>
    ${question.page > 1 ? html`<li><a rel="prev" href="${to(question.page - 1)}">${words.board.previous}</a></li>` : ""}
    ${pagesShown(question.page, pages).map((page) => {
      if (page === 0) return html`<li aria-hidden="true">…</li>`;
      if (page === question.page) {
        return html`<li><a aria-current="page" aria-label="${words.board.page(page, pages)}" href="${to(page)}">${page}</a></li>`;
      }
      return html`<li><a aria-label="${words.board.page(page, pages)}" href="${to(page)}">${page}</a></li>`;
    })}
    ${question.page < pages ? html`<li><a rel="next" href="${to(question.page + 1)}">${words.board.next}</a></li>` : ""}
  </ul></nav>`;
}
