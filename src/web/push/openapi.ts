import { z } from "zod";
import type { PublicationState } from "../../publishing/publication.ts";
import { pushedItem, pushedList } from "./pushed-items.ts";

const publicationStates = [
  "planned",
  "held",
  "preparing",
  "due",
  "sending",
  "processing",
  "published",
  "unknown",
  "waiting",
  "refused",
  "removed",
] as const satisfies readonly PublicationState[];

const pushedPublication = z
  .object({
    id: z.uuid(),
    account: z.string(),
    state: z.enum(publicationStates),
    url: z.string().nullable().describe("The post, once it is published."),
  })
  .meta({ id: "Publication", description: "The item's way to one account." });

const pushedResult = z
  .object({
    id: z.uuid().nullable().describe("Ours; null for an item that was erased here and stays so."),
    outcome: z
      .enum(["new", "known", "corrected", "buried"])
      .describe("buried: seen before and erased since; it is not published again."),
    publications: z.array(pushedPublication),
    notes: z.array(z.enum(["markup-removed"])),
  })
  .meta({ id: "Result" });

/** What a push is answered: one result for each item, in the order sent. */
export const pushAnswer = z
  .object({ source: z.string(), items: z.array(pushedResult) })
  .meta({ id: "Answer", description: "One result for each item, in the order sent." });

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string().describe("Stable word to act upon; title and detail are for people, in their language."),
    faults: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem", description: "Problem details (RFC 9457)." });

/** The push API as OpenAPI 3.1, made of the very schemas that check the requests. */
export function openApi(publicUrl: string): object {
  const parameters = [
    inPath("authorityId", "The authority's id, as in its YAML file."),
    {
      name: "source",
      in: "query",
      required: false,
      description:
        "The push source to speak as; without it the authority's first one, made at the first push.",
      schema: { type: "string" },
    },
    {
      name: "Idempotency-Key",
      in: "header",
      required: true,
      description: "Chosen by you, a UUID for instance. The same push repeated with the same key acts once.",
      schema: { type: "string", minLength: 1, maxLength: 200 },
    },
  ];
  return {
    openapi: "3.1.0",
    info: {
      title: "Bacheca",
      // Of the API, not of the program: it stays while clients need not change.
      version: "1.0.0",
      description: "Hands over what a portal publishes, the moment it publishes it.",
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: publicUrl }],
    security: [{ apiKey: [] }],
    paths: {
      "/api/v1/authorities/{authorityId}/items": { post: { ...pushOperation, parameters } },
    },
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "A key made with: bacheca api-key create" },
      },
      schemas: schemas(),
    },
  };
}

const pushOperation = {
  operationId: "pushItems",
  summary: "Publish items",
  description:
    "Items, their publications and the receipt are recorded together or not at all. When no answer comes, repeat " +
    "the same request with the same Idempotency-Key.",
  requestBody: {
    required: true,
    content: {
      "application/json": {
        schema: { oneOf: [reference("Item"), reference("ItemList")] },
        examples: {
          one: {
            value: {
              reference: "CPI-2026-0412",
              link: "https://portale.provincia.example/offerte/412",
              title: "Magazziniere a Cantù",
              text: "Azienda di logistica cerca magazziniere con patentino per il muletto.",
              kind: "offer",
              facts: { place: "Cantù", contract: "Tempo determinato 6 mesi", deadline: "2026-12-04" },
            },
          },
        },
      },
    },
  },
  responses: {
    "200": answered("Nothing in it was new."),
    "201": answered("At least one item was new."),
    "400": refused("Not JSON, no Idempotency-Key, or items with faults (each with its path)."),
    "401": refused("No key, or one that is not valid."),
    "404": refused("No such authority with this key, or no such source."),
    "409": refused("The source was stopped by the authority."),
    "413": refused("Over the limit of size."),
    "415": refused("Not application/json."),
    "422": refused("The Idempotency-Key has served for a different push."),
    "429": refused("Too fast; see Retry-After."),
    "503": refused("The database is away; repeat after Retry-After seconds."),
  },
};

function inPath(name: string, description: string): object {
  return { name, in: "path", required: true, description, schema: { type: "string" } };
}

function reference(name: string): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

function answered(description: string): object {
  const replayed = {
    description: "true when this is the answer of an earlier, equal push.",
    schema: { type: "string" },
  };
  return {
    description,
    headers: { "Idempotency-Replayed": replayed },
    content: { "application/json": { schema: reference("Answer") } },
  };
}

function refused(description: string): object {
  return { description, content: { "application/problem+json": { schema: reference("Problem") } } };
}

/** Each schema with its parts under components, as OpenAPI wants them. */
function schemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  const named = {
    Item: pushedItem,
    ItemList: pushedList,
    Attachment: pushedItem.shape.attachments.unwrap().element,
    Facts: pushedItem.shape.facts.unwrap(),
    Answer: pushAnswer,
    Result: pushedResult,
    Publication: pushedPublication,
    Problem: problem,
  };
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas: made } = z.toJSONSchema(registry, {
    io: "input",
    uri: (id) => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(Object.entries(made).map(([id, schema]) => [id, withoutNames(schema)]));
}

/** Inside a document, where a schema stands is its name. */
function withoutNames({ $schema, $id, id, ...schema }: Record<string, unknown>): object {
  return schema;
}
