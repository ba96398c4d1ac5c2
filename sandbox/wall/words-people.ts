import type { ReactionType } from "../facebook/community/comment.ts";

/** What the wall says about people: comments, reactions, chats. */
export interface PeopleWords {
  you: string;
  change: string;
  chat: string;
  backToWall: string;
  comments: (count: number) => string;
  earlier: (count: number) => string;
  comment: string;
  commentAs: (name: string) => string;
  reply: string;
  replyTo: (name: string) => string;
  send: string;
  react: string;
  reactions: (count: number) => string;
  reactionNames: Record<ReactionType, string>;
  takeBack: string;
  hiddenToOthers: string;
  hiddenNote: string;
  byPage: string;
  edited: string;
  answeredPrivately: string;
  visitor: string;
  writeOnPage: string;
  publish: string;
  chatTitle: (page: string) => string;
  start: string;
  chatEmpty: string;
  message: string;
  suiteTitle: string;
  suiteHint: string;
  suiteSend: string;
  viaApp: (app: string) => string;
  viaSuite: string;
  read: string;
  typing: string;
  blocked: string;
  silence: string;
  unsilence: string;
  like: string;
  refresh: string;
  attachment: string;
  private: string;
  development: string;
}
