/** The feeds of a noticeboard, by the file at the end of their address. */
export const feedNames = [
  { file: "rss.xml", name: "rss" },
  { file: "atom.xml", name: "atom" },
  { file: "feed.json", name: "json" },
] as const;
