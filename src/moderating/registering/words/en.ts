import type { StatementWords } from "../statement.ts";

export const en: StatementWords = {
  ground: (rule, version, text) => `Rule ${rule}, version ${version}: ${text}`,
  explanation: (rule) =>
    `The content breaks rule ${rule} of those that the authority publishes for conversations on its channels.`,
  byItself:
    "Content written on the authority's channels, recognised automatically as a certain breach of the rule; its author was told.",
  suggested:
    "Content written on the authority's channels, pointed out automatically and judged by a person, who decided.",
  byPerson: "Content written on the authority's channels, read and judged by a person, who decided.",
};
