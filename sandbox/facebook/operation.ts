import type { Answer, KnownCall, Node, Surroundings } from "./call.ts";

type On<Type extends Node["type"]> = Extract<Node, { type: Type }>;

/** One operation of the Graph API on one kind of node; throws a GraphError where Graph would answer one. */
export type Operation<Type extends Node["type"]> = (
  call: KnownCall,
  node: On<Type>,
  around: Surroundings,
) => Answer | Promise<Answer>;

/** Operations on one kind of node by method and edge: "POST feed", "GET " for the node itself. */
export type OperationTable<Type extends Node["type"]> = Record<string, Operation<Type>>;
