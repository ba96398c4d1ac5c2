import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import process from "node:process";
import type { DyingOrder } from "./dying-process.ts";

/** Runs dying-process.ts; gives whether it was killed, or had done its work before that. Throws where it failed. */
export async function runDying(order: DyingOrder): Promise<"killed" | "done"> {
  const program = path.join(import.meta.dirname, "dying-process.ts");
  const child = spawn(process.execPath, [program, JSON.stringify(order)], { stdio: "inherit" });
  const [code, signal] = await once(child, "exit");
  if (signal === "SIGKILL") return "killed";
  if (code === 0) return "done";
  throw new Error(`the program ended with ${code}, ${signal}`);
}
