import { type AdvertisingKind, advertising } from "./advertising.ts";
import { type CopiedWorkKind, copiedWorks } from "./copied-works.ts";
import { type CounterKind, counterSpeech } from "./counter-speech.ts";
import { type DataRequestKind, dataRequests } from "./data-requests.ts";
import { type DistractionKind, distractions } from "./distractions.ts";
import { type DespairKind, distress } from "./distress.ts";
import { type DistressIdiomKind, distressIdioms } from "./distress-idioms.ts";
import { distressInLanguages } from "./distress-in-languages.ts";
import { type ExposedDataKind, exposedData } from "./exposed-data.ts";
import { type ActField, fieldsOfActs } from "./fields-of-acts.ts";
import { type DespairField, fieldsOfDespair } from "./fields-of-despair.ts";
import { fieldsOfWant, type WantField } from "./fields-of-want.ts";
import { type FormalActKind, formalActs } from "./formal-acts.ts";
import { type InsultPhraseKind, insultPhrases } from "./insult-phrases.ts";
import { type InsultKind, insults } from "./insults.ts";
import { type MilderKind, milderWords } from "./milder-words.ts";
import { onlySoundsSo, type SoundingKind } from "./only-sounds-so.ts";
import { type PersonalNeedKind, personalNeeds } from "./personal-needs.ts";
import { type PrivateFactKind, privateFacts } from "./private-facts.ts";
import { type QuestionKind, questionsAndFaults } from "./questions-and-faults.ts";
import { type ReportedOfferKind, reportedOffers } from "./reported-offers.ts";
import { type ScamKind, scams } from "./scams.ts";
import { slurs } from "./slurs.ts";
import { type SmallTalkKind, smallTalk } from "./small-talk.ts";
import { type SufferingKind, suffering } from "./suffering.ts";
import { type DangerKind, threats } from "./threats.ts";
import type { WordSet } from "./word-list.ts";

/** What a match may be, over all lists that every text is held against. */
export type WordKind =
  | "slur"
  | AdvertisingKind
  | CopiedWorkKind
  | CounterKind
  | DataRequestKind
  | DistractionKind
  | DespairKind
  | DistressIdiomKind
  | ActField
  | DespairField
  | WantField
  | ExposedDataKind
  | FormalActKind
  | InsultPhraseKind
  | InsultKind
  | MilderKind
  | SoundingKind
  | PersonalNeedKind
  | PrivateFactKind
  | ReportedOfferKind
  | ScamKind
  | QuestionKind
  | SmallTalkKind
  | SufferingKind
  | DangerKind;

export const allLists: readonly WordSet<WordKind>[] = [
  slurs,
  advertising,
  copiedWorks,
  counterSpeech,
  dataRequests,
  distractions,
  distress,
  distressInLanguages,
  distressIdioms,
  exposedData,
  fieldsOfActs,
  fieldsOfDespair,
  fieldsOfWant,
  formalActs,
  insultPhrases,
  insults,
  milderWords,
  onlySoundsSo,
  personalNeeds,
  privateFacts,
  reportedOffers,
  scams,
  questionsAndFaults,
  smallTalk,
  suffering,
  threats,
].flat();
