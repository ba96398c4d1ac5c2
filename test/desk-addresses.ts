import fastify from "fastify";
import type { Right } from "../src/web/desk-guard.ts";
import { addRoutes } from "../src/web/routes.ts";
import { openHostNames } from "../src/web/site/host-names.ts";
import type { WebParts } from "../src/web/web-parts.ts";

/** An address of the desk, with the right it declares. */
export interface Address {
  method: string;
  path: string;
  right: Right | undefined;
}

/** Every address of the desk, found by itself, so that none is forgotten by a test. */
export function deskAddresses(of: WebParts): Address[] {
  const found: Address[] = [];
  const app = fastify();
  app.addHook("onRoute", ({ method, path, config }) => {
    const methods = [method].flat().filter((each) => each !== "HEAD");
    if (/^\/desk(\/|$)/.test(path)) {
      for (const each of methods) found.push({ method: each, path, right: config?.right });
    }
  });
  addRoutes(app, of, openHostNames(of.database.db, of.publicUrl, Date.now));
  return found;
}
