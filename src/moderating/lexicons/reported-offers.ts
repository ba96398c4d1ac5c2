import type { WordSet } from "./word-list.ts";

export type ReportedOfferKind = "unlawful-offer" | "asked-for-money" | "false-identity";

/** What readers tell us about offers and false offices. */
export const reportedOffers: readonly WordSet<ReportedOfferKind>[] = [
  {
    kind: "unlawful-offer",
    target: "company",
    strength: "plain",
    note: "somebody points out that an offer is against the law (D.Lgs. 198/2006, 215 and 216/2003)",
    say: [
      "legal/e/i|lecit/o/a|illegal/e/i|illecit/o/a|vietat/o/a|contro+la+legge|a+norma|regolare .. solo|uomini|donne|italian*|eta|annuncio|offerta|giovani|under|bella+presenza|chiedere|genere|sesso|scrivere|discrimin*",
      "solo|soltanto uomini|donne|italian*|maschi|femmine|ragazze|giovani|under|bella+presenza .. legal*|lecit*|discrimin*|legge|permess*|normale|scherz*|2026|2025|2027|ancora|possibile|vergogn*",
      "discriminazion/e|discriminatori/o/a|discriminant/e|discriminat*",
      "pari opportunita|parita di genere|codice pari|198",
      "contro+la+legge|costituzione",
      "annuncio|offerta .. discrimin*|illegal*|sessist*|razzist*|illecit*",
      "potete|si+puo|possono .. chiedere|pretendere .. nubil*|sposat*|figli|eta|incint*|foto|religion*|nazionalit*|cittadinanza|bella+presenza",
      "paga|stipendio .. sotto|fuori contratto|minimo|minimi|ccnl|contratto+nazionale|fame .. legal*|regolar*|legge|contratto|ispettorato",
      "sotto il minimo|i minimi",
      "non è|e legale|lecito|regolare|permesso",
    ],
  },
  {
    kind: "asked-for-money",
    target: "company",
    strength: "strong",
    note: "an offer we published that asks for money, or is not what it says",
    say: [
      "hanno|ha chiest/o/i .. soldi|anticip*|cauzione|bonifico|caparra|denaro",
      "hanno|ha chiest/o/i .. _ euro|€",
      "mi|ci hanno|ha|hanno chiest/o/i .. euro|soldi|anticip*|pagar*|bonifico|cauzione|documenti|iban|€|foto",
      "chied/ono/e|vogliono .. euro|soldi|anticipo|pagamento|cauzione|bonifico .. per|lavor*|corso|iniziare|assun*|kit|colloquio",
      "azienda|ditta|offerta|annuncio .. falsa|falso|fake|truffa|inesistente|non+esiste|fallit*",
      "è|e una truffa|fregatura .. azienda|ditta|annuncio|attent*|offerta|occhio|segnal*",
      "pag/a/ano .. in nero|fuori busta",
      "in nero .. hanno|offert*|propost*|colloquio|detto|paga*",
      "chiest/o|domandat/o|chied/ono/evano ... figli|incinta|gravidanza|sposat/a/o|fidanzat/a/o|pagare|versare|anticipare|religione|sindacato",
      "lavoro nero|in nero",
      "fuori busta",
      "propost/o/a|offert/o/a|dett/o|chiest/o .. in+nero|fuori+busta|senza+contratto|senza+contributi|dimissioni+in+bianco",
    ],
  },
  {
    kind: "false-identity",
    target: "institution",
    strength: "strong",
    note: "somebody passes for us or for another person",
    say: [
      "profil/o/i|pagin/a/e|account|sito fals/o/a/i|fake|finto|finta|clonat*",
      "si+spaccia|spacciano|fingono|finge per|di",
      "spacciandosi per",
      "fals/a/o pagina|profilo|operator*|impiegat*",
      "sono|scrivo|siamo un|l|il|la|dal|dell operator*|assistenza|staff|impiegat*|ufficio|centro|amministrazione .. scrivetemi|contattatemi|mandatemi|inviatemi|mandami|scrivimi|privato|whatsapp|iban|documenti",
      "siamo|sono .. assistenza|staff|supporto|amministrator* .. scriv*|contatt*|clicc*|iban|documenti|privato",
      "a nome vostro|del cpi|della provincia .. scriv*|chiam*|chied*|mail|sms",
    ],
  },
];
