/** A text somebody may start from. It is always read and sent by a person, never by itself. */
export interface SuggestedAnswer {
  /** The same while the page is open: "prepared/parking", "item/deadline". */
  id: string;
  title: string;
  /** Whole, with every variable filled in; a variable nobody can fill in keeps its braces, so that it is seen. */
  text: string;
  /** item: made of the facts of the item under discussion. prepared: one of the authority's. recognised: what the kind of message asks for (PEC, data protection, a person in distress). */
  from: "item" | "prepared" | "recognised";
}
