/**
 * Every reason this channel can give, as a word of ours. The words for people are in words/; the compiler refuses a
 * language that lacks one.
 */
export const facebookReasons = [
  // The token has ended, or was never the right one.
  "token-invalid",
  "token-expired",
  "token-invalidated",
  "password-changed",
  "login-check-needed",
  "person-unconfirmed",
  "app-removed",
  "role-lost",
  "session-ended",
  "code-used",
  "page-token-needed",
  "token-of-a-person",
  "token-of-another-page",
  "token-of-another-app",
  // The token lives, but may not do this.
  "permission-missing",
  "read-permission-missing",
  "task-missing",
  "page-restricted",
  "page-not-found",
  "page-not-granted",
  "capability-missing",
  "new-page-unsupported",
  "terms-not-accepted",
  "messaging-permission-missing",
  "proof-refused",
  // Too much, too fast.
  "app-limit",
  "person-limit",
  "page-limit",
  "posting-limit",
  "request-limit",
  "thread-limit",
  "posting-too-fast",
  "blocked-for-abuse",
  // This one request will not pass.
  "invalid-parameter",
  "edit-not-allowed",
  "object-missing",
  "person-unreachable",
  "outside-window",
  "message-unavailable",
  "attachment-unusable",
  "image-unusable",
  "video-unusable",
  "feature-unavailable",
  "conversation-elsewhere",
  // The post's own link.
  "link-not-readable",
  // It may have happened.
  "already-there",
  "not-visible-yet",
  "facebook-unsure",
  "unknown-code",
  "server-error",
  "answer-not-readable",
  "answer-without-id",
  "answer-lost",
  // The call never left, so nothing happened.
  "name-not-found",
  "unreachable",
  "private-address",
  "tls-refused",
  "address-wrong",
  // The search could not be brought to its end.
  "search-incomplete",
  // Seen by the health check.
  "app-not-configured",
  "app-credentials-wrong",
  "token-expires-within-30-days",
  "token-expires-within-10-days",
  "token-expires-within-3-days",
  "data-access-expired",
  "data-access-expires-within-30-days",
  "data-access-expires-within-10-days",
  "data-access-expires-within-3-days",
  "version-expired",
  "clock-off",
] as const;

export type FacebookReason = (typeof facebookReasons)[number];
