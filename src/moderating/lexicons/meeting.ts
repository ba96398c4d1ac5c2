/** How near to each other the fields of a meeting must stand; `near` is up to two sentences on: comments have short ones. */
export type Reach = "sentence" | "near" | "text";

/**
 * Words that say little alone and much together: one of each field has to be there, in any order, each with words of
 * its own. `"wish|resolve"` is either of two fields.
 */
export interface Meeting {
  fields: readonly string[];
  reach: Reach;
}
