import { parseFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { markerOf } from "./histories/history-item.ts";
import { inventHistory } from "./histories.ts";
import type { Poll } from "./polls.ts";

const histories = Array.from({ length: 150 }, (_, seed) => inventHistory(seed));
const marker = /x[b-t]{7}x/;

interface Names {
  guid: string | undefined;
  link: string | undefined;
  content: string;
}

/** What a poll gives to recognise each item by, read by a parser that is not the product's. */
function namesIn(poll: Poll): Map<string, Names> {
  const parsed = parseFeed(poll.body);
  const found = new Map<string, Names>();
  const add = (title: unknown, text: unknown, guid: string | undefined, link: string | undefined) => {
    const cleaned = link?.replace(/;jsessionid=[^?]*|\?utm_.*$/g, "");
    const key = marker.exec(String(title))?.[0] ?? "";
    found.set(key, { guid, link: cleaned, content: `${String(title)}\n${String(text)}` });
  };
  if (parsed.format === "rss") {
    for (const item of parsed.feed.items ?? [])
      add(item.title, item.description, item.guid?.value, item.link);
  } else if (parsed.format === "rdf") {
    for (const item of parsed.feed.items ?? []) add(item.title, item.description, undefined, item.link);
  } else if (parsed.format === "json") {
    for (const item of parsed.feed.items ?? []) add(item.title, item.content_text, item.id, item.url);
  } else if (parsed.format === "atom") {
    for (const entry of parsed.feed.entries ?? []) {
      add(JSON.stringify(entry.title), JSON.stringify(entry.summary), entry.id, entry.links?.[0]?.href);
    }
  }
  return found;
}

/** Polls are damaged or whole; the story says which. */
function wholePolls({ polls, story }: (typeof histories)[number]): Poll[] {
  const spoilt = /^poll (\d+): (truncated|an HTML|no body|status 503)/;
  const broken = new Set(story.map((line) => Number(spoilt.exec(line)?.[1] ?? -1)));
  return polls.filter((_, poll) => !broken.has(poll));
}

describe("an invented history", () => {
  test("is the same for the same seed", () => {
    expect(inventHistory(7)).toEqual(histories[7]);
    expect(inventHistory(8).polls).not.toEqual(inventHistory(9).polls);
  });

  test("names each item's first poll rightly: its word is in no earlier poll", () => {
    for (const { polls, truth } of histories) {
      for (const item of truth) {
        const first = polls.findIndex((poll) => poll.body.includes(item.marker));
        expect(first).toBe(item.firstPoll);
      }
    }
  });

  test("names every item it shows, once", () => {
    for (const { polls, truth } of histories) {
      const named = truth.map((item) => item.marker).toSorted();
      const shown = new Set(polls.flatMap((poll) => poll.body.match(new RegExp(marker, "g")) ?? []));
      // A cut may leave the beginning of a word; whole words are what counts.
      expect(named).toEqual([...shown].toSorted());
    }
  });

  test("begins with a whole archive and ends whole", () => {
    for (const history of histories) {
      expect(history.truth.some((item) => item.firstPoll === 0)).toBe(true);
      expect(wholePolls(history)).toContain(history.polls[0]);
      expect(wholePolls(history)).toContain(history.polls.at(-1));
    }
  });

  test("is fair: an item seen again is known by its id, its cleaned link or, without either, its content", () => {
    for (const history of histories) {
      const lastSeen = new Map<string, Names>();
      for (const poll of wholePolls(history)) {
        for (const [item, names] of namesIn(poll)) {
          const before = lastSeen.get(item);
          if (before !== undefined) {
            const known =
              (names.guid !== undefined && names.guid === before.guid) ||
              (names.link !== undefined && names.link === before.link) ||
              (names.guid === undefined && names.link === undefined && names.content === before.content);
            expect(known, `seed ${history.seed}, ${item}: ${JSON.stringify([before, names])}`).toBe(true);
          }
          lastSeen.set(item, names);
        }
      }
    }
  });

  test("between them they hold everything a portal does", () => {
    const story = histories.flatMap((history) => history.story).join("\n");
    for (const happening of [
      "new",
      "left",
      "allowed back",
      "seen for the first time",
      "retitled",
      "with another id",
      "with another link",
      "other ids",
      "one twice",
      "empty",
      "shrunk",
      "truncated",
      "an HTML page at 200",
      "labelled as a feed",
      "no body at all",
      "status 503",
    ]) {
      expect(story).toContain(happening);
    }
    const bodies = histories.flatMap((history) => history.polls.map((poll) => poll.body)).join("\n");
    for (const oddity of [";jsessionid=", "utm_source", "(error)", "<pubDate>2026-01-", "<description>"]) {
      expect(bodies).toContain(oddity);
    }
    expect(histories.some(({ traits }) => traits.nameless === 1)).toBe(true);
  });
});

test("markers of 1,000 histories never meet", () => {
  const all = new Set<string>();
  for (let seed = 0; seed < 1000; seed++)
    for (let number = 0; number < 50; number++) all.add(markerOf(seed, number));
  expect(all.size).toBe(50_000);
});
