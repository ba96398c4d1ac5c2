import { type Complaint, isTest, type TextFile, textFiles } from "./tree.ts";

/** A rule on single lines of text. */
interface LineRule {
  message: string;
  pattern: RegExp;
  applies(file: TextFile): boolean;
}

const inSrc = ({ path }: TextFile) => path.startsWith("src/") && path.endsWith(".ts") && !isTest(path);
// The rules themselves have to name what they forbid.
const anywhere = ({ path }: TextFile) => !path.startsWith("test/tidy/");

const environmentReaders = ["src/config.ts", "src/main.ts"];
const speakers = /^src\/(cli\/|main\.ts$)/;

export const lineRules: Record<string, LineRule> = {
  environment: {
    message: "only src/config.ts reads the environment (src/main.ts hands it over)",
    pattern: /\bprocess\.env\b|\benv\b.*from "node:process"/,
    applies: (file) => inSrc(file) && !environmentReaders.includes(file.path),
  },
  console: {
    message: "what the program has to say goes through the log; only the command line writes to the terminal",
    pattern: /\bconsole\.(log|info|warn|error|debug)\(/,
    applies: (file) => inSrc(file) && !speakers.test(file.path),
  },
  outbound: {
    message: "there is one guarded door outward: the client of src/platform",
    pattern: /(?<![.\w])fetch\(/,
    applies: (file) => inSrc(file) && !file.path.startsWith("src/platform/"),
  },
  openTasks: {
    message: "a task left open carries an issue number, as in TODO(#12), or does not enter",
    pattern: /\b(TODO|FIXME|XXX)\b(?!\(#\d+\))/,
    applies: ({ path }) => /\.(ts|mts|mjs|js|css)$/.test(path) && !path.startsWith("test/tidy/"),
  },
  machinePaths: {
    message: "a path of one machine: it means nothing on another",
    pattern: /(?<![\w.~-])\/(work\/|home\/[a-z]|Users\/[A-Za-z]|tmp\/brief)/,
    applies: anywhere,
  },
  registryHosts: {
    message: "the address of a package registry: npm and apt know where they fetch from",
    pattern: /registry\.(npmjs|yarnpkg)\.|\bnpmjs\.(org|com)|\bpypi\.org|deb\.debian\.org/i,
    applies: anywhere,
  },
  silencedTypes: {
    message: "a silenced type check; say what is true instead",
    pattern: /@ts-(ignore|nocheck|expect-error)/,
    applies: ({ path }) => path.endsWith(".ts") && !path.startsWith("test/tidy/"),
  },
  loneTests: {
    message: "a test that keeps all others from running",
    pattern: /\b(test|it|describe)\.only\(/,
    applies: ({ path }) => isTest(path) && !path.startsWith("test/tidy/"),
  },
};

export function brokenLines(rule: LineRule): Complaint[] {
  return textFiles
    .filter((file) => rule.applies(file))
    .flatMap(({ path, lines }) =>
      lines.flatMap((line, index) =>
        rule.pattern.test(line) ? [`${path}:${index + 1}: ${rule.message}`] : [],
      ),
    );
}
