import { strict as assert } from "node:assert";
import { createReadStream } from "node:fs";
import type { Params, RequestError } from "./meta-sdk.ts";
import type { Defect } from "./scenario.ts";
import type { Stage } from "./stage.ts";

/**
 * Where the SDK itself cannot do what it offers. Each is tried for real, and what arrived is told: with a file, its
 * multipart branch puts all data together and then throws it away (`delete options.data` in src/http.js).
 */
export const sdkDefects: Defect[] = [
  {
    name: "sending a file",
    asked: "Api.call POST photos with files",
    show: async (stage) => {
      const error = await sendFile(stage, "photos", { caption: "Con file" }, "source");
      assert.equal(error.response?.code, 324);
      return `${await whatArrives(stage)}; refused with 324, rightly`;
    },
  },
  {
    name: "sending a picture in a message",
    asked: "Api.call POST messages with files",
    show: async (stage) => {
      const recipient = { id: stage.writes("anna", "Mandate?") };
      const error = await sendFile(stage, "messages", { recipient }, "filedata");
      assert.equal(error.response?.code, 100);
      return `${await whatArrives(stage)}; refused with 100, rightly`;
    },
  },
  {
    name: "an error page instead of JSON",
    asked: "Page.get while a gateway answers 502 in HTML",
    show: async (stage) => {
      stage.facebook.addFault({ mode: "html-502", edge: "*" });
      const error = await thrownBy(stage.page().get(["name"]));
      assert.equal(error.name, "SyntaxError");
      return "it reads every error as JSON and throws SyntaxError instead of FacebookRequestError";
    },
  },
];

async function thrownBy(call: Promise<unknown>): Promise<RequestError> {
  const error = await call.then(
    () => undefined,
    (thrown: RequestError) => thrown,
  );
  assert.ok(error, "the defect does not show any more: make a scenario of it");
  return error;
}

async function sendFile(stage: Stage, edge: string, params: Params, field: string): Promise<RequestError> {
  const { page, pageToken } = stage.facebook.seed;
  const file = createReadStream(import.meta.filename);
  const error = await thrownBy(
    stage.apiOf(pageToken).call("POST", [page.id, edge], params, { [field]: file }, true),
  );
  file.destroy();
  return error;
}

/** The same call toward a server that only counts what it is sent. */
async function whatArrives(stage: Stage): Promise<string> {
  const file = createReadStream(import.meta.filename);
  const api = stage.apiOf(stage.facebook.seed.pageToken);
  await api.call("POST", ["me", "photos"], {}, { source: file }, true, stage.websiteOrigin).catch(() => {});
  file.destroy();
  const { bodyBytes, contentType } = stage.lastArrival;
  assert.equal(bodyBytes, 0, "the file arrived: the SDK has been mended, make a scenario of it");
  return `of the body ${bodyBytes} bytes arrive, content-type "${contentType}"`;
}
