import { imports } from "./imports.ts";
import { type Complaint, isTest, programs, textFiles, textOf } from "./tree.ts";

interface Manifest {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const manifest = JSON.parse(textOf("package.json")) as Manifest;
const pinned = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

function dependencies(): [string, string][] {
  const { dependencies: needed, optionalDependencies, devDependencies } = manifest;
  return Object.entries({ ...needed, ...optionalDependencies, ...devDependencies });
}

/** What the program needs at work must not be installed for development only, and nothing is installed for nobody. */
export function misplaced(): Complaint[] {
  const development = Object.keys(manifest.devDependencies);
  const atWork = imports.filter(
    ({ from, isTypeOnly }) =>
      from.startsWith("src/") && !isTypeOnly && !isTest(from) && !from.includes("/pretend-"),
  );
  return [
    ...atWork
      .filter(({ to }) => development.includes(to))
      .map(({ from, to }) => `${from}: needs ${to}, which is a development dependency`),
    ...Object.keys(manifest.dependencies)
      .filter((name) => !programs.some(({ path, text }) => path.startsWith("src/") && text.includes(name)))
      .map((name) => `${name}: a dependency that nothing in src/ uses`),
  ];
}

export function loosePins(): Complaint[] {
  return dependencies()
    .filter(([, version]) => !pinned.test(version))
    .map(([name, version]) => `${name}: "${version}" is no exact version`);
}

/** Rows of docs/dependencies.md: `| name | what for | why this one |`, the name in backticks. */
export function reasonsForDependencies(): Complaint[] {
  const rows = textOf("docs/dependencies.md")
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter((cells) => cells.length >= 5 && cells[1]?.startsWith("`"));
  const named = new Map(
    rows.flatMap((cells) =>
      [...(cells[1] ?? "").matchAll(/`([^`]+)`/g)].map((match) => [match[1] ?? "", cells] as const),
    ),
  );
  const names = dependencies().map(([name]) => name);
  return [
    ...names.filter((name) => !named.has(name)).map((name) => `${name}: no line in docs/dependencies.md`),
    ...[...named.keys()]
      .filter((name) => !names.includes(name))
      .map((name) => `${name}: in docs/dependencies.md, and no dependency any more`),
    ...[...named]
      .filter(([, cells]) => (cells[2] ?? "").length < 10 || (cells[3] ?? "").length < 10)
      .map(([name]) => `${name}: say in docs/dependencies.md what it is for and why this one`),
  ];
}

/** Whatever is run first on a fresh checkout brings along what it needs. */
export function scriptsWithoutSetUp(): Complaint[] {
  return Object.keys(manifest.scripts)
    .filter((name) => !name.startsWith("pre"))
    .filter((name) => manifest.scripts[`pre${name}`] !== "node setup.mjs")
    .map((name) => `package.json: "pre${name}" must be "node setup.mjs"`);
}

/** `npm` passes signals on to the program only if the shell between them is gone. */
export function scriptsWithoutExec(): Complaint[] {
  return Object.entries(manifest.scripts)
    .filter(([name, script]) => !name.startsWith("pre") && script.startsWith("node "))
    .map(([name]) => `package.json: "${name}" must begin with "exec node"`);
}

export function lockFiles(): Complaint[] {
  const locks = textFiles.filter(({ path }) => path.endsWith("package-lock.json"));
  return locks.flatMap(({ path, text }) => {
    const settings = path.replace("package-lock.json", ".npmrc");
    const complaints = text.includes('"resolved":') ? [`${path}: holds addresses ("resolved")`] : [];
    if (!textOf(settings).includes("omit-lockfile-registry-resolved=true")) {
      complaints.push(`${settings}: must say omit-lockfile-registry-resolved=true`);
    }
    return complaints;
  });
}
