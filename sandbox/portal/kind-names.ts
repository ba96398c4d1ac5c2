import type { Kind } from "./item.ts";

/** What a kind is called, for one piece of news and for the list of all. */
export const kindNames: Record<Kind, { it: string; en: string; allIt: string; allEn: string }> = {
  offer: { it: "Offerta di lavoro", en: "Job offer", allIt: "Offerte", allEn: "Offers" },
  art16: { it: "Avviamento art. 16", en: "Public call (art. 16)", allIt: "Art. 16", allEn: "Art. 16 calls" },
  targeted: {
    it: "Collocamento mirato",
    en: "Targeted placement",
    allIt: "Collocamento mirato",
    allEn: "Targeted placement",
  },
  traineeship: { it: "Tirocinio", en: "Traineeship", allIt: "Tirocini", allEn: "Traineeships" },
  competition: { it: "Concorso", en: "Competition", allIt: "Concorsi", allEn: "Competitions" },
  course: { it: "Corso", en: "Course", allIt: "Corsi", allEn: "Courses" },
  event: { it: "Evento", en: "Event", allIt: "Eventi", allEn: "Events" },
  notice: { it: "Avviso", en: "Notice", allIt: "Avvisi", allEn: "Notices" },
};
