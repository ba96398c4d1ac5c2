import type { RaidingWords } from "./words.ts";

const several = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`);

export const en: RaidingWords = {
  title: "A raid is going on",
  counted: (breaches, people) =>
    `${several(breaches, "probable breach", "probable breaches")}, by ${several(people, "person", "people")}.`,
  since: (moment) => `It began ${moment}.`,
  offered: "More can be done. None of this begins by itself:",
  steps: {
    "report-threats": ({ messages }) =>
      `Keep ${several(messages, "threat or grave message", "threats or grave messages")} and tell whoever is responsible at once; where there is danger, call 112.`,
    "hide-certain": ({ messages }) =>
      `Decide about what is certain first: ${several(messages, "comment waits", "comments wait")}.`,
    "let-act": ({ rules }) =>
      `Let ${rules.length === 1 ? `rule ${rules[0]} act by itself` : `rules ${rules.join(", ")} act by themselves`} from today: only what is certain is hidden, its author is told, and it can be undone.`,
    "warn-repeaters": ({ people }) =>
      `Warn whoever goes on (${several(people, "person", "people")}): without a warning nobody can be blocked.`,
    "remind-publicly": () =>
      "Remind people of the rules by a public comment of the authority below the post.",
    "limit-on-network": () =>
      "On the Page, in the settings of the network: limit for some hours who can comment on that post.",
    "call-colleagues": () => "Call a colleague: it is too much for one person.",
  },
};
