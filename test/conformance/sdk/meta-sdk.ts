import { createRequire } from "node:module";

/**
 * Meta's own SDK for Node, as much of it as the scenarios use. It ships without types; what it returns is told as
 * `unknown`, so that a scenario has to look at every answer itself.
 */
export type Params = Record<string, unknown>;

/** One object of the Graph as the SDK holds it: its fields are properties. */
export interface Held {
  id: string;
  [field: string]: unknown;
  get(fields: string[], params?: Params): Promise<Held>;
  update(fields: string[], params?: Params): Promise<Params>;
  delete(fields: string[], params?: Params): Promise<Params>;
}

/** One page of a list; turning it loads the next one into the same array. */
export interface Cursor extends Array<Held> {
  paging?: { next?: string; previous?: string; cursors?: { before: string; after: string } };
  summary?: Params;
  headers?: Record<string, string>;
  hasNext(): boolean;
  hasPrevious(): boolean;
  next(): Promise<Cursor>;
  previous(): Promise<Cursor>;
}

type List = (fields: string[], params?: Params) => Promise<Cursor>;
type Create = (fields: string[], params?: Params) => Promise<Held>;
type Drop = (params?: Params) => Promise<Params>;

export interface PageNode extends Held {
  createFeed: Create;
  getFeed: List;
  getPublishedPosts: List;
  getScheduledPosts: List;
  getVisitorPosts: List;
  getTagged: List;
  createPhoto: Create;
  getPhotos: List;
  createPhotoStory: Create;
  createVideoStory: Create;
  createVideoReel: Create;
  createVideo: Create;
  getVideoReels: List;
  getStories: List;
  getConversations: List;
  createMessage: Create;
  createMessageAttachment: Create;
  getMessengerProfile: List;
  createMessengerProfile: Create;
  deleteMessengerProfile: Drop;
  createPassThreadControl: Create;
  createTakeThreadControl: Create;
  getThreadOwner: List;
  getBlocked: List;
  createBlocked: Create;
  deleteBlocked: Drop;
  getSubscribedApps: List;
  createSubscribedApp: Create;
  deleteSubscribedApps: Drop;
  getInsights: List;
}

/** What is under a post, and under a comment. */
export interface Discussed extends Held {
  getComments: List;
  createComment: Create;
  getReactions: List;
  createLike: Create;
  deleteLikes: Drop;
  getInsights: List;
}

export interface ThreadNode extends Held {
  getMessages: List;
}

export interface UserNode extends Held {
  getAccounts: List;
  getPermissions: List;
}

export interface ApplicationNode extends Held {
  createSubscription: Create;
  getSubscriptions: List;
}

export interface Api {
  call(
    method: "GET" | "POST" | "DELETE",
    path: string[],
    params?: Params,
    files?: Params,
    multipart?: boolean,
    origin?: string,
  ): Promise<Params>;
  getAppID(): Promise<{ data: { data: Params } }>;
  setShowHeader(shown: boolean): Api;
}

export interface BatchAnswer {
  body: Params;
  isSuccess: boolean;
  error: RequestError | null;
}

export interface Batch {
  add(
    method: string,
    path: string[],
    params?: Params,
    files?: Params,
    onSuccess?: (answer: BatchAnswer) => void,
    onFailure?: (answer: BatchAnswer) => void,
  ): Params;
  execute(): Promise<Batch | null>;
}

/** `FacebookRequestError`, the only kind of error the SDK means to throw. */
export interface RequestError extends Error {
  status: number | null;
  response: Params | null;
  headers: Record<string, string> | null;
}

type NodeClass<Node> = {
  new (id: string, data?: Params, parentId?: string, api?: Api): Node;
  getByIds(ids: string[], fields: string[], params?: Params, api?: Api): Promise<Held[]>;
};

export interface MetaSdk {
  FacebookAdsApi: {
    new (token: string, locale?: string, crashReporter?: boolean): Api;
    init(token: string, locale?: string, crashReporter?: boolean): Api;
  };
  FacebookAdsApiBatch: new (api: Api) => Batch;
  Page: NodeClass<PageNode>;
  PagePost: NodeClass<Discussed>;
  Comment: NodeClass<Discussed>;
  Photo: NodeClass<Held>;
  Stories: NodeClass<Discussed>;
  UnifiedThread: NodeClass<ThreadNode>;
  User: NodeClass<UserNode>;
  Application: NodeClass<ApplicationNode>;
}

/** The version and where it came from, for the heading of the report. */
export function sdkVersion(): string {
  const require = createRequire(import.meta.url);
  return (require("facebook-nodejs-business-sdk/package.json") as { version: string }).version;
}

/**
 * Loads the SDK and points it at `origin`: the two hosts it knows are static getters, redefined here. Its crash
 * reporter would send what goes wrong to Meta, so every client is made without it.
 */
export function loadSdk(origin: string): MetaSdk {
  const sdk = createRequire(import.meta.url)("facebook-nodejs-business-sdk") as MetaSdk;
  for (const host of ["GRAPH", "GRAPH_VIDEO"])
    Object.defineProperty(sdk.FacebookAdsApi, host, { get: () => origin, configurable: true });
  return sdk;
}
