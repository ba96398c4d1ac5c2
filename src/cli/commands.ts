import type { Command } from "./command.ts";
import { apply } from "./commands/apply.ts";
import { serve } from "./commands/serve.ts";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [serve, apply];
