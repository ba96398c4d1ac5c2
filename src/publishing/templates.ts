import type { ItemKind } from "../watching/found-item.ts";

/** Names of the kinds, as a post says them. */
export const kindNames: Record<"it" | "en", Record<ItemKind, string>> = {
  it: {
    offer: "Offerta di lavoro",
    art16: "Avviamento a selezione (art. 16)",
    "targeted-placement": "Collocamento mirato (L. 68/1999)",
    traineeship: "Tirocinio",
    competition: "Concorso pubblico",
    course: "Corso di formazione",
    event: "Evento",
    notice: "Avviso",
  },
  en: {
    offer: "Job offer",
    art16: "Public selection (art. 16)",
    "targeted-placement": "Targeted placement (L. 68/1999)",
    traineeship: "Traineeship",
    competition: "Public competition",
    course: "Training course",
    event: "Event",
    notice: "Notice",
  },
};

const offerIt = `{kind}: {title}
{place} · {contract}
{employer}

{summary}

Candidature entro: {deadline}
Come candidarsi: {howToApply}
Riferimento: {reference}
Tutti i dettagli: {link}

{authority}`;

const offerEn = `{kind}: {title}
{place} · {contract}
{employer}

{summary}

Apply by: {deadline}
How to apply: {howToApply}
Reference: {reference}
All details: {link}

{authority}`;

const noticeIt = `{title}
{place}

{summary}

Entro: {deadline}
Tutti i dettagli: {link}

{authority}`;

const noticeEn = `{title}
{place}

{summary}

By: {deadline}
All details: {link}

{authority}`;

function forAll(offer: string, notice: string): Record<ItemKind, string> {
  return {
    offer,
    art16: offer,
    "targeted-placement": offer,
    traineeship: offer,
    competition: offer,
    course: offer,
    event: `{kind}: ${notice}`,
    notice,
  };
}

/** The text of posts where the authority has not written its own; see post.ts for how places are filled. */
export const defaultTemplates: Record<"it" | "en", Record<ItemKind, string>> = {
  it: forAll(offerIt, noticeIt),
  en: forAll(offerEn, noticeEn),
};
