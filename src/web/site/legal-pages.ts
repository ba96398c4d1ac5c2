import { html } from "hono/html";
import type { Html } from "../web-parts.ts";
import { pageAddress } from "./addresses.ts";
import type { Following } from "./follow-address.ts";
import { officeOf, type Site } from "./site.ts";
import { siteLayout } from "./site-layout.ts";

interface Part {
  title: string;
  lines: (Html | string)[];
}

/** Made of what the authority has really set: no account, nothing about accounts. */
export function privacyPage(site: Site, followings: readonly Following[]): Html {
  const { said, authority, words } = site;
  const { privacy } = words.legal;
  const networks = [...new Set(followings.map(({ network }) => network))];
  return legalPage(site, "privacy", privacy, [
    {
      title: privacy.controller,
      lines: [
        privacy.controllerText(authority.name),
        ...(said.dataProtectionOfficer ? [privacy.officer(said.dataProtectionOfficer)] : []),
      ],
    },
    { title: privacy.here, lines: [privacy.hereText] },
    ...networks.flatMap((network) => [
      { title: privacy.social, lines: [privacy.socialText(network)] },
      { title: privacy.insights, lines: [privacy.insightsText(authority.name, network)] },
    ]),
    // Who has no Page keeps nothing that people wrote.
    ...(networks.length > 0 ? [retentionPart(site)] : []),
    {
      title: privacy.rights,
      lines: [
        privacy.rightsText,
        ...(said.privacyNotice ? [html`<a href="${said.privacyNotice}">${privacy.notice}</a>`] : []),
      ],
    },
  ]);
}

function retentionPart({ authority, words }: Site): Part {
  const { privacy } = words.legal;
  const { privateMessages, comments, attachments, evidence } = authority.settings.retention;
  const terms = privacy.retentionText(privateMessages, comments, attachments, evidence);
  return { title: privacy.retention, lines: [terms, privacy.retentionHeld] };
}

export function notesPage(site: Site): Html {
  const { said, authority, words } = site;
  const { legal } = words.legal;
  const { licence } = said;
  return legalPage(site, "note-legali", legal, [
    { title: legal.content, lines: [legal.contentText(authority.name)] },
    { title: legal.official, lines: [legal.officialText] },
    {
      title: legal.reuse,
      lines: licence
        ? [html`${legal.reuseUnder} <a href="${licence.url}" rel="license">${licence.name}</a>`]
        : [legal.reuseUnknown],
    },
    { title: legal.software, lines: [legal.softwareText] },
  ]);
}

export function accessibilityPage(site: Site): Html {
  const { said, words } = site;
  const { accessibility } = words.legal;
  const contact = said.accessibilityContact ?? officeOf(site)?.contacts.email;
  return legalPage(site, "accessibilita", accessibility, [
    { title: accessibility.how, lines: [accessibility.howText] },
    ...(said.accessibilityStatement
      ? [
          {
            title: accessibility.statement,
            lines: [html`<a href="${said.accessibilityStatement}">${accessibility.statementLink}</a>`],
          },
        ]
      : []),
    {
      title: accessibility.report,
      lines: contact
        ? [html`${accessibility.reportText} <a href="mailto:${contact}">${contact}</a>`]
        : [accessibility.noContact],
    },
  ]);
}

function legalPage(site: Site, page: string, words: { title: string; lead?: string }, parts: Part[]): Html {
  return siteLayout(
    site,
    {
      title: words.title,
      addressIn: (place) => pageAddress(place, page),
      trail: [{ label: words.title }],
    },
    html`<div class="prose"><h1>${words.title}</h1>
    ${words.lead ? html`<p class="lead">${words.lead}</p>` : ""}
    ${parts.map(({ title, lines }) => html`<h2>${title}</h2>${lines.map((line) => html`<p>${line}</p>`)}`)}</div>`,
  );
}
