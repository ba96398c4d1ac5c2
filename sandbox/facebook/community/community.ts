import { EventEmitter } from "node:events";
import { Blocked } from "./blocked.ts";
import {
  type Comment,
  type CommentPicture,
  commentId,
  mentionedPages,
  type Reaction,
  type ReactionType,
} from "./comment.ts";

/** What happened among people under the posts of a Page; webhooks are made of it. */
export type CommunityEvent =
  | { kind: "comment"; verb: "add" | "edited" | "remove" | "hide" | "unhide"; comment: Comment }
  | {
      kind: "reaction";
      verb: "add" | "edit" | "remove";
      pageId: string;
      postId: string;
      comment?: Comment;
      reaction: Reaction;
    }
  | { kind: "mention"; pageId: string; comment: Comment };

export interface NewComment {
  pageId: string;
  postId: string;
  parentId?: string;
  authorId: string;
  appId?: string;
  message?: string;
  picture?: CommentPicture;
}

export type CommentEdit = Partial<Pick<Comment, "message" | "picture">>;

/** Comments, reactions and blocked people of all Pages. Everybody who changes them goes through these methods. */
export class Community extends EventEmitter<{ event: [CommunityEvent] }> {
  /** People a Page has blocked: they can neither comment nor write. */
  readonly blocked: Blocked;
  readonly comments = new Map<string, Comment>();
  readonly #byPost = new Map<string, Comment[]>();
  readonly #reactions = new Map<string, Map<string, Reaction>>();
  readonly #changes = new Map<string, number>();
  readonly #now: () => number;
  #seq = 0;

  constructor(now: () => number) {
    super();
    this.#now = now;
    this.blocked = new Blocked(now);
    this.setMaxListeners(0);
  }

  addComment(comment: NewComment): Comment {
    this.#seq += 1;
    const added: Comment = {
      ...comment,
      seq: this.#seq,
      id: commentId(comment.postId, this.#seq),
      createdAt: this.#now(),
      hidden: false,
    };
    this.comments.set(added.id, added);
    const list = this.#byPost.get(added.postId);
    if (list) list.push(added);
    else this.#byPost.set(added.postId, [added]);
    this.#tell({ kind: "comment", verb: "add", comment: added });
    for (const pageId of mentionedPages(added.message)) {
      if (pageId !== added.pageId) this.#tell({ kind: "mention", pageId, comment: added });
    }
    return added;
  }

  editComment(comment: Comment, edit: CommentEdit): void {
    Object.assign(comment, edit, { editedAt: this.#now() });
    this.#tell({ kind: "comment", verb: "edited", comment });
  }

  /** Hides or shows; telling nobody where nothing changes. */
  hideComment(comment: Comment, hidden: boolean): void {
    if (comment.hidden === hidden) return;
    comment.hidden = hidden;
    this.#tell({ kind: "comment", verb: hidden ? "hide" : "unhide", comment });
  }

  /** Removes a comment and the answers below it; only the removed one itself is announced. */
  removeComment(comment: Comment): void {
    this.#dropTree(comment);
    this.#tell({ kind: "comment", verb: "remove", comment });
  }

  /** Whatever stood under a post goes with it, without a word. */
  forgetPost(postId: string): void {
    if (!this.#byPost.has(postId) && !this.#reactions.has(postId)) return;
    for (const comment of this.under(postId)) this.#drop(comment);
    this.#byPost.delete(postId);
    this.#reactions.delete(postId);
  }

  /** All comments under a post, answers included, oldest first. */
  under(postId: string): readonly Comment[] {
    return this.#byPost.get(postId) ?? [];
  }

  /** Comments directly under a post, oldest first. */
  topLevel(postId: string): Comment[] {
    return this.under(postId).filter((comment) => comment.parentId === undefined);
  }

  /** Direct answers to a comment, oldest first. */
  repliesTo(id: string): Comment[] {
    const parent = this.comments.get(id);
    return parent ? this.under(parent.postId).filter((comment) => comment.parentId === id) : [];
  }

  /** One reaction for each actor: a second one replaces the first (edit), the same one again changes nothing. */
  react(about: Comment | { pageId: string; postId: string }, actorId: string, type: ReactionType): void {
    const key = "id" in about ? about.id : about.postId;
    const reactions = this.#reactions.get(key) ?? new Map<string, Reaction>();
    this.#reactions.set(key, reactions);
    const before = reactions.get(actorId);
    if (before?.type === type) return;
    const reaction = { actorId, type, at: this.#now() };
    reactions.set(actorId, reaction);
    this.#tellReaction(before ? "edit" : "add", about, reaction);
  }

  /** Takes a reaction back; false where there was none. */
  unreact(about: Comment | { pageId: string; postId: string }, actorId: string): boolean {
    const reactions = this.#reactions.get("id" in about ? about.id : about.postId);
    const reaction = reactions?.get(actorId);
    if (!reaction) return false;
    reactions?.delete(actorId);
    this.#tellReaction("remove", about, { ...reaction, at: this.#now() });
    return true;
  }

  /** Reactions to a post or comment, newest first. */
  reactionsTo(id: string): Reaction[] {
    return [...(this.#reactions.get(id)?.values() ?? [])].reverse();
  }

  /** Grows whenever what stands under a post looks different. */
  changesUnder(postId: string): number {
    return this.#changes.get(postId) ?? 0;
  }

  reset(): void {
    this.comments.clear();
    this.#byPost.clear();
    this.#reactions.clear();
    this.blocked.clear();
    this.#changes.clear();
  }

  #dropTree(comment: Comment): void {
    for (const answer of this.repliesTo(comment.id)) this.#dropTree(answer);
    this.#drop(comment);
  }

  #drop(comment: Comment): void {
    this.comments.delete(comment.id);
    this.#reactions.delete(comment.id);
    const list = this.#byPost.get(comment.postId);
    if (list)
      this.#byPost.set(
        comment.postId,
        list.filter((one) => one !== comment),
      );
  }

  #tellReaction(
    verb: "add" | "edit" | "remove",
    about: Comment | { pageId: string; postId: string },
    reaction: Reaction,
  ): void {
    const comment = "id" in about ? about : undefined;
    this.#tell({ kind: "reaction", verb, pageId: about.pageId, postId: about.postId, comment, reaction });
  }

  #tell(event: CommunityEvent): void {
    if (event.kind !== "mention") {
      const postId = event.kind === "comment" ? event.comment.postId : event.postId;
      this.#changes.set(postId, (this.#changes.get(postId) ?? 0) + 1);
    }
    this.emit("event", event);
  }
}
