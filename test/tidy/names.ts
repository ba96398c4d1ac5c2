import { allPaths, type Complaint } from "./tree.ts";

const drawers = /(^|[-./])(utils?|helpers?|common|managers?|service|misc)([-./]|$)/;

// Names that the world outside gives to files.
const givenNames = /(^|\/)(README|ARCHITECTURE|CONTRIBUTING|CHANGELOG|LICENSE|SECURITY)(\.md)?$/;
const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

export function drawerNames(): Complaint[] {
  return allPaths
    .filter((path) => drawers.test(path))
    .map((path) => `${path}: a name that becomes a drawer; say what is in it`);
}

export function notKebab(): Complaint[] {
  return allPaths
    .filter((path) => !givenNames.test(path) && !path.split("/").every((name) => kebab.test(name)))
    .map((path) => `${path}: names are in kebab-case`);
}
