import type { NeedsAnswer } from "./conversation.ts";

/**
 * Whether what somebody wrote needs an answer. Thanks, farewells and faces do not; everything else does. Only what is
 * made of such words from one end to the other is let go, since a question overlooked costs more than a thanks answered.
 */
export function needsAnswer(text: string | null, hasAttachments: boolean): NeedsAnswer {
  if (hasAttachments) return "yes";
  const plain = plainWords(text ?? "");
  // Faces, hearts, a thumb up, "!!!": nothing is said in words, and nothing is asked.
  if (plain === "") return isQuestion(text ?? "") ? "yes" : "probably-not";
  if (isQuestion(text ?? "")) return "yes";
  const whole = ` ${plain} `;
  const rest = closings.reduce((left, closing) => left.replace(closing, " "), whole);
  const isThanks = rest !== whole && rest.replace(fillers, " ").trim() === "";
  return isThanks && plain.split(" ").length <= wordsMax ? "probably-not" : "yes";
}

const wordsMax = 14;

/**
 * Whole phrases that end a talk, Italian with the dialects of these parts, English, and what people of other tongues say
 * first in Italy. Longer ones come before those they begin with.
 */
const closings: readonly RegExp[] = [
  "(?:vi |la |ti |la )?ringrazi(?:o|amo|andovi|andola)(?: (?:di cuore|infinitamente|molto|tanto|ancora))?",
  "(?:mille |tante |molte |infinite )?grazie+(?: (?:mille|tante|infinite|assai|ancora|di cuore|di tutto|davvero|moltissime))*",
  "(?:grassie|grasie|grazzie|graz|grz|grasia|gracias|merci|danke|shukran|thanx|thx|ty|tks)(?: (?:tante|mille|assai))?",
  "(?:many )?(?:thanks|thank you|thank u)(?: (?:so|very|a lot|much|again|lots))*",
  "(?:per|della|per la|per le|della vostra|per la vostra|della sua|per la sua) (?:risposta|disponibilita|gentilezza|cortesia|informazione|informazioni|info|aiuto|attenzione|celerita)",
  "(?:gentilissim[aio]|molto gentil[ei]|siete stati gentilissimi|siete gentilissimi|gentil[ei])",
  "(?:siete )?(?:bravi|bravissimi|grandi|ottimi|fantastici|il top|mitici)",
  "(?:va bene|tutto chiaro|chiaro|chiarissimo|ho capito|capito|ricevuto|d accordo|ok|okay|okey|oki|ook|okk|apposto|a posto|vabbuo|vabbo)",
  "(?:ottimo|perfetto|perfect|great|bene|benissimo|bellissimo|bella iniziativa|complimenti|bravo|brava|top|super|wow|evviva)",
  "(?:buon[ao]? (?:giornata|serata|lavoro|weekend|domenica|feste|natale|pasqua|anno))(?: (?:a voi|a tutti|anche a voi))?",
  "(?:arrivederci|a presto|saluti|cordiali saluti|distinti saluti|un saluto|bye|have a (?:nice|good) day)",
  "(?:di niente|prego|figurati|figuratevi|you re welcome|welcome)",
  "(?:condivido|condiviso|condivisa|shared)",
].map((phrase) => new RegExp(`(?<= )${phrase}(?= )`, "g"));

/** Small words between them, and greetings: alone they begin a talk, and whoever greets waits for a word. */
const fillers =
  /(?<= )(?:buon ?giorno|buona ?sera|salve|ciao|hello|hi|e|ed|a|di|davvero|proprio|tanto|molto|ancora|voi|lei|tutti|and|so|very|much|for|to|you|all)(?= )/g;

const askingWords =
  /(?:^| )(?:come|quando|dove|chi|quanto|quale|quali|perche|posso|potrei|potete|potrebbe|si puo|serve|servono|vorrei|avrei|cerco|how|when|where|what|who|why|can i|could|is it|i need)(?: |$)/;

function isQuestion(text: string): boolean {
  return text.includes("?") || text.includes("？") || askingWords.test(plainWords(text));
}

/** Small letters without accents, marks and faces, one blank between words. */
function plainWords(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}|\p{Cf}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
