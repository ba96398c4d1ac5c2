import { html } from "hono/html";
import type { FaultMode } from "../facebook/faults.ts";
import { lagSecondsMax } from "./lag.ts";
import { address, moment, type View } from "./view.ts";
import { FAULT_EDGES } from "./words.ts";

const CALLS_SHOWN = 8;

/** The fault bench: a state part that the live script keeps fresh, and forms that work without any script. */
export function panel(view: View) {
  const { words, panelOpen } = view;
  return html`<aside class="bench" tabindex="0" aria-label="${words.panel.title}"><details class="panel" id="panel" ${panelOpen ? "open" : ""}>
    <summary>${words.panel.title}</summary>
    <div class="panel-body">
      <h2>${words.panel.title}</h2>
      <p class="hint">${words.panel.intro}</p>
      ${panelState(view)}
      ${meets(view)}
      ${words.panel.groups.map(
        (group, index) => html`<details class="group" ${index === 0 ? "open" : ""}>
          <summary>${group.title}</summary>
          <ul class="faults">${group.modes.map((mode) => html`<li>${faultForm(mode, view)}</li>`)}</ul>
        </details>`,
      )}
    </div>
  </details></aside>`;
}

/** Plain links: aiming works without any script, and stays in the address. */
function meets(view: View) {
  const { title, names } = view.words.panel.meets;
  return html`<nav class="box meets" aria-labelledby="t-meets">
    <h3 id="t-meets">${title}</h3>
    <ul>${FAULT_EDGES.map(
      (edge) =>
        html`<li><a href="${`${address(`/${view.page.id}`, view, { panel: "1", meets: edge })}#t-meets`}" ${edge === view.faultEdge ? html`aria-current="true"` : ""}>${names[edge]}</a></li>`,
    )}</ul>
  </nav>`;
}

/** What is on at the moment, the token, the lag and the latest calls. */
export function panelState(view: View) {
  return html`<div id="state" tabindex="-1" data-on="${modesOn(view).join(" ")}">${active(view)} ${token(view)} ${lag(view)} ${calls(view)}</div>`;
}

function faultsHere({ sandbox, page }: View) {
  return sandbox.faults().filter((fault) => fault.pageId === undefined || fault.pageId === page.id);
}

function modesOn(view: View): FaultMode[] {
  return faultsHere(view).map((fault) => fault.mode);
}

function active(view: View) {
  const { words, sandbox, page } = view;
  const faults = faultsHere(view);
  const until = sandbox.throttled().get(page.id);
  const held = sandbox.held();
  return html`<section class="box" aria-labelledby="t-active">
    <h3 id="t-active">${words.panel.active.title}</h3>
    ${faults.length === 0 && until === undefined ? html`<p class="quiet">${words.panel.active.none}</p>` : ""}
    <ul class="active">
      ${faults.map(
        (fault) => html`<li>
          <span id="on-${fault.id}">${words.faults[fault.mode].title}<small>${edgeName(fault.edge, view)}${words.panel.active.remaining(fault.remaining)}</small></span>
          ${button(view, "clear", words.panel.active.off, { id: fault.id }, `on-${fault.id}`)}
        </li>`,
      )}
      ${held === 0 ? "" : html`<li><span id="on-held">${words.panel.active.held(held)}</span>${button(view, "release", words.panel.active.release, {}, "on-held")}</li>`}
    </ul>
    ${until === undefined ? "" : html`<p class="warn">${words.panel.active.throttled(Math.max(1, Math.ceil((until - sandbox.world.now()) / 1000)))}</p>`}
    ${faults.length > 1 || until !== undefined ? button(view, "clear", words.panel.active.allOff) : ""}
  </section>`;
}

/** Nothing for posts, which are what one expects. */
function edgeName(edge: string, { words }: View): string {
  const known = FAULT_EDGES.find((one) => one === edge && one !== "feed");
  return known ? `${words.panel.meets.names[known]} · ` : "";
}

