/**
 * Who may import whom. ARCHITECTURE.md shows this table; a test keeps the two the same.
 *
 * A part is a folder (everything below it), or a file; the longest name that fits a path is its part, and `*` is any
 * one folder. What is not listed is forbidden. Types vanish before the program runs, so some parts may know the shapes
 * of others without being able to call them.
 */
export interface Part {
  part: string;
  what: string;
  /** Parts it may use. */
  uses: string[];
  /** Parts of which it may know the types only. */
  knows: string[];
}

const story = [
  "src/authority",
  "src/watching",
  "src/publishing",
  "src/conversing",
  "src/moderating",
  "src/connecting",
  "src/auditing",
];
const toNetworks = ["src/channels/channel.ts", "src/channels/conversing.ts", "src/channels/connecting.ts"];
const ports = [...toNetworks, "src/sources/source.ts"];
const registries = ["src/channels/registry.ts", "src/sources/registry.ts"];

export const parts: Part[] = [
  {
    part: "src/main.ts",
    what: "the entry: reads the arguments, joins the parts",
    uses: ["src/cli", "src/config.ts"],
    knows: [],
  },
  {
    part: "src/cli",
    what: "the command line",
    uses: [
      ...story,
      ...ports,
      ...registries,
      "src/staff",
      "src/mailing",
      "src/operation",
      "src/web",
      "src/jobs",
      "src/database",
      "src/platform",
      "src/installation.ts",
      "src/config.ts",
      "src/version.ts",
    ],
    knows: [],
  },
  {
    part: "src/operation",
    what: "looking after an installation: the checks of `doctor`",
    uses: [
      ...story,
      ...ports,
      ...registries,
      "src/mailing",
      "src/noticeboard",
      "src/jobs",
      "src/database",
      "src/platform",
      "src/installation.ts",
      "src/version.ts",
    ],
    knows: ["src/config.ts"],
  },
  {
    part: "src/web",
    what: "everything that answers over HTTP",
    uses: [
      ...story,
      ...toNetworks,
      "src/staff",
      "src/mailing",
      "src/noticeboard",
      "src/database",
      "src/platform",
      "src/version.ts",
    ],
    knows: ["src/installation.ts", "src/jobs", ...registries, "src/sources/source.ts", "src/config.ts"],
  },
  {
    part: "src/installation.ts",
    what: "the parts of an installation, built once and joined",
    uses: [
      ...registries,
      "src/publishing",
      "src/mailing",
      "src/jobs",
      "src/database",
      "src/platform",
      "src/config.ts",
      "src/version.ts",
    ],
    knows: [],
  },
  {
    part: "src/jobs",
    what: "the one queue, the clock, the worker",
    uses: [
      ...story.filter((part) => part !== "src/authority"),
      "src/mailing",
      "src/sources/registry.ts",
      "src/noticeboard",
      "src/database",
      "src/platform",
    ],
    knows: ["src/authority"],
  },
  {
    part: "src/authority",
    what: "the public body: its settings, its file, its keys",
    uses: [...story, "src/channels/channel.ts", "src/database", "src/platform"],
    knows: ["src/sources/source.ts", ...registries, "src/jobs"],
  },
  {
    part: "src/watching",
    what: "1. notice what the portals publish",
    uses: [...story, "src/database", "src/platform"],
    knows: ["src/sources/source.ts", "src/jobs"],
  },
  {
    part: "src/publishing",
    what: "2. put each item on each account, once",
    uses: [...story, "src/channels/channel.ts", "src/database", "src/platform"],
    knows: ["src/channels/registry.ts", "src/jobs"],
  },
  {
    part: "src/conversing",
    what: "3. hear what people write, answer them",
    uses: [...story, ...toNetworks, "src/noticeboard", "src/database", "src/platform"],
    knows: ["src/channels/registry.ts", "src/jobs"],
  },
  {
    part: "src/moderating",
    what: "4. decide what may stay visible, and keep the reason",
    uses: [...story, ...toNetworks, "src/database", "src/platform"],
    knows: ["src/channels/registry.ts", "src/jobs"],
  },
  {
    part: "src/connecting",
    what: "accounts: connect them, keep them well",
    uses: [...story, ...toNetworks, "src/database", "src/platform"],
    knows: ["src/channels/registry.ts", "src/jobs"],
  },
  {
    part: "src/auditing",
    what: "the trail of acts: entered with the act, chained, checked",
    uses: ["src/database", "src/platform"],
    knows: [],
  },
  {
    part: "src/staff",
    what: "the people at the desk: who they are, what they may do",
    uses: ["src/auditing", "src/database", "src/platform"],
    knows: [],
  },
  {
    part: "src/mailing",
    what: "mail to the people at the desk: what they are told, and sending it",
    uses: [...story, "src/staff", "src/database", "src/platform"],
    knows: ["src/channels/registry.ts", "src/jobs"],
  },
  {
    part: "src/noticeboard",
    what: "what the public reads of the items: questions, standing, search",
    uses: ["src/authority", "src/watching", "src/database", "src/platform"],
    knows: [],
  },
  {
    part: "src/sources/registry.ts",
    what: "all kinds of portal, one line each",
    uses: ["src/sources/*", "src/platform"],
    knows: ["src/sources/source.ts"],
  },
  {
    part: "src/sources/source.ts",
    what: "the port toward the portals",
    uses: [],
    knows: ["src/watching/found-item.ts"],
  },
  {
    part: "src/sources/*",
    what: "one kind of portal",
    uses: ["src/sources/source.ts", "src/platform"],
    knows: ["src/watching/found-item.ts"],
  },
  {
    part: "src/channels/registry.ts",
    what: "all kinds of network, one line each",
    uses: ["src/channels/*", "src/platform"],
    knows: toNetworks,
  },
  {
    part: "src/channels/channel.ts",
    what: "the port toward the networks",
    uses: [],
    knows: ["src/channels/conversing.ts", "src/channels/connecting.ts"],
  },
  {
    part: "src/channels/conversing.ts",
    what: "its part for what people write and we answer",
    uses: [],
    knows: ["src/channels/channel.ts"],
  },
  {
    part: "src/channels/connecting.ts",
    what: "its part for connecting accounts",
    uses: [],
    knows: ["src/channels/channel.ts"],
  },
  {
    part: "src/channels/*",
    what: "one kind of network",
    uses: [...toNetworks, "src/platform"],
    knows: [],
  },
  {
    part: "src/database",
    what: "engines, migrations, tables as types, backup",
    uses: ["src/platform", "src/version.ts"],
    knows: [
      "src/watching/found-item.ts",
      "src/publishing/publication.ts",
      "src/channels/channel.ts",
      "src/staff/rights.ts",
    ],
  },
  {
    part: "src/platform",
    what: "clock, log, outbound HTTP, secrets; no word of the product",
    uses: [],
    knows: [],
  },
  { part: "src/config.ts", what: "the settings: the only reader of the environment", uses: [], knows: [] },
  { part: "src/version.ts", what: "which release this is", uses: [], knows: [] },
  { part: "sandbox", what: "the pretend portal and the pretend Facebook", uses: [], knows: [] },
  { part: "demo", what: "the demonstration: starts the others as processes", uses: [], knows: [] },
  { part: "bench", what: "one file for each figure we promise", uses: ["src", "sandbox", "test"], knows: [] },
  {
    part: "test",
    what: "what all tests share, and the tests of the whole",
    uses: ["src", "sandbox", "bench"],
    knows: [],
  },
  { part: "bin", what: "the command `bacheca`, on whatever Node there is", uses: ["src/main.ts"], knows: [] },
  { part: "tools", what: "what set-up brings along", uses: [], knows: [] },
];

