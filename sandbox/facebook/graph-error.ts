/**
 * Errors as the Graph API words them (graph-api.md section 16). The HTTP status is deliberately as irregular as the real
 * one: whoever decides by status instead of by code and subcode shall notice here.
 */

export interface GraphErrorBody {
  message: string;
  type: "OAuthException" | "GraphMethodException" | "FacebookApiException" | "NotImitated";
  code: number;
  error_subcode?: number;
  is_transient?: boolean;
  error_user_title?: string;
  error_user_msg?: string;
  error_data?: Record<string, unknown>;
  fbtrace_id?: string;
}

export class GraphError extends Error {
  readonly body: GraphErrorBody;
  readonly status: number;
  readonly headers: Record<string, string>;

  constructor(body: GraphErrorBody, status = 400, headers: Record<string, string> = {}) {
    super(body.message);
    this.body = body;
    this.status = status;
    this.headers = headers;
  }
}

/** Code 100: a parameter or field that cannot be accepted. `what` goes after the "(#100) ". */
export function invalidParameter(what: string, subcode?: number): GraphError {
  return new GraphError({
    message: `(#100) ${what}`,
    type: "OAuthException",
    code: 100,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
  });
}

/** 100/33: the object is missing, deleted, not yet replicated or not ours to see; Graph does not say which. */
export function noSuchObject(method: string, id: string): GraphError {
  return new GraphError({
    message: `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
    type: "GraphMethodException",
    code: 100,
    error_subcode: 33,
  });
}

/** 803: a name where an id was expected. */
export function noSuchAlias(alias: string): GraphError {
  return new GraphError(
    {
      message: `(#803) Some of the aliases you requested do not exist: ${alias}`,
      type: "OAuthException",
      code: 803,
    },
    404,
  );
}

/** 2500: a path Graph cannot read, for instance a version that does not exist. */
export function unknownPath(path: string): GraphError {
  return new GraphError(
    { message: `Unknown path components: ${path}`, type: "OAuthException", code: 2500 },
    404,
  );
}

export function nonexistingField(field: string, nodeType: string): GraphError {
  return invalidParameter(`Tried accessing nonexisting field (${field}) on node type (${nodeType})`);
}

/** The posting right is missing: 200, naming the pair of permissions (wording [T] in section 16). */
export function mayNotPost(): GraphError {
  return new GraphError(
    {
      message:
        "(#200) If posting to a group, requires app being installed in the group, and either publish_to_groups permission with user token, or both pages_read_engagement and pages_manage_posts permission with page token; If posting to a page, requires both pages_read_engagement and pages_manage_posts as an admin with sufficient administrative permission",
      type: "OAuthException",
      code: 200,
    },
    403,
  );
}

/** The reading right is missing or was taken away: 10. */
export function mayNotRead(): GraphError {
  return new GraphError(
    {
      message:
        "(#10) This endpoint requires the 'pages_read_engagement' permission or the 'Page Public Content Access' feature. Refer to https://developers.facebook.com/docs/apps/review/login-permissions#manage-pages for details.",
      type: "OAuthException",
      code: 10,
    },
    403,
  );
}

/** 506: the same text and link as the Page's newest post (sections 5 and 21). */
export function duplicatePost(): GraphError {
  return new GraphError({
    message: "(#506) Duplicate status message",
    type: "FacebookApiException",
    code: 506,
    error_subcode: 1455006,
    is_transient: false,
    error_user_title: "Duplicate Status Update",
    error_user_msg:
      "This status update is identical to the last one you posted. Try posting something different, or delete your previous update.",
  });
}

/** 100/1609005: the crawler got nothing usable from the link (section 8). */
export function linkNotScraped(): GraphError {
  return new GraphError({
    message: "Invalid parameter",
    type: "OAuthException",
    code: 100,
    error_subcode: 1609005,
    is_transient: false,
    error_user_title: "Link Post Failed",
    error_user_msg: "There was a problem scraping data from the provided link.",
  });
}

/** Code 2, "temporarily down". The caller decides whether the deed was done all the same. */
export function temporarilyDown(status: 500 | 503): GraphError {
  return new GraphError(
    {
      message: "An unexpected error has occurred. Please retry your request later.",
      type: "OAuthException",
      code: 2,
      is_transient: true,
    },
    status,
  );
}

/** Not part of Graph: what this sandbox does not imitate it refuses loudly instead of pretending. */
export function notImitated(what: string): GraphError {
  return new GraphError({ message: `not imitated here: ${what}`, type: "NotImitated", code: 501 }, 501);
}
