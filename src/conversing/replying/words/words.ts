import type { Explanation } from "../../../channels/channel.ts";
import type { ClosedReason } from "../answer-way.ts";

/** Everything that answering says, to people who write to us and to people here. */
export interface AnswerWords {
  notice: {
    /** Its first line, always. */
    automatic: string;
    text: string;
    /** Instead of it, to whoever seems to be in need; the numbers follow, then the authority. */
    inNeed: string;
  };
  /** Why a way to answer is closed, and what is still possible. */
  closed: Record<ClosedReason, Explanation>;
}
