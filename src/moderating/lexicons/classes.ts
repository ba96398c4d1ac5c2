import { namesOfThings } from "./names-of-things.ts";
import { companyWords, institutionWords, kin, staffRoles } from "./people-and-places.ts";
import { protectedGroups } from "./protected-groups.ts";

/** Classes that phrases name with "@": each a list of plain phrases. */
export const classes: Readonly<Record<string, readonly string[]>> = {
  group: Object.values(protectedGroups).flat(),
  /** Groups whom nobody names in pity or in reproach to an office as often as in disgust. */
  othered: [protectedGroups.origin, protectedGroups.religion, protectedGroups.orientation].flatMap(
    (names) => names ?? [],
  ),
  "work-matter": [
    "concors/o/i|cors/o/i|band/o/i|tirocin/io/i|paga|paghe|stipendi/o|orari/o|regol/a/e|contratt/o/i|graduatori/a/e|annunc/io/i|offert/a/e|selezion/e/i",
  ],
  staff: staffRoles,
  kin,
  institution: institutionWords,
  company: companyWords,
  ...namesOfThings,
  you: ["sei", "siete", "tu", "voi", "vuie", "vu", "te", "vuoi", "ti", "vi", "ve"],
  thing: [
    ...[
      "cosa|cose|domand/a/e|idea|idee|regol/a/e|orari/o|modul/o/i|sistem/a/i|burocrazia|band/o/i|sito|siti",
    ],
    ...["legg/e/i|procedur/a/e|scus/a/e|scelt/a/e|vita|lavor/o/i|giornat/a/e|programm/a/i|document/o/i|form"],
    ...[
      "stipendi/o|contratt/o/i|tempo|traffico|parcheggi/o|computer|portale|app|link|post|rispost/a/e|serie",
    ],
    ...["situazion/e/i|graduatori/a/e|concors/o/i|cors/o/i|comment/o/i|frase|frasi|film|partit/a/e|telefono"],
  ],
  good: [
    ...[
      "attraent/e/i|intelligent/e/i|bell/o/a/i/e|brav/o/a/i/e|onest/o/a/i/e|pari|ugual/e/i|normal/e/i|civil/e/i",
    ],
    ...[
      "degn/o/a/i/e|valid/o/a/i/e|uman/o/a/i/e|affidabil/e/i|capac/e/i|person/a/e|cittadin/o/i|important/e/i",
    ],
    ...[
      "interessant/e/i|gentil/e/i|simpatic/o/a/i/he|felic/e/i|membr/o/i|ver/o/a/i/e|pulit/o/a/i/e|san/o/a/i/e",
    ],
  ],
};
