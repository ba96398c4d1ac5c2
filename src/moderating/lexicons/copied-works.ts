import type { WordSet } from "./word-list.ts";

export type CopiedWorkKind = "copied-work" | "pirated" | "brand-misuse";

/** Works and marks of others. */
export const copiedWorks: readonly WordSet<CopiedWorkKind>[] = [
  {
    kind: "copied-work",
    target: "company",
    strength: "plain",
    note: "the work of others copied whole",
    say: [
      "articolo|testo|pezzo|capitolo|libro|poesia|inchiesta|intervista intero|integrale|completo|completa",
      "tutto|intero|integralmente .. pezzo|articolo|capitolo|testo",
      "pezzo|articolo ... abbonati|abbonamento|pagamento|integrale|intero|tutto|completo",
      "copi/o|incoll/o|riport/o|trascriv/o|copio|ripubblico|pubblico|ricopi/o .. inchiesta|reportage|editoriale|articolo|testo|pezzo|capitolo|intervista|corriere|repubblica|gazzetta|giornale|provincia|sole|stampa|quotidiano|abbonat*|libro|manuale",
      "parola per parola",
      "scriv/o|copi/o|riport/o|trascriv/o|incoll/o .. capitol/o/i|brano|brani",
      "testo integrale",
      "di seguito .. integrale|intero|articolo|testo",
      "articolo .. abbonati|abbonamento|pagamento|paywall|integrale|senza",
      "pagina|pagine scansionat*|fotografat* .. libro|manuale|giornale",
      "foto|immagine|vignetta|disegno|canzone|video|musica pres/a/o .. internet|google|web|altro|sito|fotografo|rete",
      "senza citare|chiedere .. fonte|autore|permesso|fotografo",
      "foto è|e mia|di un fotografo",
      "rubat/o/a .. foto|immagine|grafica|logo",
    ],
  },
  {
    kind: "pirated",
    target: "company",
    strength: "strong",
    note: "links to copies that nobody may give away",
    say: [
      "scaric/a/ate/are|download|trovate|trovi|passo|giro|mando|condivido .. gratis|pdf|gratuit*|torrent|crack*|drive|mega|aggratis .. manual*|libr*|film|corso|software|serie|edizion*|quiz|dispens*|ebook|simulator*",
      "@work ... @passed",
      "@passed ... @work",
      "manual/e/i|libr/o/i|quiz|dispens/e|ebook|corso .. pdf|gratis|scansionat*|piratat*|telegram|drive|fotocopi* .. gratis|qui|link|telegram|scaric*|mando|passo|privato|giro",
      "pezzotto|iptv",
      "streaming gratis|illegale",
      "partit/e/a .. streaming|gratis .. link|qui|streaming|sky|dazn",
      "torrent|crackat/o/a|keygen|serial",
      "netflix|spotify|dazn|sky|office|photoshop .. gratis|crack*|condivis*|euro|account",
      "password|account .. abbonamento|condivid*|giornale|netflix",
    ],
  },
  {
    kind: "brand-misuse",
    target: "company",
    strength: "plain",
    note: "signs and marks of others used without leave",
    say: [
      "us/o/ato/iamo|mess/o|copiat/o|pres/o|utilizz/o/ato|stampat/o|inserit/o .. logo|marchio|stemma|simbolo|loghi .. vostro|dell|della|provincia|comune|regione|mio|mia|nostro|volantin*|magliett*|pagina|sito|cpi",
      "col|con+il|vostro logo|stemma .. vostro|provincia|ente|volantin*|magliett*|corsi|pagina",
      "logo|stemma|marchio|loghi .. senza autorizzazione|falso|contraffatt*|copiat*|taroccat*|taroccato",
      "contraffatt/o/a/i/e|taroccat/o/a/i/e|imitazion/e/i|replica .. vend*|euro|original*|marc*|borse|scarpe|gucci|nike|logo",
      "borse|scarpe|orologi|felpe|profumi replica|imitazione|taroccat*|firmat* .. euro|vend*|prezzo|scriv*|spedizione",
      "rolex|gucci|nike|louis vuitton|prada .. replica|imitazion*|euro|copia|taroccat*",
    ],
  },
];
