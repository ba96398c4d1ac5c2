import type { Connecting } from "../../connecting.ts";
import { appSettingNames, type FacebookApp, readApp, secretAppSettings } from "../app.ts";
import type { Tools } from "../graph.ts";
import { explainMissing } from "./explain-missing.ts";
import { findConnectable } from "./find-connectable.ts";
import { loginAddress, readReturn } from "./login-address.ts";
import { tokenForCode } from "./obtain-token.ts";

/** Facebook Login (graph-api.md section 3). */
export function connecting(tools: Tools): Connecting<FacebookApp> {
  return {
    readApp,
    secretAppSettings,
    appSettingNames,
    loginAddress,
    readReturn,
    async exchange(app, code, redirectUrl) {
      const obtained = await tokenForCode(tools, app, code, redirectUrl);
      return obtained.kind === "failed" ? obtained : await findConnectable(tools, app, obtained.token);
    },
    examine: (app, token) => findConnectable(tools, app, token),
    accountSettings: ({ externalId, token }) => ({ pageId: externalId, token }),
    obtainedSettings: ["token"],
    explainMissing,
  };
}
