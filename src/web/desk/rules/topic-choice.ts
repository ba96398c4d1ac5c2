import { html } from "hono/html";
import { offeredRules } from "../../../moderating/ruling/rule-sets.ts";
import type { Html } from "../../web-parts.ts";
import type { RulesView } from "./rules-view.ts";
import type { TypedRule } from "./typed-rule.ts";

/** The topics that no rule is about yet. */
export function topicChoice({ own, versions, today }: RulesView, typed: TypedRule): Html {
  const topics = new Set([...offeredRules(versions, today).map(({ topic }) => topic), typed.topic]);
  return html`<div class="field"><label for="topic">${own.form.topic}</label><p class="hint" id="topic-hint">${own.form.topicHint}</p>
    <select id="topic" name="topic" aria-describedby="topic-hint">${[...topics].map(
      (topic) =>
        html`<option value="${topic}" ${topic === typed.topic ? html`selected` : ""}>${own.topics[topic]}</option>`,
    )}</select></div>`;
}
