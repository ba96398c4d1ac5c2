// `npm run check`: exactly what continuous integration does, here. It sees only what is committed, so what is not is
// named first: a file forgotten in a commit is the usual way to pass here and fail there.
import { spawnSync } from "node:child_process";
import process from "node:process";
import { root } from "./runner/suites.ts";

const { stdout, status } = spawnSync("git", ["status", "--porcelain"], { cwd: root, encoding: "utf8" });
if (status !== 0) console.log("This is no git checkout: whether everything is committed cannot be said.");
else if (stdout !== "") console.log(`Not committed yet:\n${stdout}`);

const { status: exitCode } = spawnSync("bash", [".ci/run"], { cwd: root, stdio: "inherit" });
process.exitCode = exitCode ?? 1;
