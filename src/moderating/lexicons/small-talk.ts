import type { WordSet } from "./word-list.ts";

export type SmallTalkKind = "thanks" | "greeting" | "follow" | "chatter";

/** Thanks, greetings and talk that ask for nothing. */
export const smallTalk: readonly WordSet<SmallTalkKind>[] = [
  {
    kind: "thanks",
    target: "institution",
    strength: "plain",
    note: "thanks and praise",
    say: [
      "grazie",
      "complimenti",
      "brav/i/e/issimi/issime/a/o",
      "gentilissim/i/a/e/o|gentil/e/i",
      "ottimo|ottima lavoro|servizio|iniziativa|notizia",
      "bell/a/issima iniziativa|notizia",
      "continuate cosi",
      "assunt/o/a",
      "❤|❤️|👏|🙏|💪|😍|🥰",
      "finalmente",
      "utilissim/o/a|molto utile",
      "consiglio a|lo|vivamente",
      "bene|benissimo|perfetto|ottimo",
    ],
  },
  {
    kind: "greeting",
    target: "nobody",
    strength: "plain",
    note: "greetings of the day, which have nothing to do with the post",
    say: [
      "buongiornissim/o",
      "kaffe|kaffè|caffeee",
      "buon/a giornata|serata|domenica|weekend|lunedi|notte|pranzo|settimana|natale|pasqua|anno|ferragosto a+tutti|tutti|gente|amici|☕|🌹|🌞|❤",
      "buongiorno a? tutti|mondo|gente|amici|☕|🌹|🌞|☀",
      "buonanotte|sogni d oro",
      "auguri|buone|felice feste|natale|pasqua|a+tutti|anno|tutti|donne|papa|mamme",
      "buon natale|pasqua|ferragosto|anno|compleanno|8",
    ],
  },
  {
    kind: "follow",
    target: "nobody",
    strength: "plain",
    note: "marks to be told of more",
    say: [
      "segu/o/i/iamo",
      "up",
      "pin",
      "segnaposto",
      "condivid/o/iamo|condivis/o",
      "presente|presenti",
      "tag",
      "mi interessa",
    ],
  },
  {
    kind: "chatter",
    target: "nobody",
    strength: "plain",
    note: "recipes, jokes, riddles, nothing about work",
    say: [
      "ricett/a/e .. pasta|torta|nonna|carbonara|tiramisu",
      "barzelletta .. sapete|carabinieri",
      "chi vince|gioca stasera|domenica|la|lo",
      "forza inter|juve|milan|napoli|roma|lazio|azzurri|ferrari|como|ragazzi|matera",
      "avete visto|guardato .. partita|sanremo|serie|film",
      "che film|serie|canzone",
      "first",
    ],
  },
];
