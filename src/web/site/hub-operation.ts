import { leaseSeconds } from "../../noticeboard/hub/hub-request.ts";
import type { Site } from "./site.ts";

/** Subscribing to a feed (WebSub) as OpenAPI describes it. */
export function hubOperation({ words }: Site): object {
  const { api } = words.schema;
  const { parameters: told } = api;
  const reason = { "text/plain": { schema: { type: "string" } } };
  return {
    operationId: "subscribe",
    summary: api.hub,
    requestBody: {
      required: true,
      content: {
        "application/x-www-form-urlencoded": {
          schema: {
            type: "object",
            required: ["hub.mode", "hub.topic", "hub.callback"],
            properties: {
              "hub.mode": { type: "string", enum: ["subscribe", "unsubscribe"], description: told.mode },
              "hub.topic": { type: "string", format: "uri", maxLength: 1000, description: told.topic },
              "hub.callback": { type: "string", format: "uri", maxLength: 1000, description: told.callback },
              "hub.lease_seconds": {
                type: "integer",
                minimum: leaseSeconds.least,
                maximum: leaseSeconds.most,
                default: leaseSeconds.usual,
                description: told.lease,
              },
              "hub.secret": { type: "string", maxLength: 199, description: told.secret },
            },
          },
        },
      },
    },
    responses: {
      "202": { description: api.accepted, content: reason },
      "400": { description: api.refused, content: reason },
      "404": { description: api.notThere, content: reason },
      "429": { description: api.tooMany, content: reason },
      "503": { description: api.tooMany, content: reason },
    },
  };
}
