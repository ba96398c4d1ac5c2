import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { describeAuthority } from "./describe.ts";

const addresses = { portal: "http://127.0.0.1:1", wall: "http://127.0.0.1:2" };

interface Described {
  authority: { id: string; name: string };
  sources: { id: string; name: string; url: string }[];
  accounts: { settings: { graphUrl: string } }[];
}

const described = (mirrored?: string): Described => parse(describeAuthority(addresses, mirrored));

describe("the authority of the demonstration", () => {
  test("speaks of the addresses of today", () => {
    const { sources, accounts } = described();
    expect(sources[0]?.url).toBe("http://127.0.0.1:1/feed.rss");
    expect(accounts[0]?.settings.graphUrl).toBe("http://127.0.0.1:2");
    expect(describeAuthority(addresses, undefined)).not.toContain("http://127.0.0.1:809");
  });

  test("mirrors each portal as a source of its own", () => {
    const como = described("https://lavoro.como.example/feed");
    const lecco = described("https://lavoro.lecco.example/feed");
    expect(como.sources[0]).toMatchObject({
      name: "lavoro.como.example",
      url: "https://lavoro.como.example/feed",
    });
    expect(como.authority.name).toContain("lavoro.como.example");
    expect(como.sources[0]?.id).not.toBe(lecco.sources[0]?.id);
  });

  test("takes nothing from an address but the address", () => {
    const sly = "https://x.example/feed?a=%0Aauthority:$&'\"#{}";
    expect(described(sly).sources[0]?.url).toBe(sly);
    expect(described(sly).sources).toHaveLength(1);
  });
});
