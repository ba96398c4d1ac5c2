const text = { type: "string" };
const address = { type: "string", format: "uri" };
const moment = { type: "string", format: "date-time" };

/** What of JSON Feed 1.1 our feeds use, as JSON Schema. */
export const jsonFeedSchema = {
  type: "object",
  required: ["version", "title", "home_page_url", "feed_url", "items"],
  properties: {
    version: { const: "https://jsonfeed.org/version/1.1" },
    title: text,
    home_page_url: address,
    feed_url: address,
    language: text,
    authors: { type: "array", items: { type: "object", properties: { name: text } } },
    hubs: {
      type: "array",
      items: { type: "object", required: ["type", "url"], properties: { type: text, url: address } },
    },
    items: {
      type: "array",
      items: {
        type: "object",
        required: ["id", "url", "title", "content_text", "date_published", "date_modified"],
        properties: {
          id: text,
          url: address,
          title: text,
          content_text: text,
          date_published: moment,
          date_modified: moment,
          tags: { type: "array", items: text },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
} as const;
