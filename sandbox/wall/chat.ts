import { html } from "hono/html";
import { fullName } from "../facebook/community/people.ts";
import { type Message, PAGE_INBOX_APP, type Thread } from "../facebook/messenger/thread.ts";
import { citizenBar } from "./citizen-bar.ts";
import { carriedPerson } from "./discussion.ts";
import { peopleWords } from "./people-language.ts";
import { postText } from "./post-text.ts";
import { address, moment, shortName, type View } from "./view.ts";
import type { PeopleWords } from "./words-people.ts";

/** The small chat of one citizen with the Page, and the colleague's way of answering from Business Suite. */
export function chat(view: View) {
  const words = peopleWords(view.language);
  const { page, as, sandbox } = view;
  const { messenger, community } = sandbox.world;
  const thread = messenger.threadWith(page.id, as);
  const blocked = community.blocked.has(page.id, as.id);
  return html`<main id="main" class="alone chat-page">
    ${citizenBar(view, "chat")}
    <h2>${words.chatTitle(shortName(page))}</h2>
    <p class="hint">${words.private}</p>
    ${chatList(view)}
    ${blocked ? "" : starters(view, thread)}
    ${blocked ? "" : messageForm(view, "message", words.message, words.send)}
    <p class="row">
      <a href="${address(`/${page.id}/messages`, view)}">${words.refresh}</a>
      ${silenceForm(view)}
    </p>
    <section class="empty suite" aria-labelledby="t-suite">
      <h3 id="t-suite">${words.suiteTitle}</h3>
      <p class="hint">${words.suiteHint}</p>
      ${thread ? messageForm(view, "suite", words.suiteTitle, words.suiteSend) : ""}
    </section>
  </main>
  <script src="/_wall/chat-live.js" defer></script>`;
}

const MESSAGES_SHOWN = 100;

/** The bubbles alone: what the live script replaces. */
export function chatList(view: View) {
  const words = peopleWords(view.language);
  const { page, as, sandbox } = view;
  const thread = sandbox.world.messenger.threadWith(page.id, as);
  const isTyping = (thread?.typingUntil ?? 0) > sandbox.world.now();
  return html`<div id="chat" role="log" tabindex="0" aria-label="${words.chatTitle(shortName(page))}">
    ${thread && thread.messages.length > 0 ? "" : html`<p class="hint">${words.chatEmpty}</p>`}
    <ol class="bubbles">${(thread?.messages ?? []).slice(-MESSAGES_SHOWN).map((message) => bubble(message, thread, view))}</ol>
    ${isTyping ? html`<p class="hint">${words.typing}</p>` : ""}
  </div>`;
}

function bubble(message: Message, thread: Thread | undefined, view: View) {
  const words = peopleWords(view.language);
  const name = message.fromPage ? shortName(view.page) : fullName(view.as);
  const app = view.sandbox.world.apps.get(message.appId ?? "");
  const via = message.appId === PAGE_INBOX_APP ? words.viaSuite : words.viaApp(app?.name ?? "");
  const read = message.fromPage && (thread?.readUntil ?? 0) >= message.createdAt;
  return html`<li class="${message.fromPage ? "from-page" : "from-person"}">
    <p class="who"><strong>${name}</strong> <time datetime="${new Date(message.createdAt).toISOString()}">${moment(message.createdAt, view.language, "clock")}</time></p>
    ${message.text ? html`<p class="said" lang="it">${postText(message.text)}</p>` : ""}
    ${message.attachments.map(({ name: file }) => html`<p class="said">${words.attachment}: ${file}</p>`)}
    <p class="hint">${message.fromPage ? via : ""} ${message.edits > 0 ? words.edited : ""} ${read ? `· ${words.read}` : ""}
      ${message.reaction ? html`<span title="${message.reaction.name}">${message.reaction.emoji}</span>` : ""}</p>
    ${message.fromPage && !message.reaction ? heart(message, view, words) : ""}
  </li>`;
}

function heart(message: Message, view: View, words: PeopleWords) {
  return html`<form method="post" action="/_wall/people/heart">
    ${carriedPerson(view)}<input type="hidden" name="message" value="${message.id}">
    <button class="emoji" aria-label="${words.like}: ${(message.text ?? "").slice(0, 40)}">❤️</button>
  </form>`;
}

/** Buttons of the Messenger profile, before the first message: Get Started and ice breakers become postbacks. */
function starters(view: View, thread: Thread | undefined) {
  if ((thread?.messages.length ?? 0) > 0) return "";
  const profile = view.sandbox.world.messenger.profiles.get(view.page.id) ?? {};
  const breakers = (profile.ice_breakers ?? []) as { call_to_actions?: Tap[]; locale?: string }[];
  const questions = breakers.find(
    ({ locale }) => locale === undefined || locale === "default",
  )?.call_to_actions;
  const started = profile.get_started as { payload: string } | undefined;
  // Ice breakers come before the Get Started button (section 14).
  const taps =
    questions ?? (started ? [{ question: peopleWords(view.language).start, payload: started.payload }] : []);
  return html`<div class="row">${taps.map(
    ({ question, payload }) => html`<form method="post" action="/_wall/people/tap">
      ${carriedPerson(view)}<input type="hidden" name="payload" value="${payload}">
      <button name="title" value="${question}">${question}</button>
    </form>`,
  )}</div>`;
}

interface Tap {
  question: string;
  payload: string;
}

function messageForm(view: View, action: string, label: string, button: string) {
  return html`<form method="post" action="/_wall/people/${action}" class="write">
    ${carriedPerson(view)}
    <label class="for-readers" for="f-${action}">${label}</label>
    <input id="f-${action}" name="text" placeholder="${label}" maxlength="2000" autocomplete="off" required>
    <button>${button}</button>
  </form>`;
}

function silenceForm(view: View) {
  const words = peopleWords(view.language);
  const silent = view.sandbox.world.messenger.isSilenced(view.page.id, view.as);
  return html`<form method="post" action="/_wall/people/silence">
    ${carriedPerson(view)}
    <button name="silent" value="${silent ? "no" : "yes"}">${silent ? words.unsilence : words.silence}</button>
  </form>`;
}
