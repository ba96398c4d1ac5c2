import { dataFields, itemForms, textSchemaOf } from "./data-fields.ts";
import { jsonFeedSchema } from "./json-feed-schema.ts";
import type { Site } from "./site.ts";

const text = { type: "string" };
const address = { type: "string", format: "uri" };
const moment = { type: "string", format: "date-time" };

/** Names one of the schemas below. */
export function reference(name: "Item" | "Items" | "Change" | "Changes" | "JsonFeed"): object {
  return { $ref: `#/components/schemas/${name}` };
}

/** The shapes of what our addresses answer in JSON, as JSON Schema (2020-12), with the meaning of each field. */
export function dataSchemas(site: Site): object {
  return { ...itemSchemas(site), ...changeSchemas(site), JsonFeed: jsonFeedSchema };
}

/** An object that has these properties, all of them, and no other. */
function wholly(properties: Record<string, object>): object {
  return { type: "object", required: Object.keys(properties), properties, additionalProperties: false };
}

const orNull = (schema: object) => ({ anyOf: [schema, { type: "null" }] });

function itemSchemas({ words }: Site): object {
  const fields = dataFields.map((field) => {
    const { shape, isOptional } = itemForms[field];
    const form = textSchemaOf(shape);
    return [field, { ...(isOptional ? orNull(form) : form), description: words.data.fieldMeanings[field] }];
  });
  return {
    Item: wholly(Object.fromEntries(fields)),
    Items: wholly({
      authority: text,
      licence: orNull(wholly({ name: text, url: address })),
      madeAt: moment,
      items: { type: "array", items: reference("Item") },
    }),
  };
}

function changeSchemas({ words }: Site): object {
  const { changeMeanings: told } = words.schema;
  const whats = ["added", "changed", "closed", "removed"];
  return {
    Changes: wholly({
      changes: { type: "array", items: reference("Change") },
      next: { ...address, description: told.next },
      hasMore: { type: "boolean", description: told.hasMore },
    }),
    Change: wholly({
      id: { ...text, pattern: "^[1-9]\\d*$", description: told.id },
      url: { ...address, description: told.url },
      what: { ...text, enum: whats, description: told.what },
      at: { ...moment, description: told.at },
    }),
  };
}
