import type { Explanation } from "../../channel.ts";
import type { FacebookReason } from "../reasons.ts";

/** All that this channel says to people in one language. */
export interface Words {
  reasons: Record<FacebookReason, Explanation>;
  /** For a reason we have no words for. */
  general: Explanation;
}
