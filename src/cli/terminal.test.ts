import { describe, expect, test } from "vitest";
import { openTerminal } from "./terminal.ts";

function terminal(isTerminal: boolean) {
  let text = "";
  let time = 0;
  const surroundings = {
    environment: {},
    write: (said: string) => (text += said),
    writeError: (said: string) => (text += said),
    isTerminal,
    columns: () => 20,
  };
  return {
    ...openTerminal(surroundings, () => time),
    pass: (ms: number) => (time += ms),
    text: () => text,
  };
}

test("what portals wrote cannot steer the terminal", () => {
  const { say, note, text } = terminal(false);
  say("Corso\x1b[2J\x1b]0;titolo\x07\tgratuito\u009b1A");
  note("uno\r\ndue");
  expect(text()).toBe("Corso\ufffd[2J\ufffd]0;titolo\ufffd\tgratuito\ufffd1A\nuno\ufffd\ndue\n");
});

describe("progress of long work", () => {
  test("is one line rewritten on a terminal, cut to its width", () => {
    const { progress, pass, say, text } = terminal(true);
    progress("prima");
    pass(100);
    progress("una riga molto più lunga del terminale");
    say("fatto");
    expect(text()).toBe("\r\x1b[Kprima\r\x1b[Kuna riga molto più…\r\x1b[Kfatto\n");
  });

  test("is a plain line now and then elsewhere, the last one always told", () => {
    const { progress, pass, endProgress, text } = terminal(false);
    progress("1 di 3");
    pass(10);
    progress("2 di 3");
    pass(10);
    progress("3 di 3");
    endProgress();
    expect(text()).toBe("1 di 3\n3 di 3\n");
  });
});
