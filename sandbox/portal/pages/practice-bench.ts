import { html } from "hono/html";
import { type Fault, faultNames } from "../faults.ts";
import { editorWords } from "./editor-words.ts";
import { inLanguage, type Markup } from "./layout.ts";
import { faultWords, type Language } from "./words.ts";

interface Bench {
  language: Language;
  streamEverySeconds: number | undefined;
  fault: Fault | undefined;
}

/** What no real portal has: the pretend stream and the faults, switched by plain forms. */
export function practiceBench(bench: Bench): Markup {
  const text = editorWords[bench.language];
  return html`<section class="card bench" aria-labelledby="prove"><h2 id="prove">${text.practice}</h2>
${streamForms(bench)}
${faultForms(bench)}
</section>`;
}

function streamForms({ language, streamEverySeconds: seconds }: Bench): Markup {
  const text = editorWords[language];
  const action = inLanguage("/redazione/flusso", language);
  return html`<h3>${text.stream}</h3>
<p>${seconds === undefined ? text.streamOff : html`<strong>${text.streamOn} ${seconds.toLocaleString(language)} ${text.seconds}.</strong>`}</p>
<form method="post" action="${action}">
<label for="seconds">${text.everySeconds}</label>
<div class="line"><input id="seconds" name="seconds" type="number" inputmode="decimal" min="0.1" max="3600" step="any" value="${seconds ?? 5}">
<button class="button quiet" type="submit">${seconds === undefined ? text.startStream : text.changeStream}</button></div>
</form>
${
  seconds === undefined
    ? ""
    : html`<form method="post" action="${action}"><input type="hidden" name="seconds" value=""><button class="button quiet" type="submit">${text.pauseStream}</button></form>`
}`;
}

function faultForms({ language, fault }: Bench): Markup {
  const text = editorWords[language];
  const action = inLanguage("/redazione/guasto", language);
  return html`<h3>${text.faults}</h3>
<p>${text.faultsIntro}</p>
<p>${fault === undefined ? text.faultNone : html`<strong>${text.faultNow} ${faultWords[fault.name][language]}.</strong>`}</p>
${
  fault === undefined
    ? ""
    : html`<form method="post" action="${action}"><input type="hidden" name="fault" value=""><button class="button quiet" type="submit">${text.switchOff}</button></form>`
}
<form method="post" action="${action}">
<label for="fault">${text.faultChoose}</label>
<select id="fault" name="fault">${faultNames.map((name) => html`<option value="${name}">${faultWords[name][language]}</option>`)}</select>
<label for="times">${text.faultTimes}</label>
<select id="times" name="times"><option value="1">${text.once}</option><option value="5">${text.fiveTimes}</option><option value="" selected>${text.untilOff}</option></select>
<button class="button quiet" type="submit">${text.switchOn}</button>
</form>`;
}
