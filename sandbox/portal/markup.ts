/** Text made safe for HTML and XML, in element content and in quoted attributes. */
export function escaped(text: string): string {
  return withoutControls(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** XML 1.0 forbids most control characters even as references; an editor may paste one unseen from a word processor. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}

/** Plain text as HTML: paragraphs parted by empty lines, line breaks kept, lines that start with "- " as a list. */
export function textAsHtml(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .map(blockAsHtml)
    .join("\n");
}

function blockAsHtml(block: string): string {
  const lines = block.split("\n");
  const listStart = lines.findIndex((line) => line.startsWith("- "));
  if (listStart === -1) return paragraph(lines);
  const listEnd = lines.findLastIndex((line) => line.startsWith("- "));
  const points = lines
    .slice(listStart, listEnd + 1)
    .map((line) => `<li>${escaped(line.replace(/^- /, ""))}</li>`);
  return `${paragraph(lines.slice(0, listStart))}<ul>${points.join("")}</ul>${paragraph(lines.slice(listEnd + 1))}`;
}

function paragraph(lines: string[]): string {
  return lines.length === 0 ? "" : `<p>${lines.map(escaped).join("<br>")}</p>`;
}
