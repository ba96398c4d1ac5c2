import type { Shape } from "./fields.ts";
import type { World } from "./world.ts";

/** The app through which something was written, as Graph shows it on a post or comment. */
export function applicationShape(appId: string, world: World, origin: string): Shape {
  return {
    id: () => appId,
    name: () => world.apps.get(appId)?.name ?? appId,
    link: () => `${origin}/games/?app_id=${appId}`,
    category: () => "Utilities",
    namespace: () => undefined,
  };
}
