import type { Command } from "./command.ts";
import { apiKey } from "./commands/api-key.ts";
import { apply } from "./commands/apply.ts";
import { audit } from "./commands/audit.ts";
import { backup, restore } from "./commands/backup.ts";
import { doctor } from "./commands/doctor.ts";
import { erased } from "./commands/erased.ts";
import { mailTest } from "./commands/mail-test.ts";
import { migrate } from "./commands/migrate.ts";
import { once } from "./commands/once.ts";
import { preview } from "./commands/preview.ts";
import { release } from "./commands/release.ts";
import { serve } from "./commands/serve.ts";
import { staff } from "./commands/staff.ts";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  serve,
  once,
  preview,
  apply,
  doctor,
  migrate,
  backup,
  restore,
  erased,
  staff,
  apiKey,
  audit,
  mailTest,
  release,
];
