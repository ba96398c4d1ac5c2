import process from "node:process";
import { startFacebook } from "../../sandbox/facebook/index.ts";
import type { FacebookOrder, FacebookReport } from "./remote-facebook.ts";

/** The pretend Facebook as a process of its own, for benches in which it must not share a thread with what is measured. */
const facebook = await startFacebook({ scrape: false });

process.on("message", (order: FacebookOrder) => {
  if (order.do === "add-page") facebook.addPage(order.page);
  if (order.do === "forget") facebook.reset();
  const posts = facebook.world.posts.size;
  // Counted only when asked for: while a run is under way, every millisecond here would be part of its figure.
  const distinct = order.do === "judge" ? new Set(facebook.posts().map((post) => post.link)).size : posts;
  process.send?.({ id: order.id, posts, distinct } satisfies FacebookReport);
});
process.on("disconnect", () => process.exit(0));
process.send?.({ origin: facebook.origin });
