import { html } from "hono/html";
import type { Language } from "../../../channels/channel.ts";
import type { MissingRight } from "../../../channels/connecting.ts";
import type { AnyChannel } from "../../../channels/registry.ts";
import type { Html } from "../../web-parts.ts";

/** Permissions and tasks that are missing, with what does not work without each; how they are given is said once. */
export function missingPart(
  missing: readonly MissingRight[],
  channel: AnyChannel | undefined,
  language: Language,
): Html | string {
  const connecting = channel?.connecting;
  if (missing.length === 0 || !connecting) return "";
  const told = missing.map(({ name }) => ({ name, ...connecting.explainMissing(name, language) }));
  const byRemedy = Map.groupBy(told, ({ toDo }) => toDo);
  return html`${[...byRemedy].map(
    ([toDo, rights]) =>
      html`<ul class="missing">${rights.map(({ name, happened }) => html`<li><code>${name}</code> ${happened}</li>`)}</ul>
      <p class="to-do">${toDo}</p>`,
  )}`;
}