function token(view: View) {
  const { words, sandbox, page } = view;
  const state = sandbox.tokenState(page.token) ?? "valid";
  const valid = state === "valid";
  return html`<section class="box" aria-labelledby="t-token">
    <h3 id="t-token">${words.panel.token.title}</h3>
    <p><span class="state ${valid ? "good" : "bad"}">${words.panel.token.states[state]}</span></p>
    ${valid ? "" : html`<p class="hint">${words.panel.token.what}</p>`}
    <div class="row">
      ${
        valid
          ? html`${button(view, "token", words.panel.token.expire, { mode: "token-expired" })}
            ${button(view, "token", words.panel.token.password, { mode: "token-password" })}`
          : button(view, "restore", words.panel.token.restore)
      }
    </div>
  </section>`;
}

function lag(view: View) {
  const { words, sandbox } = view;
  const seconds = sandbox.readLagMs / 1000;
  return html`<section class="box" aria-labelledby="t-lag">
    <h3 id="t-lag">${words.panel.lag.title}</h3>
    <p class="hint" id="what-lag">${words.panel.lag.what} ${words.panel.lag.now(seconds)}</p>
    <form method="post" action="/_wall/lag" class="row">
      ${carried(view)}
      <label for="lag">${words.panel.lag.label}</label>
      <input id="lag" name="seconds" type="number" min="0" max="${lagSecondsMax}" step="any" value="${seconds}" inputmode="decimal" required>
      <button aria-describedby="t-lag">${words.panel.lag.set}</button>
    </form>
  </section>`;
}

function calls(view: View) {
  const { words, sandbox, page, language } = view;
  const latest = sandbox
    .truth()
    .slice(-200)
    .filter((entry) => entry.pageId === undefined || entry.pageId === page.id)
    .slice(-CALLS_SHOWN)
    .reverse();
  return html`<details class="group calls">
    <summary>${words.panel.calls.title}</summary>
    <p class="hint">${words.panel.calls.what}</p>
    ${latest.length === 0 ? html`<p class="quiet">${words.panel.calls.none}</p>` : ""}
    <ol>
      ${latest.map((entry) => {
        const lied = entry.fault !== undefined && entry.did.kind !== "nothing";
        return html`<li class="${lied ? "lied" : ""}">
          <span class="call"><time>${moment(entry.receivedAt, language, "clock")}</time> ${entry.method} ${entry.edge}</span>
          <span>${words.did[entry.did.kind]} · ${words.told(entry)}</span>
        </li>`;
      })}
    </ol>
  </details>`;
}

function faultForm(mode: FaultMode, view: View) {
  const { title, imitates } = view.words.faults[mode];
  const { once, five, forever } = view.words.panel.times;
  return html`<form method="post" action="/_wall/faults" data-mode="${mode}" class="${modesOn(view).includes(mode) ? "is-on" : ""}">
    ${carried(view)}
    <input type="hidden" name="mode" value="${mode}">
    <input type="hidden" name="meets" value="${view.faultEdge}">
    <h4 id="f-${mode}">${title} <span class="on">${view.words.panel.active.on}</span></h4>
    <p class="hint">${imitates}</p>
    <div class="row times">
      <button name="times" value="1" aria-describedby="f-${mode}">${once}</button>
      <button name="times" value="5" aria-describedby="f-${mode}">${five}</button>
      <button name="times" value="forever" aria-describedby="f-${mode}">${forever}</button>
    </div>
  </form>`;
}

function button(
  view: View,
  action: string,
  label: string,
  fields: Record<string, string> = {},
  about?: string,
) {
  return html`<form method="post" action="/_wall/${action}">
    ${carried(view)}
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    <button ${about ? html`aria-describedby="${about}"` : ""}>${label}</button>
  </form>`;
}

/** What every form brings along, so that its answer leads back to the same Page and language. */
function carried({ page, language }: View) {
  return html`<input type="hidden" name="page" value="${page.id}"><input type="hidden" name="lang" value="${language}">`;
}
