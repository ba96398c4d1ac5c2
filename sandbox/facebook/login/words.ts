import type { DialogRefusal } from "./dialog-request.ts";

/** What people read in the login dialog. */
export interface DialogWords {
  banner: string;
  sentence: string;
  title: (app: string) => string;
  intro: (app: string) => string;
  person: string;
  pages: string;
  noPages: string;
  permissions: string;
  frozen: string;
  goOn: string;
  cancel: string;
  scopes: Record<string, string>;
  refusals: Record<DialogRefusal, string>;
  refused: string;
}
