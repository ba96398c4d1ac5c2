import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { testDirectory } from "../databases.ts";
import { type RunningCommand, startCommand } from "./command.ts";

/** `npm start` as a newcomer has it, on free ports and with a folder of its own. */

const patienceMs = 90_000;

interface Demo extends RunningCommand {
  wall: string;
  desk: string;
}

async function startDemo(data: string, ...options: string[]): Promise<Demo> {
  const ports = ["--port", "0", "--portal-port", "0", "--wall-port", "0"];
  const demo = startCommand("demo/start.ts", ["--data", data, ...ports, ...options]);
  await demo.says("Ctrl-C per fermare");
  const address = (label: string) =>
    new RegExp(`${label} +(http://127.0.0.1:\\d+)`).exec(demo.out())?.[1] ?? "";
  return { ...demo, wall: address("wall"), desk: address("today") };
}

async function postsOn(wall: string): Promise<number> {
  const state = (await (await fetch(`${wall}/_sandbox/state`)).json()) as { pages: { posts: number }[] };
  return state.pages.reduce((sum, page) => sum + page.posts, 0);
}

async function until(fact: () => Promise<boolean>): Promise<void> {
  while (!(await fact())) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Command lines of the processes that name this folder, each after its pid: the demonstration's own, database included. */
function processesOf(data: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => `${pid} ${commandLineOf(pid)}`)
    .filter((line) => line.includes(data));
}

function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

describe("the demonstration", { timeout: patienceMs }, () => {
  test("puts posts on the wall, and Ctrl-C, which npm hands on twice, stops all of it", async () => {
    const data = testDirectory();
    const demo = await startDemo(data, "--every", "0.5");
    await until(async () => (await postsOn(demo.wall)) >= 4);
    expect(await (await fetch(`${demo.desk}/desk`)).text()).toMatch(/imostrazione/);
    demo.child.kill("SIGINT");
    demo.child.kill("SIGINT");
    expect(await demo.ended).toBe(0);
    expect(demo.out()).toContain("DIMOSTRAZIONE");
    expect(demo.out()).toContain("DEMONSTRATION");
    expect(processesOf(data)).toEqual([]);

    const again = await startDemo(data, "--every", "3600");
    const kept = await postsOn(again.wall);
    expect(kept).toBeGreaterThanOrEqual(4);
    again.child.kill("SIGTERM");
    expect(await again.ended).toBe(0);

    const fresh = await startDemo(data, "--every", "3600", "--fresh");
    expect(await postsOn(fresh.wall)).toBeLessThan(kept);
    fresh.child.kill("SIGTERM");
    expect(await fresh.ended).toBe(0);
    expect(processesOf(data)).toEqual([]);
  });

  test("a part that dies is told, and takes the others with it", async () => {
    const data = testDirectory();
    const demo = await startDemo(data, "--every", "3600");
    const folder = path.join(data, "demo", "sandbox");
    for (const line of processesOf(folder)) process.kill(Number.parseInt(line, 10), "SIGKILL");
    expect(await demo.ended).toBe(1);
    expect(demo.err()).toContain("si è fermato da sé");
    expect(processesOf(data)).toEqual([]);
  });

  test("killed itself, it leaves nothing running: what it started ends with its channel", async () => {
    const data = testDirectory();
    const demo = await startDemo(data, "--every", "3600");
    demo.child.kill("SIGKILL");
    expect(await demo.ended).toBe("SIGKILL");
    await until(async () => processesOf(data).length === 0);
  });
});
