import { HtmlValidate } from "html-validate";

const judge = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // Written the way HTML itself allows; matters of taste, not of validity.
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    "void-style": "off",
    "long-title": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // A telephone number as the authority writes it; its link is what programs read.
    "tel-non-breaking": "off",
  },
});

/** What is not valid in a page, each fault with its line; empty where all is well. */
export async function htmlFaults(page: string): Promise<string[]> {
  const { results } = await judge.validateString(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line} ${ruleId} ${message}`),
  );
}
