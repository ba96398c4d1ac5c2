import type { CDPSession, Page } from "playwright-core";

type AxNode = Awaited<ReturnType<typeof treeOf>>[number];

/** What somebody operates or reads by its name. */
const named = new Set([
  ...["link", "button", "textbox", "searchbox", "combobox", "checkbox", "radio", "spinbutton", "option"],
  ...["image", "img", "table", "figure", "search", "dialog"],
]);
const landmarks = new Set([
  "banner",
  "main",
  "contentinfo",
  "navigation",
  "search",
  "complementary",
  "region",
]);
const alone = ["main", "banner", "contentinfo"];

/**
 * What disturbs somebody who listens to a page, found in the tree that the browser gives to screen readers: no name or
 * no language, no main part or several, headings out of their order, landmarks that sound alike, controls and pictures
 * without a name, an address read out where a name belongs. Empty where all is well.
 */
export async function readerFaults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const nodes = await treeOf(session);
    return [
      ...(await documentFaults(page)),
      ...landmarkFaults(nodes),
      ...headingFaults(nodes),
      ...nameFaults(nodes),
    ];
  } finally {
    await session.detach();
  }
}

/** All that is read out, in the order in which it is read. */
async function treeOf(session: CDPSession) {
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const order = (node: (typeof nodes)[number]): typeof nodes => [
    node,
    ...(node.childIds ?? []).flatMap((id) => {
      const child = known.get(id);
      return child ? order(child) : [];
    }),
  ];
  const [root] = nodes;
  return root ? order(root).filter(({ ignored }) => !ignored) : [];
}

const roleOf = ({ role }: AxNode): string => String(role?.value ?? "");
const nameOf = ({ name }: AxNode): string => String(name?.value ?? "").trim();

async function documentFaults(page: Page): Promise<string[]> {
  const title = await page.title();
  const language = await page.locator("html").getAttribute("lang");
  return [
    ...(title.trim() === "" ? ["the page has no name"] : []),
    ...(language === "it" || language === "en" ? [] : [`the language of the page is ${language}`]),
  ];
}

function landmarkFaults(nodes: AxNode[]): string[] {
  const found = nodes.filter((node) => landmarks.has(roleOf(node)));
  const count = (role: string) => found.filter((node) => roleOf(node) === role).length;
  const sounds = found.map((node) => `${roleOf(node)} "${nameOf(node)}"`);
  return [
    ...(count("main") === 1 ? [] : [`${count("main")} main parts`]),
    ...alone.filter((role) => count(role) > 1).map((role) => `several of ${role}`),
    ...sounds.filter((sound, index) => sounds.indexOf(sound) !== index).map((sound) => `twice: ${sound}`),
    ...found
      .filter((node) => ["navigation", "region", "search"].includes(roleOf(node)) && nameOf(node) === "")
      .map((node) => `${roleOf(node)} without a name`),
  ];
}

function headingFaults(nodes: AxNode[]): string[] {
  const headings = nodes
    .filter((node) => roleOf(node) === "heading")
    .map((node) => ({
      level: Number(node.properties?.find(({ name }) => name === "level")?.value.value),
      text: nameOf(node),
    }));
  const firsts = headings.filter(({ level }) => level === 1).length;
  return [
    ...(firsts === 1 ? [] : [`${firsts} headings of the first level`]),
    ...headings.filter(({ text }) => text === "").map(({ level }) => `an empty heading of level ${level}`),
    ...headings
      .filter(({ level }, index) => level > (headings[index - 1]?.level ?? 0) + 1)
      .map(({ level, text }) => `a heading of level ${level} out of its order: ${text}`),
  ];
}

function nameFaults(nodes: AxNode[]): string[] {
  return nodes
    .filter((node) => named.has(roleOf(node)))
    .flatMap((node) => {
      const name = nameOf(node);
      if (name === "") return [`${roleOf(node)} without a name`];
      // "Leggi", "clicca qui", "link": a list of links is read without what stands around them.
      if (roleOf(node) === "link" && /^(leggi|qui|clicca qui|link|here|read|more|altro)$/i.test(name)) {
        return [`a link that says nothing: ${name}`];
      }
      return [];
    });
}
