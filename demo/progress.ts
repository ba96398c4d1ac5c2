import process from "node:process";

/** What the demonstration has come to, as the product and the wall each say it. */
export interface Standing {
  /** Posts that stand on the wall: the wall's own count. */
  onWall: number;
  published: number;
  waiting: number;
  uncertain: number;
  /** Refused or held: a person is asked. */
  forPerson: number;
  last: string;
}

/** Asks Bacheca's figures and the wall; undefined while either does not answer. */
export async function readStanding(desk: string, wall: string): Promise<Standing | undefined> {
  try {
    const [metrics, state] = await Promise.all([text(`${desk}/metrics`), text(`${wall}/_sandbox/state`)]);
    const world = JSON.parse(state) as { pages: { posts: number }[]; posts: { message?: string }[] };
    const of = (...states: string[]) => states.reduce((sum, name) => sum + publications(metrics, name), 0);
    return {
      onWall: world.pages.reduce((sum, page) => sum + page.posts, 0),
      published: of("published"),
      waiting: of("planned", "preparing", "due", "waiting", "sending", "processing"),
      uncertain: of("unknown"),
      forPerson: of("held", "refused"),
      last: world.posts.at(-1)?.message?.split("\n")[0] ?? "",
    };
  } catch {
    return undefined;
  }
}

function publications(metrics: string, state: string): number {
  return Number(
    new RegExp(`^bacheca_publications\\{state="${state}"\\} (\\d+)`, "m").exec(metrics)?.[1] ?? 0,
  );
}

async function text(url: string): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return await answer.text();
}

/** The standing as one line, in both languages. */
export function standingLine(standing: Standing): string {
  const { onWall, waiting, uncertain, forPerson, last } = standing;
  return (
    `sul muro/on the wall ${onWall} · in attesa/waiting ${waiting} · incerte/uncertain ${uncertain}` +
    `${forPerson > 0 ? ` · per una persona/for a person ${forPerson}` : ""} · ${last}`
  );
}

const everyMs = 1_000;
const plainEveryMs = 5_000;

/** Shows the standing until stopped: a line rewritten on a terminal, now and then a plain line elsewhere. */
export function showProgress(desk: string, wall: string): { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let lastLine = "";
  let lastAt = Number.NEGATIVE_INFINITY;
  const { stdout } = process;
  const show = (line: string) => {
    if (stdout.isTTY) {
      const room = Math.max((stdout.columns ?? 80) - 1, 20);
      stdout.write(`\r\x1b[K${line.length > room ? `${line.slice(0, room - 1)}…` : line}`);
    } else if (line !== lastLine && performance.now() - lastAt >= plainEveryMs) {
      stdout.write(`${line}\n`);
      lastLine = line;
      lastAt = performance.now();
    }
  };
  const turn = async () => {
    const standing = await readStanding(desk, wall);
    if (isStopped) return;
    if (standing && (stdout.isTTY || standing.onWall > 0)) show(standingLine(standing));
    timer = setTimeout(turn, everyMs);
  };
  void turn();
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
      if (stdout.isTTY) stdout.write("\r\x1b[K");
    },
  };
}
