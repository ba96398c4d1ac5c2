import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { type Story, storyAddress } from "../facebook/media/story.ts";
import { localId, type Post } from "../facebook/post.ts";
import { chat } from "./chat.ts";
import { citizenBar } from "./citizen-bar.ts";
import { card, feed } from "./feed.ts";
import { panel } from "./panel.ts";
import { peopleWords } from "./people-language.ts";
import { frame, timeLeft } from "./stories.ts";
import { address, initials, shortName, type View } from "./view.ts";
import type { Words } from "./words.ts";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The Page as a visitor sees it, beside the fault bench. */
export function wallDocument(view: View): Html {
  const { words, page } = view;
  const here: Record<string, string> = view.before === undefined ? {} : { before: String(view.before) };
  return shell(view, `${page.name} – ${words.wallOf}`, address(`/${page.id}`, otherView(view), here), [
    html`<div class="columns">
      ${panel(view)}
      <main id="main">
        <h2 class="for-readers">${words.wallOf}</h2>
        <p class="for-readers" role="status" id="news"></p>
        ${citizenBar(view, "wall")}
        ${feed(view)}
      </main>
    </div>
    ${view.before === undefined ? html`<script src="/_wall/live.js" defer></script>` : ""}`,
  ]);
}

/** The small chat of one citizen with the Page. */
export function chatDocument(view: View): Html {
  const { page } = view;
  const title = peopleWords(view.language).chatTitle(page.name);
  return shell(view, title, address(`/${page.id}/messages`, otherView(view)), [chat(view)]);
}

/** One post by itself: where `permalink_url` leads. */
export function postDocument(view: View, post: Post): Html {
  const { words, page } = view;
  const path = `/${page.id}/posts/${localId(post)}`;
  return shell(view, `${page.name} – ${words.wallOf}`, address(path, otherView(view)), [
    html`<main id="main" class="alone">
      <h2 class="for-readers">${words.wallOf}</h2>
      ${card(post, view, false)}
      <p class="pager"><a href="${address(`/${page.id}`, view)}">${words.notFound.back}</a></p>
    </main>`,
  ]);
}

/** One story by itself: where its `url` leads, for as long as it lives. */
export function storyDocument(view: View, story: Story): Html {
  const { words, page } = view;
  return shell(
    view,
    `${page.name} – ${words.media.stories}`,
    address(storyAddress("", story), otherView(view)),
    [
      html`<main id="main" class="alone">
      <h2 class="for-readers">${words.media.stories}</h2>
      <div class="story-alone">${frame(story, view, true)}<p class="left">${timeLeft(story, view)}</p></div>
      <p class="pager"><a href="${address(`/${page.id}`, view)}">${words.notFound.back}</a></p>
    </main>`,
    ],
  );
}

export function missingDocument(view: View): Html {
  const { words, page } = view;
  return shell(view, words.notFound.title, address(`/${page.id}`, otherView(view)), [
    html`<main id="main" class="alone">
      <div class="empty">
        <h2 class="empty-title">${words.notFound.title}</h2>
        <p>${words.notFound.text}</p>
        <p><a href="${address(`/${page.id}`, view)}">${words.notFound.back}</a></p>
      </div>
    </main>`,
  ]);
}

/** The part the live script asks for: the posts and the state of the bench. */
export function liveFragment(view: View, feedHtml: Html, stateHtml: Html): Html {
  return html`<!doctype html><html lang="${view.language}"><head><title>${view.words.wallOf}</title></head><body>${feedHtml}${stateHtml}</body></html>`;
}

function otherView(view: View): Pick<View, "language" | "as"> {
  return { language: view.words.otherLanguage.lang, as: view.as };
}

function shell(view: View, title: string, otherAddress: string, content: Html[]): Html {
  const { words, language, page } = view;
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <meta name="color-scheme" content="light dark">
  <title>${title}</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/_wall/wall.css">
</head>
<body data-page="${page.id}" data-lang="${language}" data-as="${view.as.key}" data-news-one="${words.news(1)}" data-news-many="${words.news(2)}">
  <a class="skip" href="#main">${words.skip}</a>
  ${banner(words, otherAddress)}
  ${masthead(view)}
  ${content}
</body>
</html>`;
}

function banner(words: Words, otherAddress: string): Html {
  return html`<section class="banner" aria-label="${words.banner.word}">
    <p><strong>${words.banner.word}</strong> <span>${words.banner.sentence}</span></p>
    <a href="${otherAddress}" lang="${words.otherLanguage.lang}" hreflang="${words.otherLanguage.lang}">${words.otherLanguage.label}</a>
  </section>`;
}

function masthead(view: View): Html {
  const { page, words, sandbox } = view;
  const pages = [...sandbox.world.pages.values()];
  return html`<header class="masthead">
    <div class="cover" aria-hidden="true"></div>
    <div class="identity">
      <span class="avatar large" aria-hidden="true">${initials(page.name)}</span>
      <div><h1>${page.name}</h1><p>${words.category}</p></div>
    </div>
    ${pages.length > 1 ? pageList(view) : ""}
  </header>`;
}

function pageList(view: View): Html {
  const pages = [...view.sandbox.world.pages.values()];
  return html`<nav class="pages" aria-label="${view.words.pages}">
    <ul>
      ${pages.map(
        (page) => html`<li>
          <a href="${address(`/${page.id}`, view)}" ${page === view.page ? html`aria-current="page"` : ""}>${shortName(page)}</a>
        </li>`,
      )}
    </ul>
  </nav>`;
}