/** Tests beside their files may also use what all tests share. */
export const sharedByTests = "test";

/**
 * Packages that have one home in `src/`: whoever needs what they do goes through that part. One outbound client, one
 * queue, one place that opens connections.
 */
export const homes: Record<string, string[]> = {
  undici: ["src/platform"],
  "node:http": ["src/platform"],
  "node:https": ["src/platform"],
  pino: ["src/platform"],
  pg: ["src/database"],
  "pg-boss": ["src/jobs"],
  fastify: ["src/web"],
  hono: ["src/web"],
  "prom-client": ["src/web"],
  otpauth: ["src/staff"],
  qrcode: ["src/web"],
  yaml: ["src/authority", "src/cli"],
  "@resvg/resvg-js": ["src/publishing/cards"],
  "h264-mp4-encoder": ["src/publishing/cards"],
  nodemailer: ["src/mailing"],
  "file-type": ["src/conversing"],
};

/** What rules must not touch, so that they can be tested as tables: see `nouns.ts`. */
export const forbiddenToNouns = ["kysely", "pg", "pg-boss", "undici", "fastify", "hono"];

/**
 * Circles of imports that only exist between types, each with the reason why it may stay. Written as the sorted
 * paths of the files in it, joined with " + ".
 */
export const typeCirclesAllowed: Record<string, string> = {
  "src/channels/channel.ts + src/channels/connecting.ts + src/channels/conversing.ts":
    "one port, in three files because who publishes, who answers and who connects read one each",
  "src/database/embedded/run.ts + src/database/embedded/server-user.ts":
    "programs are run as a user, and to choose the user a program is run",
};
