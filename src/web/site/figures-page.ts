import { html } from "hono/html";
import { type DecisionAction, isMeasure } from "../../moderating/deciding/decision.ts";
import type { ModerationFigures } from "../../moderating/registering/register-store.ts";
import type { Html } from "../web-parts.ts";
import { pageAddress, pageNames } from "./addresses.ts";
import type { Site } from "./site.ts";
import { siteLayout } from "./site-layout.ts";
import type { FiguresWords } from "./words/moderation-words.ts";

export const figuresDays = 90;

/** What was decided about comments, in numbers that a table says and bars show. */
export function figuresPage(site: Site, figures: ModerationFigures): Html {
  const { words, place } = site;
  const own = words.moderation.figures;
  return siteLayout(
    site,
    {
      title: own.title,
      description: own.lead(figuresDays),
      addressIn: (other) => pageAddress(other, pageNames.figures),
      trail: [{ label: own.title }],
    },
    html`<div class="prose"><h1>${own.title}</h1><p class="lead">${own.lead(figuresDays)}</p>
    ${figures.measures === 0 ? html`<p class="nothing">${own.none}</p>` : html`${sums(site, figures)}${byRule(site, figures)}`}
    <p>${own.how}</p>
    <p><a href="${pageAddress(place, pageNames.register)}">${words.moderation.register.title}</a></p></div>`,
  );
}

function sums({ words }: Site, figures: ModerationFigures): Html {
  const own = words.moderation.figures;
  const { p50, p90 } = figures.seenToActedSeconds;
  const left = figures.byRule
    .filter(({ action }) => action === "none")
    .reduce((sum, { count }) => sum + count, 0);
  const row = (what: string, value: number | string) =>
    html`<tr><th scope="row">${what}</th><td class="number">${value}</td></tr>`;
  return html`<h2 id="sums">${own.sums}</h2><table class="counts" aria-labelledby="sums">
    <thead><tr><th scope="col">${own.what}</th><th scope="col" class="number">${own.number}</th></tr></thead><tbody>
      ${row(own.measures, figures.measures)}
      ${row(own.left, left)}
      ${p50 === null ? "" : row(own.half, durationInWords(p50, own))}
      ${p90 === null ? "" : row(own.most, durationInWords(p90, own))}
      ${row(own.reviewed, figures.reviewed)}
      ${row(own.changed, figures.overturned)}
      ${row(own.automatic, figures.automatic.count)}
      ${row(own.takenBack, figures.automatic.takenBack)}
    </tbody></table>`;
}

/** In the largest unit that does not hide what counts, rounded up: a promise is not kept by rounding. */
function durationInWords(seconds: number, own: FiguresWords): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  if (minutes < 120) return own.minutes(minutes);
  const hours = Math.ceil(minutes / 60);
  return hours < 72 ? own.hours(hours) : own.days(Math.ceil(hours / 24));
}

interface RuleCount {
  rule: number;
  count: number;
  actions: { action: DecisionAction; count: number }[];
}

function countsByRule({ byRule }: ModerationFigures): RuleCount[] {
  const counts = new Map<number, RuleCount>();
  for (const { rule, action: named, count } of byRule) {
    const action = named as DecisionAction;
    if (rule === null || !isMeasure(action)) continue;
    const known = counts.get(rule) ?? { rule, count: 0, actions: [] };
    counts.set(rule, {
      rule,
      count: known.count + count,
      actions: [...known.actions, { action, count }],
    });
  }
  return [...counts.values()];
}

function byRule({ words, place }: Site, figures: ModerationFigures): Html {
  const { figures: own, register, actions } = words.moderation;
  const counts = countsByRule(figures);
  const rules = pageAddress(place, pageNames.rules);
  return html`<h2 id="by-rule">${own.byRule}</h2>${bars(words.rules.rule, own.bars, counts)}
    <table class="counts" aria-labelledby="by-rule"><thead><tr><th scope="col">${register.rule}</th><th scope="col">${register.measure}</th>
      <th scope="col" class="number">${register.count}</th></tr></thead><tbody>
      ${counts.map(
        (
          one,
        ) => html`<tr><th scope="row"><a href="${rules}#regola-${one.rule}">${words.rules.rule(one.rule)}</a></th>
        <td>${one.actions.map(({ action, count }, index) => html`${index === 0 ? "" : html`<br>`}${actions[action]}: ${count}`)}</td><td class="number">${one.count}</td></tr>`,
      )}
    </tbody></table>`;
}

const bar = { line: 32, label: 88, width: 232, number: 40, thick: 20 };

/** Drawn with attributes only, which the strict policy of these pages allows; the table beside it says the same. */
function bars(rule: (number: number) => string, label: string, counts: readonly RuleCount[]): Html {
  const most = Math.max(...counts.map(({ count }) => count));
  const lines = counts.map(({ rule: number, count }, index) => {
    const width = Math.max(2, Math.round((count / most) * bar.width));
    const top = index * bar.line;
    return html`<text x="0" y="${top + 21}">${rule(number)}</text>
      <rect x="${bar.label}" y="${top + 6}" width="${width}" height="${bar.thick}" rx="2"></rect>
      <text x="${bar.label + width + 8}" y="${top + 21}">${count}</text>`;
  });
  const box = `0 0 ${bar.label + bar.width + bar.number} ${counts.length * bar.line}`;
  return html`<svg class="bars" role="img" aria-label="${label}" viewBox="${box}">${lines}</svg>`;
}
